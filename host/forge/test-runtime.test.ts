import type { JiraRequest } from '../contract';
import { createSqliteBackend } from './sql/sqlite-backend';
import { installTestRuntime } from './test-runtime';
import { json } from './wire';

describe('the runtime for tests', () => {
  const requests: JiraRequest[] = [];
  const sql = createSqliteBackend();
  const jira = async (request: JiraRequest) => {
    requests.push(request);
    return json(200, { ok: true });
  };
  const runtime = installTestRuntime({ sql, jira });

  afterAll(async () => {
    runtime.restore();
    await sql.close();
  });

  it('lets the real packages run, logs what they ask for, and keeps queued events', async () => {
    const { asUser, asApp, route } = await import('@forge/api');
    const forgeSql = await import('@forge/sql');
    const { Queue } = await import('@forge/events');
    const { kvs } = await import('@forge/kvs');
    const caller = { accountId: 'alice', accountType: 'licensed' } as const;
    await runtime.run(caller, async () => {
      await asUser().requestJira(route`/rest/api/3/myself`);
      await asApp().requestJira(route`/rest/api/3/issue/A-1/properties/sla`, { method: 'put', body: '{}' });
      await forgeSql.sql.executeRaw('SELECT 1 AS one');
      await kvs.set('a', 1);
      expect(await kvs.get('a')).toBe(1);
      await new Queue({ key: 'work' }).push({ body: { id: 1 }, delayInSeconds: 5 });
    });
    expect(requests.map((r) => [r.identity, r.method])).toEqual([
      [{ as: 'user', accountId: 'alice' }, 'GET'],
      [{ as: 'app' }, 'PUT'],
    ]);
    expect(runtime.log).toEqual([
      'GET /rest/api/3/myself',
      'PUT /rest/api/3/issue/A-1/properties/sla',
      'SQL SELECT 1 AS one',
    ]);
    expect(runtime.queued).toEqual([{ queueName: 'work', body: { id: 1 }, delayInSeconds: 5 }]);
  });

  it('has no user where nobody called', async () => {
    const { asUser, route } = await import('@forge/api');
    const asked = runtime.run(undefined, () => asUser().requestJira(route`/rest/api/3/myself`));
    await expect(asked).rejects.toThrow('Authentication Required');
  });

  it('blocks fetch and gives it back', async () => {
    await expect(fetch('https://example.invalid')).rejects.toThrow('The manifest allows no egress');
    const blocked = globalThis.fetch;
    runtime.restore();
    expect(globalThis.fetch).not.toBe(blocked);
    expect('__forge_runtime__' in globalThis).toBe(false);
  });
});
