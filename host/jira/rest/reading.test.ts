import { MONDAY_NINE, sampleJira } from '../sample-jira';

const MINUTE = 60_000;
const search = '/rest/api/3/search/jql';

describe('reading issues', () => {
  function withHistories(count: number): ReturnType<typeof sampleJira> {
    const site = sampleJira();
    site.jira.createIssue({ at: MONDAY_NINE - 500 * MINUTE, by: 'agent', project: 'ITS', summary: 's0' });
    for (let i = 1; i <= count; i += 1) {
      site.jira.edit('ITS-1', {
        at: MONDAY_NINE - (500 - i) * MINUTE,
        by: 'agent',
        fields: { summary: `s${i}` },
      });
    }
    return site;
  }

  it('gives the changelog oldest first, 100 a page whatever is asked', async () => {
    const { call } = withHistories(130);
    const first = (await call('app', 'GET', '/rest/api/3/issue/ITS-1/changelog?maxResults=1000')).body;
    expect([first.maxResults, first.total, first.isLast, first.values.length]).toEqual([
      100,
      130,
      false,
      100,
    ]);
    expect(first.values[0].items[0].toString).toBe('s1');
    const next = new URL(first.nextPage);
    const second = (await call('app', 'GET', `/rest/api/3/issue/ITS-1/changelog${next.search}`)).body;
    expect([second.startAt, second.isLast, second.values.length, 'nextPage' in second]).toEqual([
      100,
      true,
      30,
      false,
    ]);
    expect(second.values[29].items[0].toString).toBe('s130');
  });

  it('expands the newest 100 histories, newest first, and says how many there are', async () => {
    const { call } = withHistories(130);
    const { changelog } = (
      await call('app', 'GET', '/rest/api/3/issue/ITS-1?expand=changelog&fields=summary')
    ).body;
    expect([changelog.total, changelog.histories.length]).toEqual([130, 100]);
    expect(changelog.histories[0].items[0].toString).toBe('s130');
    expect(changelog.histories[99].items[0].toString).toBe('s31');
    const found = (
      await call('app', 'POST', search, { jql: 'key = ITS-1', fields: ['summary'], expand: 'changelog' })
    ).body;
    expect(found.issues[0].changelog.histories).toHaveLength(40);
  });

  it('gives all comments with an issue, the newest twenty in lists, and the total in both', async () => {
    const { jira, call } = withHistories(0);
    for (let i = 1; i <= 30; i += 1) jira.comment('ITS-1', { by: 'agent', text: `c${i}` });
    const one = (await call('app', 'GET', '/rest/api/3/issue/ITS-1?fields=comment')).body.fields.comment;
    const body = { jql: 'key = ITS-1', fields: ['comment'] };
    const listed = (await call('app', 'POST', search, body)).body.issues[0].fields.comment;
    expect([one.total, one.comments.length, listed.total, listed.comments.length]).toEqual([30, 30, 30, 20]);
    expect(listed.comments[0].id).toBe(one.comments[10].id);
  });

  it('writes dates with the offset of the viewer, without a colon', async () => {
    const { call } = withHistories(1);
    const created = async (as: string): Promise<string> =>
      (await call(as, 'GET', '/rest/api/3/issue/ITS-1/changelog')).body.values[0].created;
    expect(await created('app')).toBe('2026-11-23T00:41:00.000+0000');
    expect(await created('lead')).toBe('2026-11-23T09:41:00.000+0900');
    expect(await created('agent2')).toBe('2026-11-22T19:41:00.000-0500');
  });

  it('splits bulk histories by date over pages, with milliseconds as dates', async () => {
    const { jira, call } = sampleJira();
    for (const key of ['ITS-1', 'ITS-2'])
      jira.createIssue({ at: MONDAY_NINE - 9 * MINUTE, by: 'agent', project: 'ITS', summary: key });
    jira.edit('ITS-1', {
      at: MONDAY_NINE - 5 * MINUTE,
      by: 'agent',
      fields: { priority: 'High', labels: ['x'] },
    });
    jira.edit('ITS-2', { at: MONDAY_NINE - 4 * MINUTE, by: 'agent', fields: { priority: 'High' } });
    jira.edit('ITS-1', { at: MONDAY_NINE - 3 * MINUTE, by: 'agent', fields: { priority: 'Low' } });
    jira.edit('ITS-1', { at: MONDAY_NINE - 2 * MINUTE, by: 'agent', fields: { summary: 'other' } });
    const ask = async (
      more: object,
    ): Promise<{
      issueChangeLogs: { issueId: string; changeHistories: { created: number; items: unknown[] }[] }[];
      nextPageToken?: string;
    }> =>
      (
        await call('app', 'POST', '/rest/api/3/changelog/bulkfetch', {
          issueIdsOrKeys: ['ITS-1', 'ITS-2', 'ITS-9'],
          fieldIds: ['priority'],
          maxResults: 2,
          ...more,
        })
      ).body;
    const first = await ask({});
    expect(
      first.issueChangeLogs.map((one) => [
        one.issueId,
        one.changeHistories.map((history) => history.created),
      ]),
    ).toEqual([
      ['10000', [MONDAY_NINE - 5 * MINUTE]],
      ['10001', [MONDAY_NINE - 4 * MINUTE]],
    ]);
    expect(first.issueChangeLogs[0]?.changeHistories[0]?.items).toHaveLength(1);
    const second = await ask({ nextPageToken: first.nextPageToken });
    expect(second.issueChangeLogs.map((one) => one.issueId)).toEqual(['10000']);
    expect(second.nextPageToken).toBeUndefined();
  });

  it('leaves out of bulk answers what is missing or out of sight, and reads the truth there', async () => {
    const { jira, call } = sampleJira({ indexLagMs: 60 * MINUTE });
    jira.createIssue({ by: 'agent', project: 'ITS', summary: 'a' });
    jira.createIssue({ by: 'agent', project: 'DEV', summary: 'b' });
    const body = { issueIdsOrKeys: ['10001', 'ITS-1', 'NO-1', 'ITS-1'], fields: ['summary'] };
    const ids = async (as: string): Promise<string[]> =>
      (await call(as, 'POST', '/rest/api/3/issue/bulkfetch', body)).body.issues.map(
        (issue: { id: string }) => issue.id,
      );
    expect(await ids('agent')).toEqual(['10000', '10001']);
    expect(await ids('manager')).toEqual(['10000']);
  });

  it.each([
    [100, {}, 200],
    [101, {}, 400],
    [1000, { fields: ['status'] }, 200],
    [1001, { fields: ['status'] }, 400],
    [101, { fields: ['status', 'comment'] }, 400],
    [101, { fields: ['status'], expand: ['changelog'] }, 400],
    [101, { fields: ['status'], expand: ['names'] }, 200],
  ])('takes bulk requests of %d ids with %j: %d', async (count, more, status) => {
    const { call } = sampleJira();
    const issueIdsOrKeys = Array.from({ length: count }, (_, i) => String(i));
    expect(
      (await call('app', 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys, ...more })).status,
    ).toBe(status);
  });

  it('resolves the old key of a moved issue and tells the new one', async () => {
    const { jira, call } = sampleJira();
    jira.createIssue({ at: MONDAY_NINE - MINUTE, by: 'agent', project: 'DEV', summary: 'a' });
    expect(jira.move('DEV-1', { by: 'lead', project: 'ITS', issueType: 'Incident' })).toBe('ITS-1');
    const { body } = await call('app', 'GET', '/rest/api/3/issue/DEV-1?expand=changelog');
    expect([body.key, body.fields.project.key, body.fields.issuetype.name]).toEqual([
      'ITS-1',
      'ITS',
      'Incident',
    ]);
    const items: { field: string; fieldId?: string; from: string | null; toString: string }[] =
      body.changelog.histories[0].items;
    expect(items.map((item) => [item.field, item.fieldId, item.from, item.toString])).toEqual([
      ['Key', undefined, null, 'ITS-1'],
      ['project', 'project', '10001', 'IT support'],
      ['issuetype', 'issuetype', '10012', 'Incident'],
    ]);
  });
});

