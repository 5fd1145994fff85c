import { sampleJira } from '../sample-jira';

/** ITS-1 carries no level, ITS-2 the staff's, ITS-3 that of personnel matters. */
function site(): ReturnType<typeof sampleJira> {
  const sample = sampleJira();
  for (const security of [null, 'Staff', 'Personnel'])
    sample.jira.createIssue({
      by: 'customer',
      project: 'ITS',
      summary: 'Payroll mailbox',
      fields: { security, assignee: 'agent' },
    });
  return sample;
}

const EVERYBODY = ['lead', 'agent', 'agent2', 'manager', 'root', 'app'];

describe('issue security', () => {
  it.each([
    ['ITS-1', 'lead agent agent2 manager root app'],
    ['ITS-2', 'lead agent agent2 app'],
    ['ITS-3', 'lead agent app'],
  ])('shows %s to %s', async (key, expected) => {
    const { call } = site();
    const seen: string[] = [];
    for (const as of EVERYBODY)
      if ((await call(as, 'GET', `/rest/api/3/issue/${key}`)).status === 200) seen.push(as);
    expect(seen.join(' ')).toBe(expected);
  });

  it('keeps an issue out of search, counts, bulk answers and permission questions', async () => {
    const { call, jira } = site();
    const ids = jira.issues().map(({ id }) => id);
    const seen = async (as: string) => {
      const jql = 'project = ITS ORDER BY key';
      const found = await call(as, 'POST', '/rest/api/3/search/jql', { jql, fields: ['key'] });
      const counted = await call(as, 'POST', '/rest/api/3/search/approximate-count', { jql });
      const bulk = await call(as, 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ids.map(String) });
      const asked = [{ permissions: ['BROWSE_PROJECTS'], issues: ids }];
      const may = await call(as, 'POST', '/rest/api/3/permissions/check', { projectPermissions: asked });
      const keys = (issues: readonly { key: string }[]) => issues.map(({ key }) => key).sort();
      expect(keys(bulk.body.issues)).toEqual(keys(found.body.issues));
      expect(counted.body.count).toBe(found.body.issues.length);
      expect(may.body.projectPermissions[0].issues).toHaveLength(found.body.issues.length);
      return keys(found.body.issues).join(' ');
    };
    expect(await seen('lead')).toBe('ITS-1 ITS-2 ITS-3');
    expect(await seen('agent2')).toBe('ITS-1 ITS-2');
    expect(await seen('manager')).toBe('ITS-1');
  });

  it('follows a change of the level at once, even where the index is behind', async () => {
    const sample = sampleJira({ indexLagMs: 60_000 });
    sample.jira.createIssue({ by: 'agent', project: 'ITS', summary: 'a' });
    sample.jira.refreshIndex();
    sample.jira.edit('ITS-1', { by: 'lead', fields: { security: 'Staff' } });
    const found = await sample.call('manager', 'POST', '/rest/api/3/search/jql', { jql: 'project = ITS' });
    expect(found.body.issues).toEqual([]);
  });

  it('lets a customer see a request only where the level lets the reporter in', async () => {
    const { call } = site();
    const status = async (key: string) =>
      (await call('customer', 'GET', `/rest/servicedeskapi/request/${key}`)).status;
    expect([await status('ITS-1'), await status('ITS-2'), await status('ITS-3')]).toEqual([200, 404, 200]);
  });

  it.each([
    ['lead', 'Staff Personnel'],
    ['agent', 'Staff'],
    ['manager', ''],
    ['root', ''],
    ['app', 'Staff Personnel'],
  ])('names to %s the levels they are in: %s', async (as, expected) => {
    const { body } = await site().call(as, 'GET', '/rest/api/3/project/ITS/securitylevel');
    expect(body.levels.map(({ name }: { name: string }) => name).join(' ')).toBe(expected);
  });

  it('shows the level in the issue, logs its change and finds it by JQL', async () => {
    const { call } = site();
    const set = await call('lead', 'PUT', '/rest/api/3/issue/ITS-1', {
      fields: { security: { id: '10400' } },
    });
    expect(set.status).toBe(204);
    const { body } = await call('lead', 'GET', '/rest/api/3/issue/ITS-1?fields=security');
    expect(body.fields.security).toMatchObject({ id: '10400', name: 'Staff' });
    const log = await call('lead', 'GET', '/rest/api/3/issue/ITS-1/changelog');
    expect(log.body.values[0].items).toEqual([
      {
        field: 'security',
        fieldtype: 'jira',
        fieldId: 'security',
        from: null,
        fromString: null,
        to: '10400',
        toString: 'Staff',
      },
    ]);
    const found = await call('lead', 'POST', '/rest/api/3/search/jql', { jql: 'level = Staff' });
    expect(found.body.issues).toHaveLength(2);
  });

  it('lets nobody set a level they are not in', async () => {
    const { call } = site();
    const fields = { security: { id: '10401' } };
    expect((await call('agent', 'PUT', '/rest/api/3/issue/ITS-1', { fields })).status).toBe(400);
    expect((await call('app', 'PUT', '/rest/api/3/issue/ITS-1', { fields })).status).toBe(204);
  });
});

describe('the rating of a request', () => {
  it('is shown, searched and logged, and given by nobody through the platform API', async () => {
    const { call, jira } = site();
    jira.edit('ITS-1', { by: 'customer', fields: { Satisfaction: 4 } });
    const { body } = await call('agent', 'GET', '/rest/api/3/issue/ITS-1?fields=customfield_10022');
    expect(body.fields.customfield_10022).toEqual({ rating: 4 });
    const found = await call('agent', 'POST', '/rest/api/3/search/jql', { jql: 'Satisfaction <= 4' });
    expect(found.body.issues).toHaveLength(1);
    const fields = { customfield_10022: { rating: 5 } };
    expect((await call('agent', 'PUT', '/rest/api/3/issue/ITS-1', { fields })).status).toBe(400);
    expect(() => jira.edit('ITS-1', { by: 'customer', fields: { Satisfaction: 6 } })).toThrow('from 1 to 5');
  });
});
