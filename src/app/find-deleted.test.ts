import { AGREEMENT, appOnSampleSite, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

// The verbs are imported once the runtime is there: @forge/kvs looks for it as it is loaded.
const verbs = async () => ({
  ...(await import('./find-deleted')),
  ...(await import('./migrate')),
  ...(await import('./reconcile')),
  ...(await import('./refresh-timers')),
  ...(await import('./remove-project')),
});

let app: AppUnderTest;
let verb: Awaited<ReturnType<typeof verbs>>;

beforeEach(async () => {
  app = await appOnSampleSite();
  verb = await verbs();
  await app.asApp(verb.migrate);
  await app.publish(AGREEMENT);
  app.pushed.length = 0;
});
afterEach(() => app.dispose());

const refresh = (issueId: string) =>
  app.asApp(() => verb.refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now()));

describe('findDeleted', () => {
  test('queues a refresh of the issues that Jira no longer knows, and of no other', async () => {
    const ids = [app.issue('kept'), app.issue('deleted'), app.issue('kept too')];
    for (const id of ids) await refresh(id);
    const [, deleted] = ids as [string, string, string];
    app.jira.deleteIssue(deleted, { by: 'lead' });
    app.pushed.length = 0;

    for (let share = 0; share < verb.SHARES; share++) {
      await app.asApp(() => verb.findDeleted({ projectId: PROJECT, share }, app.push));
    }
    expect(app.pushed).toEqual([
      { job: { v: 1, kind: 'refresh', issues: [{ issueId: deleted, projectId: PROJECT }] }, delayMs: 0 },
    ]);

    await refresh(deleted);
    expect(await app.timers(deleted)).toEqual([]);
    expect((await app.timers(ids[0] as string)).length).toBeGreaterThan(0);
  });

  test('asks for each issue in one share only', async () => {
    for (let n = 0; n < 10; n++) await refresh(app.issue(`ticket ${n}`));
    let asked = 0;
    for (let share = 0; share < verb.SHARES; share++) {
      const { jira } = await app.costOf(() =>
        app.asApp(() => verb.findDeleted({ projectId: PROJECT, share }, app.push)),
      );
      asked += jira.length;
    }
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThanOrEqual(verb.SHARES);
  });

  test('comes after the last page of the daily reconcile', async () => {
    app.issue();
    await app.asApp(() => verb.reconcileProject({ projectId: PROJECT }, app.push, app.now()));
    const { job } = app.pushed.at(-1) ?? {};
    expect(job).toMatchObject({ kind: 'find-deleted', projectId: PROJECT });
  });
});

describe('removeProject', () => {
  test('forgets every row of the project, however often it is told', async () => {
    const ids = [app.issue(), app.issue()];
    for (const id of ids) await refresh(id);
    for (let times = 0; times < 2; times++) await app.asApp(() => verb.removeProject(PROJECT, app.push));
    for (const id of ids) expect(await app.timers(id)).toEqual([]);
    expect(await app.agreements(PROJECT)).toEqual([]);
    expect(await app.asApp(() => verb.findDeleted({ projectId: PROJECT, share: 0 }, app.push))).toBe(0);
  });
});
