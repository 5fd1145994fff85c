import type { InvocationError } from '@forge/events';
import { timedOut } from '../../host/forge/sql/sql-fault';
import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from '../app/testing/app-on-sample-site';

jest.setTimeout(30_000);

const handlers = async () => ({
  ...(await import('./on-reconcile')),
  ...(await import('./on-sweep')),
  ...(await import('./refresh-consumer')),
});

describe('In the background', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const consume = (body: unknown, retryCount = 0) =>
    app.asApp(async () => {
      const event = { queueName: 'refresh', jobId: 'j', eventId: 'e', body, retryContext: { retryCount } };
      return (await handlers()).refreshConsumer(event as never);
    });
  const sweep = () => app.asApp(async () => (await handlers()).onSweep());
  const takeQueued = () => (app.runtime.queued as unknown[]).splice(0) as typeof app.runtime.queued;
  const refreshOf = (...ids: string[]) => ({
    v: 1,
    kind: 'refresh',
    issues: ids.map((issueId) => ({ issueId })),
  });
  const setUp = async () => {
    await consume({ v: 1, kind: 'migrate' });
    await app.publish(AGREEMENT);
  };

  it('the sweep has missing tables made, and looks for nothing before', async () => {
    expect(await sweep()).toEqual({ statusCode: 204 });
    expect(takeQueued().map(({ body }) => body)).toEqual([{ v: 1, kind: 'migrate' }]);
  });

  it('the sweep costs four queries when nothing is due', async () => {
    await setUp();
    const cost = await app.costOf(async () => (await handlers()).onSweep());
    expect(cost.jira).toEqual([]);
    expect(cost.sql).toHaveLength(4);
    expect(takeQueued()).toEqual([]);
  });

  it('the sweep queues what is due for the very second it happens', async () => {
    await setUp();
    const issueId = app.issue();
    await consume(refreshOf(issueId));
    // 1 h to the first response. Three minutes and half a second before it is late:
    await app.clock.advanceBy(HOUR - 3 * MINUTE - 500);
    await consume(refreshOf(issueId));
    takeQueued();
    await sweep();
    expect(takeQueued()).toMatchObject([{ body: refreshOf(issueId), delayInSeconds: 181 }]);
    await app.clock.advanceBy(181_000);
    await consume(refreshOf(issueId));
    expect((await app.timers(issueId))[0]).toMatchObject({
      measureId: 'time-to-first-response',
      state: 'breached',
    });
    await sweep();
    expect(takeQueued()).toEqual([]);
  });

  it.each([
    ['a moment late', [299_900, 600_500]],
    ['not at all', [30_000, 630_000]],
  ])('the sweep looks for periods that have ended every hour, though one comes %s', async (_, sweeps) => {
    await setUp();
    takeQueued();
    const hour = Math.ceil((app.now() + 1) / HOUR) * HOUR;
    for (const after of sweeps) {
      await app.clock.advanceTo(hour + after);
      await sweep();
    }
    expect(takeQueued().map(({ body }) => body)).toEqual([
      { v: 1, kind: 'begin-reports', projectId: PROJECT },
    ]);
  });

  it('what changes before the next sweep is queued by the refresh that finds it', async () => {
    await setUp();
    const issueId = app.issue();
    await consume(refreshOf(issueId));
    expect(takeQueued()).toEqual([]);
    // An event four minutes before the first response is late; the last sweep has just been.
    await app.clock.advanceBy(HOUR - 4 * MINUTE);
    app.jira.edit(issueId, { by: 'agent', fields: { priority: 'High' } });
    await consume(refreshOf(issueId));
    const again = { v: 1, kind: 'refresh', issues: [{ issueId, projectId: PROJECT }] };
    expect(takeQueued()).toMatchObject([{ body: again, delayInSeconds: 241 }]);
    // Told of twice, queued once.
    await consume(refreshOf(issueId));
    expect(takeQueued()).toEqual([]);
  });

  /** The next statement on a table takes too long, which Forge SQL answers at once here. */
  const exhaust = (table: string) => {
    const execute = app.sql.execute.bind(app.sql);
    const spy = jest.spyOn(app.sql, 'execute').mockImplementation(async (query, ...rest) => {
      if (!query.includes(table)) return execute(query, ...rest);
      spy.mockRestore();
      throw timedOut(5_000);
    });
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  };

  it('a sweep that the store asks to wait goes on from the queue, not five minutes later', async () => {
    await setUp();
    const issueId = app.issue();
    await consume(refreshOf(issueId));
    await app.clock.advanceBy(HOUR - MINUTE);
    takeQueued();
    exhaust('issue_refresh');
    expect(await sweep()).toEqual({ statusCode: 204 });
    const [again, ...others] = takeQueued();
    expect(others).toEqual([]);
    expect(again).toMatchObject({
      body: { v: 1, kind: 'sweep' },
      delayInSeconds: 2,
      concurrency: { key: 'sweep', limit: 1 },
    });
    exhaust('issue_refresh');
    expect(await consume(again?.body)).toMatchObject({ _retry: true, retryOptions: { retryAfter: 2 } });
    expect(await consume(again?.body)).toBeUndefined();
    expect(takeQueued().map(({ body }) => body)).toContainEqual(refreshOf(issueId));
  });

  it('what is due is queued before anything else of a sweep can keep it waiting', async () => {
    await setUp();
    const issueId = app.issue();
    await consume(refreshOf(issueId));
    await app.clock.advanceBy(HOUR - MINUTE);
    takeQueued();
    exhaust('rollup_dirty');
    await sweep();
    expect(takeQueued().map(({ body }) => body)).toEqual([refreshOf(issueId), { v: 1, kind: 'sweep' }]);
  });

  it('the daily reconcile goes on from the queue when the store asks to wait', async () => {
    await setUp();
    takeQueued();
    exhaust('agreement_version');
    expect(await app.asApp(async () => (await handlers()).onReconcile())).toEqual({ statusCode: 204 });
    const [again] = takeQueued();
    expect(again).toMatchObject({ body: { v: 1, kind: 'reconcile' }, delayInSeconds: 2 });
    expect(await consume(again?.body)).toBeUndefined();
    expect(takeQueued().map(({ body }) => body)).toEqual([
      { v: 1, kind: 'reconcile-project', projectId: PROJECT },
    ]);
  });

  it('the sweep finds what a dead replay left half done', async () => {
    await setUp();
    const issueId = app.issue();
    app.jira.failNext({ match: /^PUT /, status: 500 });
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await consume(refreshOf(issueId))).toMatchObject({ _retry: true });
    await sweep();
    expect(takeQueued()).toMatchObject([{ body: refreshOf(issueId), delayInSeconds: 0 }]);
  });

  it('the daily reconcile finds what no event ever told', async () => {
    await setUp();
    const ids = Array.from({ length: 25 }, () => app.issue());
    const done = app.issue();
    app.jira.transition(done, { by: 'agent', to: 'Resolve' });
    app.jira.refreshIndex();
    expect(await app.asApp(async () => (await handlers()).onReconcile())).toEqual({ statusCode: 204 });
    const [project, ...others] = takeQueued();
    expect(others).toEqual([]);
    expect(project?.body).toEqual({ v: 1, kind: 'reconcile-project', projectId: PROJECT });
    expect(await consume(project?.body)).toBeUndefined();
    const refreshes = takeQueued();
    // Two refresh jobs, a second apart; after the last page the search for deleted issues.
    expect(refreshes.map(({ delayInSeconds }) => delayInSeconds)).toEqual([0, 1, 30]);
    for (const { body } of refreshes) expect(await consume(body)).toBeUndefined();
    for (const id of [...ids, done]) expect(await app.timers(id)).toHaveLength(2);
  });

  it('whoever finds a table missing has it made, one at a time, and comes again', async () => {
    const cost = await app.costOf(() => consume(refreshOf(app.issue())));
    expect(cost.sql).toHaveLength(1);
    expect(await consume(refreshOf(app.issue()))).toMatchObject({ _retry: true });
    const [made, again] = takeQueued();
    expect(made).toMatchObject({ body: { kind: 'migrate' }, concurrency: { key: 'migrate', limit: 1 } });
    expect(again).toMatchObject({ body: { kind: 'migrate' }, concurrency: { key: 'migrate', limit: 1 } });
    expect(await consume(made?.body)).toBeUndefined();
    const looked = (await app.costOf(() => consume(again?.body))).sql;
    expect(looked).toEqual([expect.stringContaining('SELECT issue_id FROM issue_refresh LIMIT 1')]);
    expect(await consume(refreshOf(app.issue()))).toBeUndefined();
  });

  it('tables that are gone although they were made are made anew', async () => {
    await setUp();
    for (const table of ['agreement_version', 'issue_refresh', 'timer', 'verdict_change']) {
      await app.sql.execute(`DROP TABLE ${table}`, [], 'ddl');
    }
    expect(await consume(refreshOf(app.issue()))).toMatchObject({ _retry: true });
    const [job] = takeQueued();
    expect(await consume(job?.body)).toBeUndefined();
    expect(await consume(refreshOf(app.issue()))).toBeUndefined();
  });

  it('a busy Jira is left alone for as long as it asks', async () => {
    await setUp();
    const headers = { 'retry-after': '120', 'ratelimit-reason': 'jira-quota-global-based' };
    app.jira.failNext({ match: /^GET .*\/issue\//, status: 429, headers });
    const answer = (await consume(refreshOf(app.issue()))) as InvocationError;
    expect(answer.retryOptions.retryAfter).toBe(120);
  });

  it('what keeps failing is tried later and later, and then left to the reconcile', async () => {
    await setUp();
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const issueId = app.issue();
    const pauses: (number | null)[] = [];
    for (const retries of [0, 1, 4, 5]) {
      app.jira.failNext({ match: /^GET .*\/issue\//, status: 500 });
      const answer = (await consume(refreshOf(issueId), retries)) as InvocationError | undefined;
      pauses.push(answer?.retryOptions.retryAfter ?? null);
    }
    expect(pauses).toEqual([60, 120, 900, null]);
  });

  it('an issue that cannot be read does not keep the others of its job waiting', async () => {
    await setUp();
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const [poisoned, sound] = [app.issue(), app.issue()];
    app.jira.failNext({ match: `GET /rest/api/3/issue/${poisoned}`, status: 500 });
    expect(await consume(refreshOf(poisoned, sound))).toMatchObject({ _retry: true });
    expect(await app.timers(poisoned)).toEqual([]);
    expect(await app.timers(sound)).toHaveLength(2);
  });

  it('an issue that the app may not read does not keep the others of its job waiting', async () => {
    await setUp();
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const [closed, sound] = [app.issue(), app.issue()];
    app.jira.failNext({ match: `GET /rest/api/3/issue/${closed}`, status: 403 });
    expect(await consume(refreshOf(closed, sound))).toMatchObject({ _retry: true });
    expect(await app.timers(sound)).toHaveLength(2);
  });

  it('an issue that the app may not edit gets its rows, and is not tried every five minutes', async () => {
    await setUp();
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const issueId = app.issue();
    app.jira.failNext({ match: `PUT /rest/api/3/issue/${issueId}/properties/sla`, status: 403, times: 9 });
    expect(await consume(refreshOf(issueId))).toBeUndefined();
    expect(await app.timers(issueId)).toHaveLength(2);
    expect(warn).toHaveBeenCalledTimes(1);
    await sweep();
    expect(takeQueued()).toEqual([]);
  });

  it('a job of an unknown kind, as of another version of the app, is dropped', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect(await consume({ v: 2, kind: 'refresh', issues: [] })).toBeUndefined();
    expect(await consume({ v: 1, kind: 'refresh', issues: [{ issueId: "1' OR 1=1" }] })).toBeUndefined();
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it('a deleted project takes everything along', async () => {
    await setUp();
    const issueId = app.issue();
    await consume(refreshOf(issueId));
    app.jira.deleteProject(PROJECT, { by: 'root' });
    await consume({ v: 1, kind: 'remove-project', projectId: PROJECT });
    expect(await app.timers(issueId)).toEqual([]);
    expect(await app.agreements(PROJECT)).toEqual([]);
    // A late refresh finds neither issue nor promise.
    expect(await consume(refreshOf(issueId))).toBeUndefined();
    expect(await app.timers(issueId)).toEqual([]);
  });
});
