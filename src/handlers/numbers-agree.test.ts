import {
  AGREEMENT,
  appOnSampleSite,
  HOUR,
  MINUTE,
  PROJECT,
  type AppUnderTest,
} from '../app/testing/app-on-sample-site';
import type { IssuePanelView, Result } from '../contract';
import type { AgreementView } from '../contract/agreement';
import type {
  AtRiskPage,
  ComplianceQuery,
  ComplianceView,
  Drill,
  MeasureReport,
  TicketPage,
  TicketRow,
} from '../contract/compliance';
import type { GadgetView } from '../contract/gadget';
import type { CreditsView } from '../contract/money';
import type { ServiceReportView } from '../contract/service-report';

jest.setTimeout(120_000);

/** The agreement of the sample site with a monthly report and with credits, by tiers and by how late tickets are. */
const REPORTED = `${AGREEMENT.replace(
  'timeZone: Europe/London }',
  'timeZone: Europe/London, representatives: [{ name: Lena Lead, accountId: lead }] }',
)}consequences:
  fee: { amount: 24000, currency: GBP }
  cap: 60%
  credits:
    - { measure: time-to-first-response, tiers: [{ below: 95%, credit: 10% }, { below: 80%, credit: 20% }] }
    - { measure: time-to-resolution, perBreach: { amount: 40, per: 1h, free: 30m } }
report: { every: month, to: [Lena Lead], by: Lena Lead }
`;
const FIRST = 'time-to-first-response';
const RESOLUTION = 'time-to-resolution';
const QUERY: ComplianceQuery = { from: '2026-11-01', to: '2026-11-30', agreementId: 'acme' };

/** A measure's counts: met and breached net, met and breached gross, left out. */
type Row = readonly [met: number, breached: number, grossMet: number, grossBreached: number, leftOut: number];

/**
 * One scenario: seven tickets, replied to and resolved at these times after their creation. T2 has two hours
 * excluded, T3 is left out of resolution, T4 (High) is reopened and resolved again, T5 is for staff only, T6 and
 * T7 go on: late and on time.
 */
const EXPECTED = {
  [FIRST]: [4, 3, 4, 3, 0],
  [RESOLUTION]: [3, 3, 2, 5, 1],
} as const satisfies Record<string, Row>;
/** For who may not see T5. */
const WITHOUT_T5 = { [FIRST]: [4, 2, 4, 2, 0], [RESOLUTION]: [3, 2, 2, 4, 1] } as const;

