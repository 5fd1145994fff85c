import type { IssuePanelView, PublishedAgreement, Result } from '../contract';
import {
  AGREEMENT,
  appOnSampleSite,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from '../app/testing/app-on-sample-site';

jest.setTimeout(30_000);

describe('The panel resolver', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    // The local clock is the app's too.
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const migrate = async () => app.asApp((await import('../app/migrate')).migrate);

  /** As Forge calls it: the account from the platform, everything else from the browser. */
  const invoke = async <T>(
    accountId: string | undefined,
    functionKey: string,
    extension: object,
    payload?: unknown,
  ) => {
    const { panelResolver } = await import('./panel-resolver');
    const call = { functionKey, payload };
    const platform = { principal: accountId === undefined ? undefined : { accountId } };
    const work = () => panelResolver({ call, context: { extension } } as never, platform);
    return (accountId === undefined ? app.asApp(work) : app.asUser(accountId, work)) as Promise<Result<T>>;
  };
  const panel = (accountId: string | undefined, issueId: string) =>
    invoke<IssuePanelView>(accountId, 'readIssuePanel', { issue: { id: issueId } });
  const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);

  it('draws the whole panel from one invoke, exact to the instant', async () => {
    await migrate();
    await app.publish(AGREEMENT);
    const issueId = app.issue();
    await app.clock.advanceBy(10 * MINUTE);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(20 * MINUTE);
    const result = await panel('agent', issueId);
    if (!result.ok) throw new Error(result.message);
    const { asOf, timers, missing, agreementCount, mayAdminister } = result.value;
    expect([asOf, agreementCount, mayAdminister, missing]).toEqual([app.now(), 1, false, []]);
    expect(
      timers.map(({ measureId, current }) => [measureId, current.outcome, current.net.elapsedMs]),
    ).toEqual([
      ['time-to-resolution', 'ongoing', 30 * MINUTE],
      ['time-to-first-response', 'met', 10 * MINUTE],
    ]);
    expect(timers[0]).toMatchObject({
      provider: { name: 'Northwind', timeZone: 'Europe/London' },
      customer: { name: 'Acme' },
    });
  });

  it('tells an administrator of the project that he may administer', async () => {
    await migrate();
    const result = await panel('lead', app.issue());
    expect(result).toMatchObject({ ok: true, value: { mayAdminister: true, agreementCount: 0, timers: [] } });
  });

  it('shows nothing of an issue that the caller may not see, whatever the browser says', async () => {
    await migrate();
    await app.publish(AGREEMENT);
    const before = app.runtime.log.length;
    const result = await panel('outsider', app.issue());
    expect(codeOf(result)).toBe('not-found');
    expect(JSON.stringify(result)).not.toContain('ITS');
    expect(app.runtime.log.slice(before).filter((line) => line.startsWith('SQL '))).toEqual([]);
  });

  it.each([
    ['nobody', undefined, 'forbidden'],
    ['anonymous', 'unidentified', 'forbidden'],
  ])('serves %s nothing', async (_, accountId, code) => {
    await migrate();
    expect(codeOf(await panel(accountId, app.issue()))).toBe(code);
  });

  it.each([['ITS-1'], ['1 OR 1=1'], ['../10001'], [''], ['0010000'], ['0']])(
    'refuses the forged issue id %j',
    async (issueId) => {
      await migrate();
      expect(codeOf(await panel('agent', issueId))).toBe('invalid');
    },
  );

  it('answers not-found for an issue that does not exist', async () => {
    await migrate();
    expect(codeOf(await panel('agent', '999999'))).toBe('not-found');
  });

  it.each([
    ['agent', 'forbidden'],
    ['manager', 'forbidden'],
    ['customer', 'not-found'],
    ['outsider', 'not-found'],
  ])('lets %s install nothing', async (accountId, code) => {
    await migrate();
    expect(codeOf(await invoke(accountId, 'installStarterAgreement', { project: { id: PROJECT } }))).toBe(
      code,
    );
    expect(app.runtime.queued).toEqual([]);
  });

  it.each([
    ['a project that does not exist', 'lead', '99999', 'not-found'],
    ['a project of somebody else', 'manager', '10001', 'not-found'],
    ['what is no id', 'lead', "1' OR '1'='1", 'invalid'],
  ])('installs nothing into %s', async (_, accountId, projectId, code) => {
    await migrate();
    const extension = { project: { id: PROJECT } };
    expect(codeOf(await invoke(accountId, 'installStarterAgreement', extension, { projectId }))).toBe(code);
  });

  it('installs the starter agreement with one action, once', async () => {
    await migrate();
    const install = () =>
      invoke<PublishedAgreement>('lead', 'installStarterAgreement', { project: { id: PROJECT } });
    expect(await install()).toMatchObject({ ok: true, value: { version: 1 } });
    expect(codeOf(await install())).toBe('conflict');
    const issueId = app.issue();
    const result = await panel('agent', issueId);
    expect(result).toMatchObject({ ok: true, value: { agreementCount: 1 } });
    if (result.ok) expect(result.value.timers.length).toBeGreaterThan(0);
    expect(app.runtime.queued.map(({ body }) => body)).toEqual([
      { v: 1, kind: 'reconcile-project', projectId: PROJECT },
    ]);
  });

  it('says that it is being set up while there are no tables, and has them made', async () => {
    const result = await panel('agent', app.issue());
    expect(result).toMatchObject({ ok: false, code: 'busy', who: 'setting-up', retryAfterMs: 5_000 });
    expect(app.runtime.queued.map(({ body }) => body)).toEqual([{ v: 1, kind: 'migrate' }]);
  });

  it('passes on how long Jira asks to wait', async () => {
    await migrate();
    const issueId = app.issue();
    const headers = { 'retry-after': '42', 'ratelimit-reason': 'jira-quota-tenant-based' };
    app.jira.failNext({ match: /issue/, status: 429, headers, times: 20 });
    expect(await panel('agent', issueId)).toMatchObject({
      ok: false,
      code: 'busy',
      who: 'jira',
      retryAfterMs: 42_000,
    });
  });

  it('says that it is Jira that cannot answer, and when to ask again', async () => {
    await migrate();
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    app.jira.failNext({ match: /issue/, status: 500, times: 20 });
    expect(await panel('agent', app.issue())).toMatchObject({
      ok: false,
      code: 'busy',
      who: 'jira-down',
      retryAfterMs: 30_000,
    });
  });
});
