import { createSqliteBackend } from '../../host/forge/sql/sqlite-backend';
import { installTestRuntime } from '../../host/forge/test-runtime';
import { sampleJira } from '../../host/jira/sample-jira';
import { foldHistory } from './issue-history';
import { readIssue } from './read-issue';
import { readIssues } from './read-issues';

jest.setTimeout(30_000);

describe('Reading many issues', () => {
  const { jira, clock } = sampleJira();
  const sql = createSqliteBackend();
  const runtime = installTestRuntime({
    sql,
    now: () => clock.now(),
    rateLimited: false,
    jira: (request) => jira.fetch(request),
  });
  afterAll(async () => {
    runtime.restore();
    jira.stop();
    clock.stop();
    await sql.close();
  });

  const issue = (changes: number, comments: number) => {
    const { id } = jira.createIssue({
      by: 'customer',
      project: 'ITS',
      requestType: 'Report a fault',
      summary: 'The till is down',
    });
    for (let n = 0; n < changes; n++)
      jira.edit(id, { by: 'agent', fields: { summary: `The till is down ${n}` } });
    for (let n = 0; n < comments; n++) jira.comment(id, { by: 'agent', text: `Reply ${n}` });
    return id;
  };
  const ids = [issue(3, 2), issue(130, 70), issue(45, 0), issue(0, 25)];

  it('gives each the history that reading it alone gives, in the order asked for', async () => {
    const asked = [...ids].reverse();
    const [many, single] = await runtime.run(undefined, async () => [
      await readIssues(asked, 'app'),
      await Promise.all(asked.map((id) => readIssue(id))),
    ]);
    expect(many.map(foldHistory)).toEqual(single.map((one) => one && foldHistory(one)));
    expect(many.map(({ projectId }) => projectId)).toEqual(['10000', '10000', '10000', '10000']);
  });

  it('asks once for a hundred issues, and once more for those with long histories', async () => {
    const before = runtime.log.length;
    await runtime.run(undefined, () => readIssues(ids, 'app', { fields: ['summary'] }));
    const calls = runtime.log.slice(before).map((line) => line.replace(/\?.*/, ''));
    expect(calls.filter((line) => line.includes('bulkfetch'))).toHaveLength(2);
    expect(calls.filter((line) => line.includes('/comment'))).toHaveLength(2);
    expect(calls).toHaveLength(4);
  });

  it('leaves out what is missing and what the person may not see', async () => {
    const [known = ''] = ids;
    const asLead = () => readIssues([known, '999999'], 'user');
    const seen = await runtime.run({ accountId: 'lead', accountType: 'licensed' }, asLead);
    expect(seen.map(({ id }) => id)).toEqual([known]);
    const asOutsider = () => readIssues(ids, 'user');
    expect(await runtime.run({ accountId: 'outsider', accountType: 'licensed' }, asOutsider)).toEqual([]);
  });

  it('asks nothing for no issue', async () => {
    expect(await runtime.run(undefined, () => readIssues([], 'app'))).toEqual([]);
  });
});
