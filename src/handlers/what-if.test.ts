import type { InvocationError } from '@forge/events';
import type { Result } from '../contract';
import type { WhatIfChangePage, WhatIfTicket, WhatIfView } from '../contract/what-if';
import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from '../app/testing/app-on-sample-site';

jest.setTimeout(60_000);

const MONEY = `
consequences:
  fee: { amount: 1000, currency: EUR }
  credits:
    - { measure: time-to-resolution, tiers: [{ below: 90%, credit: 10% }] }
`;
/** Longer for the first response, shorter for the resolution, and credits where there were none. */
const DRAFT = `${AGREEMENT.replace('within: 8h', 'within: 1h').replace(
  'Every ticket, within: 1h',
  'Every ticket, within: 3h',
)}${MONEY}`;
const SWEEP_FINDS_MS = 4 * MINUTE;

describe('What-if', () => {
  let app: AppUnderTest;
  beforeEach(async () => {
    app = await appOnSampleSite();
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await app.asApp((await import('../app/migrate')).migrate);
    await publish(AGREEMENT);
    await app.saveDraft('acme', DRAFT);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const publish = async (document: string) => {
    expect(await app.publish(document)).toMatchObject({ ok: true });
  };
  /** A ticket whose first reply comes after the first time, and whose resolution after the second. */
  const ticket = async (replyMs: number, resolveMs: number) => {
    const issueId = app.issue();
    await app.clock.advanceBy(replyMs);
    app.jira.comment(issueId, { by: 'agent', text: 'On it' });
    await app.clock.advanceBy(resolveMs - replyMs);
    app.jira.transition(issueId, { by: 'agent', to: 'Resolve' });
    app.jira.refreshIndex();
    return issueId;
  };

  const invoke = async <T>(
    accountId: string,
    functionKey: string,
    payload?: unknown,
    projectId = PROJECT,
  ) => {
    const { settingsResolver } = await import('./settings-resolver');
    const extension = { type: 'jira:projectSettingsPage', project: { id: projectId } };
    const platform = { principal: { accountId } };
    const work = () =>
      settingsResolver({ call: { functionKey, payload }, context: { extension } } as never, platform);
    return app.asUser(accountId, work) as Promise<Result<T>>;
  };
  const valueOf = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.message);
    return result.value;
  };
  const start = async (days?: number) =>
    valueOf(await invoke<WhatIfView>('lead', 'startWhatIf', { agreementId: 'acme', ...(days && { days }) }));
  const read = async () => valueOf(await invoke<WhatIfView>('lead', 'readWhatIf'));
  const changes = async (runId: string, rest: object = {}) =>
    valueOf(await invoke<WhatIfChangePage>('lead', 'readWhatIfChanges', { runId, ...rest }));

  const consume = (body: unknown, retryCount = 0) =>
    app.asApp(async () => {
      const { refreshConsumer } = await import('./refresh-consumer');
      const event = { queueName: 'refresh', jobId: 'j', eventId: 'e', body, retryContext: { retryCount } };
      return refreshConsumer(event as never);
    });
  const takeJobs = () =>
    (app.runtime.queued as unknown as { body: Record<string, unknown> }[])
      .splice(0)
      .map(({ body }) => body)
      .filter(({ kind }) => kind === 'what-if');
  const runJobs = async (times = 1) => {
    for (let jobs = takeJobs(); jobs.length > 0; jobs = takeJobs())
      for (const job of jobs) for (let n = 0; n < times; n++) await consume(job);
  };
  const sweep = () => app.asApp(async () => (await import('./on-sweep')).onSweep());
  const failStore = (statement: RegExp, times = 1) => {
    const execute = app.sql.execute.bind(app.sql);
    let left = times;
    jest.spyOn(app.sql, 'execute').mockImplementation((query, params, kind) => {
      if (statement.test(query) && left-- > 0) throw new Error('The store broke off');
      return execute(query, params, kind);
    });
  };

  it('counts what changes in each direction, before and after, and each ticket once', async () => {
    const both = await ticket(2 * HOUR, 5 * HOUR);
    await ticket(30 * MINUTE, 45 * MINUTE);
    const started = await start();
    expect(started).toMatchObject({
      state: 'running',
      done: 0,
      total: 2,
      agreementName: 'IT support for Acme',
      startedBy: 'Lena Lead',
    });
    await runJobs();
    const view = await read();
    expect(view).toMatchObject({
      state: 'done',
      done: 2,
      total: 2,
      changedTickets: 1,
      unreadableTickets: 0,
      problem: null,
      credits: { currency: 'EUR', before: 0 },
    });
    // A tenth of the fee for the part of the month that was replayed.
    expect(view.credits?.after).toBeGreaterThan(0);
    expect(view.credits?.after).toBeLessThanOrEqual(100);
    const [response, resolution] = view.measures;
    expect(response).toMatchObject({
      measureId: 'time-to-first-response',
      target: 0.95,
      before: { met: 1, breached: 1, share: 0.5 },
      after: { met: 2, breached: 0, share: 1 },
      toMet: 1,
      toBreached: 0,
      nowCounted: 0,
      noLongerCounted: 0,
    });
    expect(resolution).toMatchObject({
      measureId: 'time-to-resolution',
      target: 0.9,
      before: { met: 2, breached: 0, share: 1 },
      after: { met: 1, breached: 1, share: 0.5 },
      toMet: 0,
      toBreached: 1,
      // Of two tickets nothing can be said for sure.
      offer: { verdict: 'unsure', reached: false, range: { low: expect.closeTo(0.0945, 4) } },
    });
    expect((await changes(view.runId)).changes).toEqual([
      {
        issueId: both,
        issueKey: app.jira.issue(both).key,
        measureId: 'time-to-first-response',
        measureName: 'Time to first response',
        cycleNumber: 1,
        direction: 'to-met',
        before: { outcome: 'breached', elapsedMs: 2 * HOUR, goalMs: HOUR },
        after: { outcome: 'met', elapsedMs: 2 * HOUR, goalMs: 3 * HOUR },
      },
      expect.objectContaining({ measureId: 'time-to-resolution', direction: 'to-breached' }),
    ]);
    const toBreached = await changes(view.runId, { direction: 'to-breached' });
    expect(toBreached.changes.map(({ measureId }) => measureId)).toEqual(['time-to-resolution']);
    expect(toBreached.next).toBeNull();
  });

  /** A ticket resolved too late in December, and one in January, for which another fee was agreed. */
  const lateInTwoMonths = async () => {
    const priced = `${AGREEMENT}${MONEY}`
      .replace('version: 1', 'version: 2')
      .replace('2026-01-01', '2026-12-01');
    await publish(priced);
    const dearer = priced.replace('amount: 1000', 'amount: 6000').replace('version: 2', 'version: 3');
    await publish(dearer.replace('2026-12-01', '2027-01-01'));
    for (const month of ['2026-12', '2027-01']) {
      await app.clock.advanceTo(Date.parse(`${month}-11T00:00Z`));
      const issueId = await ticket(30 * MINUTE, 9 * HOUR);
      await consume({ v: 1, kind: 'refresh', issues: [{ issueId, projectId: PROJECT }] });
    }
    await app.clock.advanceTo(Date.parse('2027-02-05T00:00Z'));
    app.jira.refreshIndex();
    await app.saveDraft('acme', DRAFT);
  };

  it('reckons what the published versions owe by the terms of each period, as the credit statement does', async () => {
    await lateInTwoMonths();
    await start();
    await runJobs();
    const { credits } = await read();
    const statements = await app.asUser('lead', async () =>
      (await import('../app/read-credits')).readCredits(
        { projectId: PROJECT, agreementId: 'acme' },
        app.now(),
      ),
    );
    // A tenth of 1,000 and of 6,000; nobody was late in February.
    expect(valueOf(statements).periods.map(({ owedMinor }) => owedMinor)).toEqual([0, 60_000, 10_000]);
    expect(credits?.before).toBe(700);
  });

  it('reads no text of a published version while it runs: it has priced their periods when it began', async () => {
    await lateInTwoMonths();
    await start();
    const [job] = takeJobs();
    const { sql } = await app.costOf(() => consume(job));
    expect(sql.filter((statement) => /SELECT document/.test(statement))).toEqual([]);
    expect((await read()).credits?.before).toBe(700);
  });

  it('goes on with a run that began before it kept the priced periods, to the same sums', async () => {
    await lateInTwoMonths();
    await start();
    const { rows } = (await app.sql.execute('SELECT rules FROM what_if_run', [], 'dml')) as {
      rows: readonly { rules: string }[];
    };
    const rules = JSON.parse(rows[0]?.rules ?? '') as { credits: { before?: unknown } };
    delete rules.credits.before;
    await app.sql.execute('UPDATE what_if_run SET rules = ?', [JSON.stringify(rules)], 'dml');
    await runJobs();
    expect((await read()).credits?.before).toBe(700);
  });

  it('applies exclusions agreed beside the agreement on both sides, and those of one ticket to it alone', async () => {
    const excluded = await ticket(2 * HOUR, 5 * HOUR);
    const other = await ticket(2 * HOUR, 5 * HOUR);

    const exclusion = {
      id: 'x1',
      clause: '4.2 Planned maintenance',
      agreementId: 'acme',
      effect: 'cycle' as const,
      measures: [],
      windows: null,
      during: null,
      when: { op: 'always' as const },
    };
    await app.agreeExclusion(exclusion, excluded);
    await start();
    // What is agreed later is not in this run.
    await app.agreeExclusion({ ...exclusion, id: 'x2' }, other);
    await runJobs();
    const view = await read();
    expect(view.measures[0]).toMatchObject({
      before: { met: 0, breached: 1 },
      after: { met: 1, breached: 0 },
    });
    expect((await changes(view.runId)).changes.map(({ issueId }) => issueId)).toEqual([other, other]);
    const payload = { runId: view.runId, issueId: excluded };
    const { measures } = valueOf(await invoke<WhatIfTicket>('lead', 'readWhatIfTicket', payload));
    expect(measures[0]?.cycles[0]).toMatchObject({
      before: { leftOutBy: '4.2 Planned maintenance' },
      after: { leftOutBy: '4.2 Planned maintenance' },
    });
  });

  it('shows both derivations of a ticket, minute by minute', async () => {
    const issueId = await ticket(2 * HOUR, 5 * HOUR);
    const { runId } = await start();
    await runJobs();
    const { issueKey, measures } = valueOf(
      await invoke<WhatIfTicket>('lead', 'readWhatIfTicket', { runId, issueId }),
    );
    expect(issueKey).toBe(app.jira.issue(issueId).key);
    expect(measures.map(({ name }) => name)).toEqual(['Time to first response', 'Time to resolution']);
    const [cycle] = measures[0]?.cycles ?? [];
    expect([cycle?.before?.outcome, cycle?.after?.outcome]).toEqual(['breached', 'met']);
    expect([cycle?.before?.goal.durationMs, cycle?.after?.goal.durationMs]).toEqual([HOUR, 3 * HOUR]);
    for (const side of [cycle?.before, cycle?.after]) {
      const counted = side?.segments
        .filter(({ kind }) => kind === 'running')
        .reduce((sum, s) => sum + s.end - s.start, 0);
      expect(counted).toBe(2 * HOUR);
    }
  });

  it('reads only tickets of the days asked for', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    await app.clock.advanceBy(10 * 24 * HOUR);
    await ticket(HOUR, 2 * HOUR);
    await start(7);
    await runJobs();
    expect(await read()).toMatchObject({ done: 1, total: 1 });
    for (const days of [0, 366, 1.5])
      expect(await invoke('lead', 'startWhatIf', { agreementId: 'acme', days })).toMatchObject({
        code: 'invalid',
      });
  });

  it('goes on page by page, and counts a page that is done twice once', async () => {
    for (let n = 0; n < 450; n++) app.issue();
    await app.clock.advanceBy(2 * HOUR);
    app.jira.refreshIndex();
    await start();
    let steps = 0;
    for (let jobs = takeJobs(); jobs.length > 0; jobs = takeJobs(), steps++) {
      expect(jobs).toHaveLength(1);
      const [job] = jobs;
      await Promise.all([consume(job), consume(job)]);
      // Late, when the run has gone on long since.
      await consume(job);
    }
    expect(steps).toBe(3);
    const view = await read();
    expect(view).toMatchObject({ state: 'done', done: 450, total: 450, changedTickets: 450 });
    expect(view.measures[0]?.before).toEqual({ met: 0, breached: 450, share: 0 });
    const keys: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: WhatIfChangePage = await changes(view.runId, after === '' ? {} : { after });
      keys.push(...page.changes.map(({ issueKey, measureId }) => `${issueKey} ${measureId}`));
      after = page.next;
    }
    expect(keys).toHaveLength(new Set(keys).size);
    const sum = view.measures.reduce(
      (all, m) => all + m.toMet + m.toBreached + m.nowCounted + m.noLongerCounted,
      0,
    );
    expect(keys).toHaveLength(sum);
  });

  it.each([
    ['before the changes are written', /INSERT INTO what_if_change/],
    ['between the changes and the tally', /UPDATE what_if_run\s+SET state = \?, tally/],
  ])('goes on after a crash %s as if nothing had been', async (_, statement) => {
    await ticket(2 * HOUR, 5 * HOUR);
    await start();
    const [job] = takeJobs();
    failStore(statement);
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await consume(job)) as InvocationError).toMatchObject({ _retry: true });
    await consume(job, 1);
    expect(await read()).toMatchObject({ state: 'done', done: 1, changedTickets: 1 });
    const { runId } = await read();
    expect((await changes(runId)).changes).toHaveLength(2);
  });

  it('is taken up again by the sweep when the function that worked on it died', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    await start();
    // The job is lost with the function.
    takeJobs();
    await app.clock.advanceBy(2 * MINUTE);
    await sweep();
    expect(takeJobs()).toEqual([]);
    await app.clock.advanceBy(SWEEP_FINDS_MS);
    await sweep();
    await runJobs();
    expect(await read()).toMatchObject({ state: 'done', done: 1, changedTickets: 1 });
    await app.clock.advanceBy(SWEEP_FINDS_MS);
    await sweep();
    expect(takeJobs()).toEqual([]);
  });

  it('has failed when it falls silent for a day', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    await start();
    takeJobs();
    await app.clock.advanceBy(25 * HOUR);
    await sweep();
    expect(takeJobs()).toEqual([]);
    expect(await read()).toMatchObject({
      state: 'failed',
      problem: 'It was not finished within a day. Look at fewer days, or try again later.',
    });
  });

  it('waits as long as Jira asks, and is not taken for dead meanwhile', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    await start();
    const [job] = takeJobs();
    app.jira.failNext({
      match: /^POST \/rest\/api\/3\/search\/jql/,
      status: 429,
      headers: { 'Retry-After': '600', 'RateLimit-Reason': 'jira-quota-global-based' },
    });
    expect(await consume(job)).toMatchObject({ _retry: true });
    await app.clock.advanceBy(8 * MINUTE);
    await sweep();
    expect(takeJobs()).toEqual([]);
    await consume(job, 1);
    expect(await read()).toMatchObject({ state: 'done', done: 1 });
  });

  it('fails in words after several tries, and another one can be started', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    await start();
    const [job] = takeJobs();
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    failStore(/INSERT INTO what_if_change/, 3);
    for (const retry of [0, 1, 2]) await consume(job, retry);
    expect(await read()).toMatchObject({
      state: 'failed',
      problem: 'Something went wrong several times over. It has been written to the app’s log.',
      finishedAt: app.now(),
    });
    await start();
    await runJobs();
    expect(await read()).toMatchObject({ state: 'done', done: 1, problem: null });
  });

  it('can be cancelled at any time; a page under way is not counted any more', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    const { runId } = await start();
    const [job] = takeJobs();
    let cancelled: Result<WhatIfView> | undefined;
    app.afterJira = async ({ path }) => {
      if (!path.startsWith('/rest/api/3/issue/bulkfetch')) return;
      app.afterJira = async () => undefined;
      cancelled = await invoke<WhatIfView>('lead', 'cancelWhatIf', { runId });
    };
    await consume(job);
    expect(cancelled).toMatchObject({ ok: true, value: { state: 'cancelled', done: 0 } });
    expect(takeJobs()).toEqual([]);
    expect(await read()).toMatchObject({ state: 'cancelled', done: 0, finishedAt: app.now() });
    // Cancelling twice changes nothing, and what has ended stays ended.
    expect(await invoke('lead', 'cancelWhatIf', { runId })).toMatchObject({ value: { state: 'cancelled' } });
    await start();
    await runJobs();
    expect(await read()).toMatchObject({ state: 'done', done: 1 });
    expect(await invoke('lead', 'cancelWhatIf', { runId })).toMatchObject({ code: 'not-found' });
  });

  it('is one at a time in a project: who comes second is told who was first', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    const results = await Promise.all(
      [1, 2].map(() => invoke<WhatIfView>('lead', 'startWhatIf', { agreementId: 'acme' })),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const refused = await invoke('root', 'startWhatIf', { agreementId: 'acme' });
    expect(refused).toMatchObject({ ok: false, code: 'conflict' });
    expect(refused.ok ? '' : refused.message).toMatch(
      /^Lena Lead started a what-if of “IT support for Acme” on 20\d\d-\d\d-\d\d \d\d:\d\d UTC\./,
    );
    await runJobs();
    expect(await read()).toMatchObject({ state: 'done', done: 1 });
  });

  it('keeps the rules it began with while the draft is edited', async () => {
    for (let n = 0; n < 250; n++) app.issue();
    await app.clock.advanceBy(2 * HOUR);
    app.jira.refreshIndex();
    await start();
    const [first] = takeJobs();
    await consume(first);
    await app.saveDraft('acme', AGREEMENT);
    await runJobs();
    expect(await read()).toMatchObject({ state: 'done', done: 250, changedTickets: 250 });
  });

  it('compares with no verdict where nothing is published yet, and refuses a faulty draft', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    await app.saveDraft('acme-new', DRAFT.replace('id: acme', 'id: acme-new'));
    valueOf(await invoke<WhatIfView>('lead', 'startWhatIf', { agreementId: 'acme-new' }));
    await runJobs();
    expect((await read()).measures[0]).toMatchObject({
      before: { met: 0, breached: 0, share: null },
      nowCounted: 1,
    });
    await app.saveDraft('acme', DRAFT.replace('priority = High', 'priorty = High'));
    expect(await invoke('lead', 'startWhatIf', { agreementId: 'acme' })).toMatchObject({
      code: 'invalid',
      faults: [expect.objectContaining({ path: 'measures[1].goals[0].when' })],
    });
  });

  it('counts a ticket whose history cannot be read on neither side, and says so', async () => {
    await ticket(2 * HOUR, 5 * HOUR);
    const { parse } = JSON;
    await start();
    const [job] = takeJobs();
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(JSON, 'parse').mockImplementation((text: string) => {
      const value = parse(text) as { issues?: { fields?: Record<string, unknown> }[] };
      if (text.includes('"changelog"'))
        for (const { fields } of value.issues ?? []) if (fields) fields['created'] = 'once';
      return value as unknown;
    });
    await consume(job);
    expect(await read()).toMatchObject({ state: 'done', done: 1, unreadableTickets: 1, changedTickets: 0 });
  });

  it('shows nobody a ticket that Jira does not show them, though its totals count it', async () => {
    const seen = await ticket(2 * HOUR, 5 * HOUR);
    const hidden = await ticket(2 * HOUR, 5 * HOUR);
    const { runId } = await start();
    await runJobs();
    const [first] = app.jira.projects();
    if (!first) throw new Error('no project');
    const roles = { admin: ['root'], agent: [], manager: [], customer: [] };
    app.jira.addProject({ ...first, id: '10009', key: 'SEC', name: 'Security', roles });
    app.jira.move(hidden, { by: 'root', project: 'SEC' });
    const page = await changes(runId);
    expect([...new Set(page.changes.map(({ issueId }) => issueId))]).toEqual([seen]);
    expect((await read()).changedTickets).toBe(2);
    expect(await invoke('lead', 'readWhatIfTicket', { runId, issueId: hidden })).toMatchObject({
      code: 'not-found',
    });
  });

  it('is for administrators of the project; what is missing and what is not theirs look the same', async () => {
    const issueId = await ticket(2 * HOUR, 5 * HOUR);
    const { runId } = await start();
    await runJobs();
    const functions = [
      ['startWhatIf', { agreementId: 'acme' }],
      ['readWhatIf', undefined],
      ['cancelWhatIf', { runId }],
      ['readWhatIfChanges', { runId }],
      ['readWhatIfTicket', { runId, issueId }],
    ] as const;
    for (const [name, payload] of functions) {
      expect([name, await invoke('agent', name, payload)]).toEqual([
        name,
        expect.objectContaining({ code: 'forbidden' }),
      ]);
      for (const stranger of ['outsider', 'customer'])
        expect([name, await invoke(stranger, name, payload)]).toEqual([
          name,
          expect.objectContaining({ code: 'not-found' }),
        ]);
    }
    const missing = await invoke('lead', 'readWhatIfChanges', { runId: 'run-99' });
    expect(missing).toMatchObject({ code: 'not-found' });
    expect(await invoke('lead', 'readWhatIfTicket', { runId: 'run-99', issueId })).toEqual(missing);
    // The run belongs to another project than the one the caller names.
    expect(await invoke('lead', 'readWhatIfChanges', { runId }, '10001')).toEqual(missing);
    expect(await invoke('lead', 'startWhatIf', { agreementId: 'other' })).toMatchObject({
      code: 'not-found',
    });
    expect(await invoke('lead', 'readWhatIfTicket', { runId, issueId: '999999' })).toMatchObject({
      code: 'not-found',
    });
  });

  it('stands in the log', async () => {
    await start(30);
    const { readAudit } = await import('../app/read-audit');
    const { entries } = valueOf(await app.asUser('lead', () => readAudit({ projectId: PROJECT })));
    expect(entries[0]).toMatchObject({
      action: 'what-if-started',
      actor: 'Lena Lead',
      text: 'Started a what-if of the draft on the tickets of the last 30 days.',
    });
  });
});