describe('the search index', () => {
  it('shows writes after its lag; reconciling shows them at once', async () => {
    const { jira, clock, call } = sampleJira({ indexLagMs: 30_000 });
    jira.createIssue({ by: 'agent', project: 'ITS', summary: 'a' });
    const find = async (jql: string, more: object = {}): Promise<string> =>
      (await call('app', 'POST', search, { jql, fields: ['status'], ...more })).body.issues
        .map(
          (issue: { key: string; fields: { status: { name: string } } }) =>
            `${issue.key} ${issue.fields.status.name}`,
        )
        .join();
    expect(await find('project = ITS')).toBe('');
    expect(await find('project = ITS', { reconcileIssues: [10_000] })).toBe('ITS-1 Open');
    await clock.advanceBy(29_999);
    expect(await find('project = ITS')).toBe('');
    await clock.advanceBy(1);
    expect(await find('project = ITS')).toBe('ITS-1 Open');
    jira.transition('ITS-1', { by: 'agent', to: 'Resolve' });
    expect(await find('status = Open')).toBe('ITS-1 Open');
    expect(await find('status = Open', { reconcileIssues: [10_000] })).toBe('');
    jira.refreshIndex();
    expect(await find('status = Resolved')).toBe('ITS-1 Resolved');
    jira.deleteIssue('ITS-1', { by: 'lead' });
    expect(await find('status = Resolved')).toBe('');
  });

  it('pages by token without a total, ids only by default, at most 100 with fields', async () => {
    const { jira, call } = sampleJira();
    for (let i = 0; i < 230; i += 1) jira.createIssue({ by: 'agent', project: 'ITS', summary: `s${i}` });
    const ids: string[] = [];
    const sizes: number[] = [];
    let nextPageToken: string | undefined;
    do {
      const query = `jql=project%3DITS%20order%20by%20key&maxResults=5000&fields=summary${nextPageToken ? `&nextPageToken=${nextPageToken}` : ''}`;
      const { body } = await call('app', 'GET', `${search}?${query}`);
      expect('total' in body || 'startAt' in body).toBe(false);
      ids.push(...body.issues.map((issue: { id: string }) => issue.id));
      sizes.push(body.issues.length);
      nextPageToken = body.nextPageToken;
      expect(body.isLast).toBe(nextPageToken === undefined);
      // A write in between does not shift the pages that follow.
      if (sizes.length === 1) jira.deleteIssue('ITS-3', { by: 'lead' });
    } while (nextPageToken);
    expect(sizes).toEqual([100, 100, 30]);
    expect(new Set(ids).size).toBe(230);
    const bare = (await call('app', 'POST', search, { jql: 'project = ITS', maxResults: 5000 })).body;
    expect([bare.issues.length, Object.keys(bare.issues[0])]).toEqual([229, ['id']]);
    expect((await call('app', 'POST', search, { jql: 'project = DEV', nextPageToken: 'x' })).status).toBe(
      400,
    );
  });
});