describe('The same tickets give the same figures', () => {
  let app: AppUnderTest;
  const ids: string[] = [];

  beforeAll(async () => {
    app = await appOnSampleSite();
    jest.spyOn(Date, 'now').mockImplementation(() => app.now());
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await app.asApp((await import('../app/migrate')).migrate);
    expect(await app.publish(REPORTED)).toMatchObject({ ok: true });
    const create = (summary: string, fields = {}) => {
      const by = { by: 'customer', project: 'ITS', requestType: 'Report a fault' };
      const { id } = app.jira.createIssue({ ...by, summary, fields });
      ids.push(id);
      return id;
    };
    const pass = (ms: number) => app.clock.advanceBy(ms);
    const reply = (id: string) => app.jira.comment(id, { by: 'agent', text: 'On it' });
    const to = (id: string, step: string) => app.jira.transition(id, { by: 'agent', to: step });
    const resolved = async (summary: string, replyMs: number, resolveMs: number, fields = {}) => {
      const id = create(summary, fields);
      await pass(replyMs);
      reply(id);
      await pass(resolveMs - replyMs);
      to(id, 'Resolve');
      return id;
    };
    const exclude = (id: string, effect: 'time' | 'cycle', hours: number) =>
      app.agreeExclusion(
        {
          id: `of-${id}`,
          clause: effect === 'time' ? '4.2 Planned maintenance' : '4.1 Force majeure',
          agreementId: 'acme',
          effect,
          measures: [RESOLUTION],
          windows: [{ start: app.now() - hours * HOUR, end: app.now() }],
          during: null,
          when: { op: 'always' },
        },
        id,
      );

    await resolved('T1', 30 * MINUTE, HOUR);
    await exclude(await resolved('T2', 2 * HOUR, 9 * HOUR), 'time', 2);
    await exclude(await resolved('T3', 30 * MINUTE, 10 * HOUR), 'cycle', 1);
    const t4 = await resolved('T4', 10 * MINUTE, 3 * HOUR, { priority: 'High' });
    await pass(HOUR);
    to(t4, 'Reopen');
    await pass(HOUR);
    to(t4, 'Resolve');
    await refresh();
    await rollUp();
    await resolved('T5', 2 * HOUR, 20 * HOUR, { security: 'Staff' });
    create('T6');
    await pass(30 * HOUR);
    const t7 = create('T7');
    await pass(10 * MINUTE);
    reply(t7);
    await pass(HOUR);
    app.jira.refreshIndex();
    await refresh();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await app.dispose();
  });

  const refresh = () =>
    app.asApp(async () => {
      const { refreshTimers } = await import('../app/refresh-timers');
      for (const issueId of ids) await refreshTimers({ issueId, projectId: PROJECT }, app.push, app.now());
    });
  const workQueue = async () => {
    const queued = app.runtime.queued as unknown as { readonly body: unknown }[];
    for (let round = 0; queued.length > 0 && round < 50; round++)
      for (const { body } of queued.splice(0))
        await app.asApp(async () => {
          const event = {
            queueName: 'refresh',
            jobId: 'j',
            eventId: 'e',
            body,
            retryContext: { retryCount: 0 },
          };
          await (await import('./refresh-consumer')).refreshConsumer(event as never);
        });
  };
  const rollUp = async () => {
    await app.clock.advanceBy(MINUTE);
    await app.asApp(async () => (await import('../app/roll-up')).rollUp(PROJECT, app.push, app.now()));
  };
  const invoke = async <T>(
    accountId: string,
    functionKey: string,
    payload?: unknown,
    extension: object = { project: { id: PROJECT } },
  ): Promise<T> => {
    const resolver =
      functionKey === 'readIssuePanel'
        ? (await import('./panel-resolver')).panelResolver
        : functionKey === 'readGadget'
          ? (await import('./gadget-resolver')).gadgetResolver
          : (await import('./project-page-resolver')).projectPageResolver;
    const result = (await app.asUser(accountId, () =>
      resolver({ call: { functionKey, payload }, context: { extension } } as never, {
        principal: { accountId },
      }),
    )) as Result<T>;
    if (!result.ok) throw new Error(`${functionKey}: ${result.code} ${result.message}`);
    return result.value;
  };
  const listed = async (as: string, drill: Drill, more: Partial<ComplianceQuery> = {}) => {
    const rows: TicketRow[] = [];
    let hidden = 0;
    let after: string | undefined;
    do {
      const payload = { query: { ...QUERY, ...more }, drill, ...(after === undefined ? {} : { after }) };
      const page: TicketPage = await invoke(as, 'listTickets', payload);
      rows.push(...page.tickets);
      hidden += page.hidden;
      after = page.next ?? undefined;
    } while (after !== undefined);
    return { rows, hidden };
  };
  const page = (as: string, query: ComplianceQuery = QUERY) =>
    invoke<ComplianceView>(as, 'readCompliance', { query, grain: 'week' });
  const countsOf = ({ measures }: Pick<ComplianceView, 'measures'>): Record<string, Row> =>
    Object.fromEntries(
      measures.map(({ measureId, net, gross, leftOut }) => [
        measureId,
        [net.met, net.breached, gross.met, gross.breached, leftOut],
      ]),
    );

  it('summed over the panels of the tickets', async () => {
    const sums: Record<string, number[]> = { [FIRST]: [0, 0, 0, 0, 0], [RESOLUTION]: [0, 0, 0, 0, 0] };
    for (const id of ids) {
      const view: IssuePanelView = await invoke('agent', 'readIssuePanel', undefined, { issue: { id } });
      for (const { measureId, current, earlier } of view.timers)
        for (const { outcome, breached, gross, leftOutBy, stopTime } of [current, ...earlier]) {
          const sum = sums[measureId] ?? [];
          const counts = leftOutBy === null && (outcome !== 'ongoing' || breached);
          if (counts) sum[breached ? 1 : 0]!++;
          if (stopTime !== null || gross.breached) sum[gross.breached ? 3 : 2]!++;
          if (leftOutBy !== null) sum[4]!++;
        }
    }
    expect(sums).toEqual(EXPECTED);
  });

  it('on the compliance page, whether its days are rolled up or not', async () => {
    const before = await page('agent');
    expect(before.liveDays).toBeGreaterThan(0);
    expect(countsOf(before)).toEqual(EXPECTED);
    await rollUp();
    const after = await page('agent');
    expect(after.liveDays).toBe(0);
    expect(countsOf(after)).toEqual(EXPECTED);
    expect([after.ongoingBreached, after.atRisk]).toEqual([2, 0]);
  });

  it('on the page of a measure, by week, by month, by time and by hour', async () => {
    for (const measureId of [FIRST, RESOLUTION] as const) {
      const [met, breached, grossMet, grossBreached, leftOut] = EXPECTED[measureId];
      for (const grain of ['week', 'month']) {
        const payload = { query: { ...QUERY, measureId }, grain };
        const report: MeasureReport = await invoke('agent', 'readMeasureReport', payload);
        expect(report.measure).toMatchObject({
          net: { met, breached },
          gross: { met: grossMet, breached: grossBreached },
          leftOut,
        });
        const sumOf = (of: (point: (typeof report.measure.trend)[number]) => number) =>
          report.measure.trend.reduce((sum, point) => sum + of(point), 0);
        expect([sumOf(({ net }) => net.met), sumOf(({ net }) => net.breached)]).toEqual([met, breached]);
        expect(report.heat.flat().reduce((sum, one) => sum + one, 0)).toBe(breached);
        const { rows } = await listed('agent', {}, { measureId });
        const times = rows.flatMap(({ elapsedMs }) => elapsedMs ?? []).sort((a, b) => a - b);
        expect(report.times.cases).toBe(times.length);
        expect(report.times.bins.reduce((sum, { cases }) => sum + cases, 0)).toBe(times.length);
        expect([report.times.p50, report.times.p95]).toEqual([
          times[Math.ceil(times.length * 0.5) - 1],
          times[Math.ceil(times.length * 0.95) - 1],
        ]);
        for (const bin of report.times.bins)
          expect((await listed('agent', { times: bin }, { measureId })).rows).toHaveLength(bin.cases);
      }
    }
  });

  it('as lists of tickets, which are the rows of the CSV', async () => {
    for (const measureId of [FIRST, RESOLUTION] as const) {
      const [met, breached, grossMet, grossBreached, leftOut] = EXPECTED[measureId];
      const count = async (drill: Drill) => (await listed('agent', drill, { measureId })).rows.length;
      expect([
        await count({ verdict: 'met' }),
        await count({ verdict: 'breached' }),
        await count({ verdict: 'met', gross: true }),
        await count({ verdict: 'breached', gross: true }),
        await count({ verdict: 'left-out' }),
      ]).toEqual([met, breached, grossMet, grossBreached, leftOut]);
      expect(await count({ verdict: 'counted' })).toBe(met + breached);
    }
    const saved = await listed('agent', { verdict: 'saved' });
    expect(saved.rows.map(({ summary, verdict }) => [summary, verdict])).toEqual([
      ['T3', 'left-out'],
      ['T2', 'met'],
    ]);
    expect(saved.rows[1]?.reason).toMatch(/2 hours excluded by “4.2 Planned maintenance”\.$/);
  });

  it('by clause of what was excluded', async () => {
    const payload = { query: { ...QUERY, measureId: RESOLUTION }, grain: 'week' };
    const { exclusions }: MeasureReport = await invoke('agent', 'readMeasureReport', payload);
    expect(exclusions.excludedMs).toBe(2 * HOUR);
    expect(exclusions.clauses).toMatchObject([
      { clause: '4.2 Planned maintenance', excludedMs: 2 * HOUR, cycles: 1, saved: 1 },
      { clause: '4.1 Force majeure', excludedMs: 0, cycles: 1, saved: 1 },
    ]);
    for (const { id, cycles } of exclusions.clauses)
      expect((await listed('agent', { clause: id }, { measureId: RESOLUTION })).rows).toHaveLength(cycles);
  });

  it('in gadgets', async () => {
    for (const kind of ['attainment', 'trend']) {
      const configuration = { projectId: PROJECT, agreementId: 'acme', period: 'this-month' };
      const gadget: GadgetView = await invoke('agent', 'readGadget', { kind, configuration });
      if (gadget.kind !== 'attainment' && gadget.kind !== 'trend') throw new Error(gadget.kind);
      expect(countsOf(gadget)).toEqual(EXPECTED);
    }
  });

  it('on the agreement itself', async () => {
    const { measures }: AgreementView = await invoke('agent', 'readAgreement', { agreementId: 'acme' });
    expect(measures.map(({ measureId, met, breached }) => [measureId, met, breached])).toEqual(
      Object.entries(EXPECTED).map(([measureId, [met, breached]]) => [measureId, met, breached]),
    );
  });

  it('told apart by priority', async () => {
    const high = await page('agent', { ...QUERY, priority: '2' });
    const medium = await page('agent', { ...QUERY, priority: '3' });
    expect(countsOf(high)).toEqual({ [FIRST]: [1, 0, 1, 0, 0], [RESOLUTION]: [1, 1, 1, 1, 0] });
    expect(countsOf(medium)).toEqual({ [FIRST]: [3, 3, 3, 3, 0], [RESOLUTION]: [2, 2, 1, 4, 1] });
  });

  it('without the tickets of a security level that somebody is not in', async () => {
    const view = await page('manager');
    expect(countsOf(view)).toEqual(WITHOUT_T5);
    const { rows, hidden } = await listed('manager', { verdict: 'breached' });
    expect([rows.length, hidden]).toEqual([4, 0]);
    expect(JSON.stringify([view, rows])).not.toContain('T5');
  });

  it('and no list names a ticket that Jira has hidden meanwhile', async () => {
    app.jira.edit(ids[1] ?? '', { by: 'lead', fields: { security: 'Staff' } });
    const { rows, hidden } = await listed('manager', { verdict: 'saved' });
    app.jira.edit(ids[1] ?? '', { by: 'lead', fields: { security: null } });
    expect([rows.map(({ summary }) => summary), hidden]).toEqual([['T3'], 1]);
  });

  it('of open tickets, the one with the least slack first', async () => {
    const { tickets, next, jql }: AtRiskPage = await invoke('agent', 'listAtRisk', { query: QUERY });
    expect(next).toBeNull();
    expect(tickets.map(({ summary, measureId, state }) => [summary, measureId, state])).toEqual([
      ['T6', FIRST, 'breached'],
      ['T6', RESOLUTION, 'breached'],
      ['T7', RESOLUTION, 'running'],
    ]);
    const { rows } = await listed('agent', { verdict: 'breached' });
    expect(rows.find(({ summary, measureId }) => summary === 'T6' && measureId === RESOLUTION)?.lateMs).toBe(
      -(tickets[1]?.remainingMs ?? 0),
    );
    // Replayed now: rows of the last refresh are older.
    expect(tickets[2]?.remainingMs).toBe(8 * HOUR - (app.now() - app.jira.issue(ids[6] ?? '').created));
    expect(jql).toMatch(/^key in \(ITS-\d+, ITS-\d+\)$/);
  });

  it('in the service report of the month, once it is over', async () => {
    // T7 runs late meanwhile.
    await app.clock.advanceTo(Date.UTC(2026, 11, 1, 9));
    app.jira.refreshIndex();
    await refresh();
    // A report looks at what was over a minute ago.
    await app.clock.advanceBy(MINUTE);
    const periodStart = Date.UTC(2026, 10, 1);
    await invoke('lead', 'draftReport', { agreementId: 'acme', periodStart });
    await workQueue();
    const { content }: ServiceReportView = await invoke('agent', 'readReport', {
      agreementId: 'acme',
      periodStart,
    });
    const november = await page('agent');
    expect(countsOf(november)).toEqual({ ...EXPECTED, [RESOLUTION]: [3, 4, 2, 6, 1] });
    expect(countsOf(content as unknown as ComplianceView)).toEqual(countsOf(november));
    for (const measure of content?.measures ?? []) {
      const query = { ...QUERY, measureId: measure.measureId };
      const { times }: MeasureReport = await invoke('agent', 'readMeasureReport', { query, grain: 'month' });
      expect([measure.p50, measure.p90, measure.p95]).toEqual([times.p50, times.p90, times.p95]);
    }
    expect(content?.exclusions.reduce((sum, one) => sum + one.excludedMs, 0)).toBe(2 * HOUR);
  });

  it('in money: the report owes what the Credits tab owed at its instant, line by line', async () => {
    const periodStart = Date.UTC(2026, 10, 1);
    const { content }: ServiceReportView = await invoke('agent', 'readReport', {
      agreementId: 'acme',
      periodStart,
    });
    if (!content?.credits) throw new Error('The report tells of no credits');
    const november = ({ periods }: CreditsView) => periods.find(({ start }) => start === periodStart);
    const then = await app.asUser('agent', async () =>
      (await import('../app/read-credits')).readCredits(
        { projectId: PROJECT, agreementId: 'acme' },
        content.asOf,
      ),
    );
    if (!then.ok) throw new Error(then.message);
    expect(content.credits).toEqual(november(then.value));

    // 4 of 7 is below 80%.
    const [first, late] = content.credits.measures;
    expect(first).toMatchObject({ counts: { met: 4, breached: 3 }, share: 0.2, amountMinor: 480_000 });
    // Two stopped, T6 and T7 go on until the instant of the report; 30 minutes of each are free.
    const lateness = content.breaches
      .filter(({ measureId }) => measureId === RESOLUTION)
      .map(({ lateMs }) => lateMs - 30 * MINUTE);
    expect(lateness).toHaveLength(4);
    const hours = lateness.reduce((sum, ms) => sum + ms, 0) / HOUR;
    expect(late?.amountMinor).toBe(Math.min(Math.round(hours * 4_000), 2_400_000));
    expect(content.credits.owedMinor).toBe(1_440_000);
    expect(content.credits.capped).toBe(true);

    // A statement grows while tickets stay late; what is frozen does not.
    const now = november(await invoke<CreditsView>('agent', 'readCredits', { agreementId: 'acme' }));
    expect(now?.measures[0]).toEqual(first);
    expect(now?.measures[1]?.amountMinor).toBeGreaterThan(late?.amountMinor ?? Infinity);
  });

  it('of a late ticket that goes on, while an exclusion holds its clock and after it', async () => {
    const by = { by: 'customer', project: 'ITS', requestType: 'Report a fault' };
    const created = app.now();
    const { id } = app.jira.createIssue({ ...by, summary: 'T8' });
    ids.push(id);
    await app.clock.advanceBy(10 * MINUTE);
    app.jira.comment(id, { by: 'agent', text: 'On it' });
    await app.agreeExclusion(
      {
        id: 'maintenance',
        clause: '4.2 Planned maintenance',
        agreementId: 'acme',
        effect: 'time',
        measures: [RESOLUTION],
        windows: [{ start: created + 12 * HOUR, end: created + 20 * HOUR }],
        during: null,
        when: { op: 'always' },
      },
      id,
    );
    const december: ComplianceQuery = {
      ...QUERY,
      from: '2026-12-01',
      to: '2026-12-31',
      measureId: RESOLUTION,
    };
    const figures = async () => {
      const { rows } = await listed('agent', { verdict: 'breached' }, december);
      const atRisk: AtRiskPage = await invoke('agent', 'listAtRisk', { query: december });
      const credits: CreditsView = await invoke('agent', 'readCredits', { agreementId: 'acme' });
      return {
        listed: rows.map(({ lateMs }) => lateMs / HOUR),
        atRisk: atRisk.tickets.flatMap(({ issueId, remainingMs }) =>
          issueId === id ? -remainingMs / HOUR : [],
        ),
        owedMinor: [credits.periods[0]?.owedMinor, credits.exposure?.nowMinor],
      };
    };
    for (const [hours, late] of [
      [10, 2],
      [16, 4],
      [20, 4],
      [24, 8],
      [40, 24],
    ] as const) {
      await app.clock.advanceTo(created + hours * HOUR);
      if (hours === 10) await refresh();
      // 40.00 an hour, of which half an hour is free.
      const owedMinor = (late - 0.5) * 4_000;
      const expected = { listed: [late], atRisk: [late], owedMinor: [owedMinor, owedMinor] };
      // By the row of the last refresh, and by that of one more.
      expect([hours, await figures()]).toEqual([hours, expected]);
      await refresh();
      expect([hours, await figures()]).toEqual([hours, expected]);
    }
  });
});
