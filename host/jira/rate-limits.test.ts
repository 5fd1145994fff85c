import { textToAdf } from './adf';
import { MONDAY_NINE, sampleJira, type Answered, type SampleJira } from './sample-jira';

const HOUR = 3_600_000;

function limited(limits: { pointsPerHour?: number }): SampleJira & { wait(ms: number): void } {
  let real = 0;
  const site = sampleJira({ limits: { ...limits, realNow: () => real } });
  site.jira.createIssue({ by: 'agent', project: 'ITS', summary: 'a' });
  return { ...site, wait: (ms) => void (real += ms) };
}

const reason = (answer: Answered): string | null => answer.headers.get('RateLimit-Reason');

describe('rate limits', () => {
  it('cost one point a call, one more an issue, two more a person or permission', async () => {
    const { jira, call } = limited({});
    const cost = async (path: string): Promise<number> => {
      const before = jira.pointsSpent();
      await call('app', 'GET', path);
      return jira.pointsSpent() - before;
    };
    expect(await cost('/rest/api/3/issue/ITS-1')).toBe(2);
    expect(await cost('/rest/api/3/search/jql?jql=project%3DITS')).toBe(2);
    expect(await cost('/rest/api/3/myself')).toBe(3);
    expect(await cost('/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,EDIT_ISSUES')).toBe(5);
    const before = jira.pointsSpent();
    await call('app', 'PUT', '/rest/api/3/issue/ITS-1/properties/sla', {});
    expect(jira.pointsSpent() - before).toBe(1);
  });

  it('stop the app for the rest of the hour when its points are spent; people go on', async () => {
    const { jira, clock, call } = limited({ pointsPerHour: 10 });
    await clock.advanceTo(MONDAY_NINE + HOUR / 2);
    let last = await call('app', 'GET', '/rest/api/3/issue/ITS-1');
    expect([last.headers.get('X-RateLimit-Remaining'), last.headers.get('X-RateLimit-NearLimit')]).toEqual([
      '8',
      null,
    ]);
    for (let i = 0; i < 4; i += 1) last = await call('app', 'GET', '/rest/api/3/issue/ITS-1');
    expect([last.status, last.headers.get('X-RateLimit-NearLimit')]).toEqual([200, 'true']);
    const stopped = await call('app', 'GET', '/rest/api/3/issue/ITS-1');
    expect([
      stopped.status,
      reason(stopped),
      stopped.headers.get('Retry-After'),
      stopped.headers.get('X-RateLimit-Reset'),
    ]).toEqual([429, 'jira-quota-global-based', '1800', '2026-11-23T10:00:00.000Z']);
    const person = await jira.fetchAsPerson({
      identity: { as: 'user', accountId: 'agent' },
      method: 'GET',
      path: '/rest/api/3/issue/ITS-1',
      headers: {},
      body: undefined,
    });
    expect(person.status).toBe(200);
    await clock.advanceTo(MONDAY_NINE + HOUR);
    expect((await call('app', 'GET', '/rest/api/3/issue/ITS-1')).status).toBe(200);
  });

  it('let 150 reads of issues through at once, then as many a second', async () => {
    const { call, wait } = limited({});
    const read = (): Promise<Answered> => call('app', 'GET', '/rest/api/3/issue/ITS-1?fields=summary');
    for (let i = 0; i < 150; i += 1) expect((await read()).status).toBe(200);
    const stopped = await read();
    expect([stopped.status, reason(stopped), stopped.headers.get('Retry-After')]).toEqual([
      429,
      'jira-burst-based',
      '1',
    ]);
    expect((await call('app', 'GET', '/rest/api/3/myself')).status).toBe(200);
    wait(1000);
    expect((await read()).status).toBe(200);
  });

  it('let 20 writes to one issue through in two seconds and 100 in thirty', async () => {
    const { call, wait } = limited({});
    const write = (): Promise<Answered> =>
      call('app', 'POST', '/rest/api/3/issue/ITS-1/comment', { body: textToAdf('x') });
    for (let batch = 0; batch < 5; batch += 1) {
      for (let i = 0; i < 20; i += 1) expect((await write()).status).toBe(201);
      const stopped = await write();
      expect([stopped.status, reason(stopped), stopped.headers.get('Retry-After')]).toEqual([
        429,
        'jira-per-issue-on-write',
        batch < 4 ? '2' : '2',
      ]);
      wait(2000);
    }
    const stopped = await write();
    expect([stopped.status, stopped.headers.get('Retry-After')]).toEqual([429, '20']);
    wait(20_000);
    expect((await write()).status).toBe(201);
  });

  it('answer with faults that are asked for, as often as asked', async () => {
    const { jira, call } = sampleJira();
    jira.createIssue({ by: 'agent', project: 'ITS', summary: 'a' });
    jira.failNext({
      match: 'GET /rest/api/3/issue/ITS-1',
      status: 429,
      headers: { 'Retry-After': '7', 'RateLimit-Reason': 'jira-burst-based' },
      times: 2,
    });
    jira.failNext({ match: /^POST .*\/search/, status: 503 });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1)
      statuses.push((await call('app', 'GET', '/rest/api/3/issue/ITS-1')).status);
    statuses.push((await call('app', 'POST', '/rest/api/3/search/jql', { jql: 'project = ITS' })).status);
    statuses.push((await call('app', 'POST', '/rest/api/3/search/jql', { jql: 'project = ITS' })).status);
    expect(statuses).toEqual([429, 429, 200, 503, 200]);
  });
});
