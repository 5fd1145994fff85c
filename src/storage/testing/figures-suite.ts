import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { SqlBackend } from '../../../host/contract';
import { installTestRuntime, type TestRuntime } from '../../../host/forge/test-runtime';
import type { CycleFact, IssueDimensions } from '../cycle-fact';
import type { IssueFact } from '../issue-fact';
import type { FigureFilter, FigureScope } from '../figure-scope';
import type { FactFilter, FactKey } from '../cycle-fact-list';
import type { OngoingKey } from '../ongoing-timer';
import type { MeasureFigures } from '../measure-figures';
import type { DayFigures } from '../report-figures';
import { aCycleFact, anIssueFact } from './fact-fixture';
import { aTimer } from './timer-fixture';

const DAY = 20_454;
const SEED = Number(process.env['FC_SEED'] ?? 20261126);
const FIGURE_TABLES = [
  'cycle_fact',
  'day_rollup',
  'report_cells',
  'report_value',
  'resolved_rollup',
  'resolved_cells',
  'rollup_dirty',
  'issue_fact',
];
const FACETS = ['priority', 'request-type', 'organization', 'assignee', 'stratum'] as const;
const ALL: FigureScope = { projectId: '10000', fromDay: DAY, toDay: DAY + 9, levels: [''], filter: {} };
const KEY = { agreementId: 'acme', measureId: 'time-to-resolution' };
const MEASURE: FigureScope = { ...ALL, ...KEY };

/** What the figures of reports promise, on whatever engine. */
export function figuresSuite(engine: string, createBackend: () => Promise<SqlBackend>): void {
  let backend: SqlBackend;
  let runtime: TestRuntime;
  const run = <T>(work: () => Promise<T>): Promise<T> => runtime.run(undefined, work);
  const store = async () => ({
    ...(await import('../coded-cycle')),
    ...(await import('../cycle-columns')),
    ...(await import('../cycle-fact')),
    ...(await import('../cycle-fact-list')),
    ...(await import('../credit-figures')),
    ...(await import('../cycle-times')),
    ...(await import('../facet-values')),
    ...(await import('../facts-of-day')),
    ...(await import('../felt-figures')),
    ...(await import('../issue-fact')),
    ...(await import('../migrate-schema')),
    ...(await import('../ongoing-timer')),
    ...(await import('../measure-figures')),
    ...(await import('../report-figures')),
    ...(await import('../day-rollup')),
    ...(await import('../report-value')),
    ...(await import('../resolved-issue')),
    ...(await import('../resolved-rollup')),
    ...(await import('../roll-up-day')),
    ...(await import('../rollup-dirty')),
    ...(await import('../statement')),
    ...(await import('../timer')),
    ...(await import('../waiting-sums')),
    ...(await import('../waiting-times')),
  });
  /** Facts as a refresh writes them: with their days marked. */
  const save = async (facts: readonly CycleFact[], version = 1) => {
    const { markDirty, saveCycleFacts } = await store();
    await saveCycleFacts(facts, version);
    for (const project of new Set(facts.map(({ projectId }) => projectId))) {
      const own = facts.filter(({ projectId }) => projectId === project);
      await markDirty(
        project,
        own.map(({ decidedDay }) => decidedDay),
        1_000,
      );
    }
  };

  const saveIssues = async (issues: readonly IssueFact[]) => {
    const { markDirty, saveIssueFact, utcDayOf } = await store();
    for (const issue of issues) {
      await saveIssueFact(issue, 1);
      if (issue.resolvedAt !== null) await markDirty('10000', [utcDayOf(issue.resolvedAt)], 1_000);
    }
  };

  const rollUp = async (day: number) => {
    const { buildOfDay, factsOfDay, replaceRollups, rollUpDay, ValueCodes, valuesOf } = await store();
    const { buildOfResolved, replaceResolved, resolvedIssuesOfDay, rollUpResolved, valuesOfResolved } =
      await store();
    const facts = await factsOfDay('10000', day);
    const issues = await resolvedIssuesOfDay('10000', day);
    const codes = await ValueCodes.of('10000');
    await codes.learn([...valuesOf(facts), ...valuesOfResolved(issues)]);
    await replaceRollups('10000', day, rollUpDay(facts, codes), (await buildOfDay('10000', day)) + 1);
    const build = (await buildOfResolved('10000', day)) + 1;
    await replaceResolved('10000', day, rollUpResolved(day, issues, codes), build);
  };

  const columnsOfCellsBut = async (left: 'decided_day' | 'part') => {
    const { columnOf, COLUMNS } = await store();
    const columns = [
      ...[
        'project_id',
        'dimension',
        'code',
        'decided_day',
        'agreement_id',
        'measure_id',
        'security_level_id',
        'part',
      ],
      ...['cycles', 'met', 'breached', 'gross_met', 'gross_breached', 'left_out', 'stopped'],
      ...['working_ms', 'waited_ms', 'excluded_ms', 'entry_chars', 'build', ...COLUMNS.map(columnOf)],
    ];
    return columns.filter((column) => column !== left).join(', ');
  };

  /** All days that are marked, as the job does. */
  const rollUpMarked = async () => {
    const { clearMark, daysToRollUp } = await store();
    for (const mark of await daysToRollUp('10000', 2_000, 99)) {
      await rollUp(mark.day);
      await clearMark(mark);
    }
  };

  describe(`Figures of reports on ${engine}`, () => {
    beforeAll(async () => {
      backend = await createBackend();
      runtime = installTestRuntime({ sql: backend, rateLimited: false });
      await run(async () => (await store()).migrateSchema());
    });
    afterAll(async () => {
      runtime.restore();
      await backend.close();
    });
    beforeEach(() =>
      run(async () => {
        const { write } = await store();
        for (const table of [...FIGURE_TABLES, 'timer']) await write(`DELETE FROM ${table}`, []);
      }),
    );

    describe('facts', () => {
      it('come back as they were saved; an older replay never overwrites a newer one', () =>
        run(async () => {
          const { cycleFactsOfIssue, forgetCycleFactsBefore, saveCycleFacts } = await store();
          const late = aCycleFact({
            cycleNumber: 2,
            verdict: 'breached',
            grossVerdict: 'breached',
            stoppedAt: null,
            elapsedMs: null,
            grossElapsedMs: null,
            leftOutBy: '4.2 “Größe”',
          });
          await saveCycleFacts([aCycleFact(), late], 3);
          await saveCycleFacts([aCycleFact({ elapsedMs: 9 })], 2);
          expect(await cycleFactsOfIssue('10001')).toEqual([aCycleFact(), late]);
          await saveCycleFacts([late], 4);
          await forgetCycleFactsBefore('10001', 4);
          expect(await cycleFactsOfIssue('10001')).toEqual([late]);
        }));

      it('of issues come back as they were saved, unless a newer replay wrote them', () =>
        run(async () => {
          const { forgetIssueFactBefore, readIssueFact, saveIssueFact } = await store();
          await saveIssueFact(anIssueFact({ satisfaction: 4, reopened: 2 }), 2);
          await saveIssueFact(anIssueFact({ resolvedAt: null }), 1);
          expect(await readIssueFact('10001')).toEqual(anIssueFact({ satisfaction: 4, reopened: 2 }));
          await forgetIssueFactBefore('10001', 2);
          expect(await readIssueFact('10001')).not.toBeNull();
          await forgetIssueFactBefore('10001', 3);
          expect(await readIssueFact('10001')).toBeNull();
        }));
    });

    it('count what was met, breached, left out and stopped, day by day', () =>
      run(async () => {
        const { dayFigures } = await store();
        await save([
          aCycleFact(),
          aCycleFact({
            issueId: '2',
            verdict: 'breached',
            grossVerdict: 'breached',
            elapsedMs: 9_000_000,
            lateMs: 1_800_000,
            excludedMs: 60_000,
          }),
          aCycleFact({ issueId: '3', verdict: '', grossVerdict: 'breached', leftOutBy: '4.2 Maintenance' }),
          aCycleFact({
            issueId: '4',
            decidedDay: DAY + 1,
            verdict: 'breached',
            grossVerdict: 'breached',
            stoppedAt: null,
            elapsedMs: null,
          }),
          aCycleFact({ issueId: '5', decidedDay: DAY - 1 }),
          aCycleFact({ issueId: '6', projectId: '10001' }),
        ]);
        const { rows, liveDays } = await dayFigures(ALL);
        const day = { agreementId: 'acme', measureId: 'time-to-resolution', facetValue: '' };
        expect(rows).toEqual([
          {
            ...day,
            day: DAY,
            met: 1,
            breached: 1,
            grossMet: 1,
            grossBreached: 2,
            leftOut: 1,
            stopped: 3,
          },
          {
            ...day,
            day: DAY + 1,
            met: 0,
            breached: 1,
            grossMet: 0,
            grossBreached: 1,
            leftOut: 0,
            stopped: 0,
          },
        ]);
        expect(liveDays).toBe(2);
        expect((await dayFigures({ ...ALL, agreementId: 'other' })).rows).toEqual([]);
        expect((await dayFigures({ ...ALL, levels: ['7'] })).rows).toEqual([]);
        expect((await dayFigures({ ...ALL, levels: [] })).rows).toEqual([]);
      }));

    it('are told apart by a dimension and filtered by others; of several organizations, in each', () =>
      run(async () => {
        const { dayFigures, facetValues, firstDecidedDay } = await store();
        await save([
          aCycleFact(),
          aCycleFact({ issueId: '2', organizationIds: ',1,12,', priorityId: '1' }),
          aCycleFact({ issueId: '3', organizationIds: ',2,', assigneeId: '', securityLevelId: '7' }),
        ]);
        const levels = ['', '7'];
        const met = async (by: 'organization' | 'priority', filter: FigureScope['filter']) =>
          (await dayFigures({ ...ALL, levels, filter }, by)).rows
            .map((row) => [row.facetValue, row.met])
            .sort();
        expect(await met('organization', {})).toEqual([['', 1], ['1', 1], ['12', 1], ['2', 1]]); // prettier-ignore
        expect(await met('organization', { organization: '1' })).toEqual([['1', 1]]);
        expect(await met('organization', { organization: '' })).toEqual([['', 1]]);
        expect(await met('priority', {})).toEqual([['1', 1], ['2', 2]]); // prettier-ignore
        expect(await met('priority', { organization: '12' })).toEqual([['1', 1]]);
        expect(await met('priority', { assignee: '' })).toEqual([['2', 1]]);
        expect(await facetValues('10000', levels, 'organization')).toEqual(['1', '12', '2']);
        expect(await facetValues('10000', [''], 'organization')).toEqual(['1', '12']);
        expect(await firstDecidedDay('10000', [''])).toBe(DAY);
        expect(await firstDecidedDay('10000', ['8'])).toBeNull();
      }));

    it('have times, hours of breaches, holders and clauses of a measure', () =>
      run(async () => {
        const { measureFigures } = await store();
        await save([
          aCycleFact({ excluded: 'x=5', excludedMs: 4 }),
          aCycleFact({
            issueId: '2',
            verdict: 'breached',
            grossVerdict: 'breached',
            holders: 'a:712020:ana=1;c:=2',
            excluded: 'x=7',
          }),
          aCycleFact({ issueId: '3', verdict: 'met', grossVerdict: 'breached', excluded: 'x=1;y%3B=0' }),
          aCycleFact({ issueId: '4', measureId: 'other' }),
        ]);
        const packed = await measureFigures(MEASURE);
        expect([...packed.holders]).toEqual([
          ['a:712020:ana', 7_200_001],
          ['c:', 2],
        ]);
        expect(Object.fromEntries(packed.clauses)).toEqual({
          x: { ms: 13, cycles: 3, saved: 1 },
          'y;': { ms: 0, cycles: 1, saved: 1 },
        });
        expect(packed.excludedMs).toBe(4);
        // The first of January 2026 was a Thursday.
        expect(packed.heat[3]?.[9]).toBe(1);
        expect(packed.heat.flat().reduce((sum, cases) => sum + cases, 0)).toBe(1);
      }));

    it('tell times at a rank exactly', () =>
      run(async () => {
        const { cycleTimes } = await store();
        const times = [3_600_000, 3_600_001, 3_599_999, 10, 0, 86_400_000];
        await save(times.map((elapsedMs, n) => aCycleFact({ issueId: `${n}`, elapsedMs })));
        const found = await cycleTimes(MEASURE);
        expect([1, 2, 3, 4, 5, 6, 7, 0].map((rank) => found.atRank(rank))).toEqual([
          0,
          10,
          3_599_999,
          3_600_000,
          3_600_001,
          86_400_000,
          null,
          null,
        ]);
        expect([found.cases, found.sum]).toEqual([6, 97_200_010]);
        expect([...found.histogram].sort(([a], [b]) => a - b)).toEqual([[0, 1], [54, 1], [349, 3], [422, 1]]); // prettier-ignore
      }));

    it('lead to their cycles, the newest first, page by page', () =>
      run(async () => {
        const { listCycleFacts } = await store();
        const facts = [
          aCycleFact({ issueId: '2', decidedAt: 1_767_258_000_003, measureId: 'z', excluded: 'x=1' }),
          aCycleFact({
            issueId: '2',
            decidedAt: 1_767_258_000_003,
            verdict: 'breached',
            grossVerdict: 'breached',
          }),
          aCycleFact({ issueId: '1', decidedAt: 1_767_258_000_003 }),
          aCycleFact({
            issueId: '1',
            decidedAt: 1_767_258_000_002,
            cycleNumber: 2,
            grossVerdict: 'breached',
          }),
          aCycleFact({
            issueId: '9',
            decidedAt: 1_767_258_000_001,
            verdict: '',
            leftOutBy: '4.2',
            elapsedMs: 5,
          }),
        ];
        await save(facts);
        for (let place = 0; place <= facts.length; place++) {
          const after: FactKey | null = facts[place - 1] ?? null;
          expect(await listCycleFacts(ALL, {}, after, 2)).toEqual(facts.slice(place, place + 2));
        }
        const of = async (filter: Parameters<typeof listCycleFacts>[1]) =>
          (await listCycleFacts(ALL, filter, null, 9)).map((fact) =>
            facts.findIndex((one) => isDeepStrictEqual(one, fact)),
          );
        expect(await of({ verdict: 'met' })).toEqual([0, 2, 3]);
        expect(await of({ verdict: 'breached', gross: true })).toEqual([1, 3]);
        expect(await of({ verdict: 'counted' })).toEqual([0, 1, 2, 3]);
        expect(await of({ verdict: 'left-out' })).toEqual([4]);
        expect(await of({ verdict: 'saved' })).toEqual([3]);
        expect(await of({ times: { from: 5, to: 3_600_000 } })).toEqual([4]);
        expect(await of({ cell: { weekday: 3, hour: 9 } })).toEqual([0, 1, 2, 3, 4]);
        expect(await of({ cell: { weekday: 4, hour: 9 } })).toEqual([]);
        expect(await of({ holder: 'a:712020:ana' })).toHaveLength(5);
        expect(await of({ holder: 'a:712020:an' })).toEqual([]);
        expect(await of({ exclusionId: 'x' })).toEqual([0]);
      }));

    it('are the same from roll-ups and from rows, whatever the facts and whichever days are dirty', () =>
      run(async () => {
        const {
          listCycleFacts,
          chargedTimeByDay,
          clearMark,
          cycleTimes,
          dayFigures,
          daysToRollUp,
          measureFigures,
          waitingTimes,
          write,
        } = await store();
        console.info(`fast-check seed ${SEED} (set FC_SEED to change)`);
        await fc.assert(
          fc.asyncProperty(
            fc.array(anyFact, { minLength: 10, maxLength: 40, size: 'max' }),
            anyFilter,
            fc.nat(),
            anyList,
            async (facts, filter, some, list) => {
              for (const table of FIGURE_TABLES) await write(`DELETE FROM ${table}`, []);
              await save(facts.map((fact, n) => aCycleFact({ ...fact, issueId: `${n}` })));
              const scope = { ...MEASURE, levels: ['', '7'], filter };
              const look = async () => ({
                figures: await Promise.all(
                  [undefined, ...FACETS].map(async (by) => sorted((await dayFigures(scope, by)).rows)),
                ),
                packed: comparable(await measureFigures(scope)),
                times: [...(await cycleTimes(scope)).histogram].sort(([a], [b]) => a - b),
                waiting: sumOf(await waitingTimes(scope, [KEY]), 'workingMs', 'waitedMs'),
                charged: sumOf(await chargedTimeByDay(scope, 40_000), 'chargedMs'),
                lists: await Promise.all([{}, list].map((one) => listed(listCycleFacts, scope, one))),
              });
              const live = await look();
              const passing = facts.flatMap((fact, n) =>
                passes(fact, scope) ? `${n} ${fact.decidedAt}` : [],
              );
              if (EVERY_KIND_OF_FILTER.some(([, own]) => own === filter)) expect(passing).not.toEqual([]);
              expect(live.lists[0]?.toSorted()).toEqual(passing.sort());
              for (const day of await daysToRollUp('10000', 2_000, 99)) {
                if ((some >> (day.day - DAY)) % 2 === 0) continue;
                await rollUp(day.day);
                expect(await clearMark(day)).toBe(true);
              }
              expect(await look()).toEqual(live);
            },
          ),
          // To make them smaller takes minutes.
          {
            seed: SEED,
            numRuns: engine === 'SQLite' ? 40 : 10,
            endOnFailure: true,
            examples: EVERY_KIND_OF_FILTER,
          },
        );
      }));

    it('of resolved tickets are the same from roll-ups and from rows, for any span, agreement and filter', () =>
      run(async () => {
        const { clearMark, daysToRollUp, feltFigures, write } = await store();
        await fc.assert(
          fc.asyncProperty(
            fc.array(anyFact, { maxLength: 10 }),
            fc.array(anyIssue, { maxLength: 20 }),
            anyFilter,
            fc.array(anySpan, { minLength: 1, maxLength: 4 }),
            fc.nat(),
            async (facts, some, filter, spans, which) => {
              for (const table of FIGURE_TABLES) await write(`DELETE FROM ${table}`, []);
              const issues = some.map((issue, n) => anIssueFact({ ...issue, issueId: `${n}` }));
              await save(
                facts.map((fact, n) =>
                  aCycleFact({
                    ...fact,
                    issueId: `${n % 7}`,
                    cycleNumber: n,
                    agreementId: n % 3 ? 'acme' : 'globex',
                  }),
                ),
              );
              await saveIssues(issues);
              const asked = [undefined, 'acme', 'globex'].flatMap((agreementId) =>
                spans.map((span) => ({ agreementId, span })),
              );
              const look = () =>
                Promise.all(
                  asked.map(({ agreementId, span }) =>
                    feltFigures(
                      { ...ALL, levels: ['', '7'], filter, ...(agreementId && { agreementId }) },
                      span,
                    ),
                  ),
                );
              const isUnder = ({ issueId }: IssueFact, agreementId: string | undefined) =>
                agreementId === undefined ||
                facts.some((_, n) => `${n % 7}` === issueId && (n % 3 ? 'acme' : 'globex') === agreementId);
              const live = await look();
              expect(live).toEqual(
                asked.map(({ agreementId, span }) =>
                  feltOf(
                    issues.filter(
                      (issue) =>
                        issue.resolvedAt !== null &&
                        issue.resolvedAt >= span.start &&
                        issue.resolvedAt < span.end &&
                        isUnder(issue, agreementId) &&
                        passesFilter(issue, ['', '7'], filter),
                    ),
                  ),
                ),
              );
              for (const day of await daysToRollUp('10000', 2_000, 99)) {
                if ((which >> (day.day - DAY)) % 2 === 0) continue;
                await rollUp(day.day);
                expect(await clearMark(day)).toBe(true);
              }
              expect(await look()).toEqual(live);
            },
          ),
          { seed: SEED, numRuns: engine === 'SQLite' ? 40 : 10 },
        );
      }));

    it('of a day are replaced whole: what a new build does not have is gone', () =>
      run(async () => {
        const { buildOfDay, forgetCycleFactsOfIssues, rollupsOfDay } = await store();
        await save([aCycleFact(), aCycleFact({ issueId: '2', assigneeId: 'bob', decidedHour: 10 })]);
        await rollUp(DAY);
        const [first, ...others] = await rollupsOfDay('10000', DAY);
        expect(others).toEqual([]);
        expect(first).toMatchObject({ cycles: 2, met: 2, workingMs: 7_200_000, waitedMs: 0 });
        const partsOf = (rollup: typeof first) =>
          rollup?.parts.map(({ dimension, code, cycles, assignee, hour }) => [
            dimension,
            code,
            cycles,
            assignee,
            hour,
          ]);
        // All of them, then by each value of what tickets are filtered by.
        expect(partsOf(first)).toEqual([
          ['', 0, 2, 'BAB', ''],
          ['assignee', 0, 1, 'BA', 'BJ'],
          ['assignee', 1, 1, 'BB', 'BK'],
          ['organization', 0, 2, 'BAB', 'BJK'],
          ['priority', 0, 2, 'BAB', 'BJK'],
          ['request-type', 0, 2, 'BAB', 'BJK'],
        ]);
        await forgetCycleFactsOfIssues(['2']);
        await rollUp(DAY);
        const [second] = await rollupsOfDay('10000', DAY);
        expect(second?.met).toBe(1);
        expect(partsOf(second)).toEqual(
          ['', 'assignee', 'organization', 'priority', 'request-type'].map((dimension) => [
            dimension,
            0,
            1,
            'BA',
            dimension === '' ? '' : 'BJ',
          ]),
        );
        await forgetCycleFactsOfIssues(['10001']);
        await rollUp(DAY);
        expect(await rollupsOfDay('10000', DAY)).toEqual([]);
        expect(await buildOfDay('10000', DAY)).toBe(0);
      }));

    it('of a day with many cycles are kept in parts', () =>
      run(async () => {
        const { cycleTimes, dayFigures, measureFigures, rollupsOfDay } = await store();
        const facts = Array.from({ length: 1_001 }, (_, n) =>
          aCycleFact({ issueId: `${n}`, elapsedMs: n, assigneeId: n % 3 === 0 ? 'bob' : 'ana' }),
        );
        await save(facts);
        await rollUpMarked();
        const [rollup] = await rollupsOfDay('10000', DAY);
        const own = (of: string) => rollup?.parts.filter(({ dimension }) => dimension === of) ?? [];
        expect(own('').map(({ part, cycles, code }) => [code, part, cycles])).toEqual([[0, 0, 1_000], [0, 1, 1]]); // prettier-ignore
        expect(own('assignee').map(({ part, cycles, code }) => [code, part, cycles])).toEqual([[0, 0, 334], [1, 0, 667]]); // prettier-ignore
        const scope = { ...MEASURE, filter: { assignee: 'bob' } };
        const { rows, liveDays } = await dayFigures(scope);
        expect([rows.reduce((sum, { met }) => sum + met, 0), liveDays]).toEqual([334, 0]);
        expect((await cycleTimes(scope)).atRank(334)).toBe(999);
        const { holders, excludedMs } = await measureFigures(MEASURE);
        expect([[...holders], excludedMs]).toEqual([[['a:712020:ana', 1_001 * 3_600_000]], 0]);
      }));

    it('of a day whose parts are long are read in answers that Forge SQL allows', () =>
      run(async () => {
        const { rollupsOfDay, write } = await store();
        const kept = await columnsOfCellsBut('part');
        await save([aCycleFact()]);
        await rollUp(DAY);
        // A hundred characters a cycle: as of tickets that a dozen people held, each after the other.
        const holder = 'A'.repeat(100_000);
        await write(`UPDATE report_cells SET cycles = 1000, entry_chars = ?, holder = ?`, [
          holder.length,
          holder,
        ]);
        for (let parts = 5; parts < 80; parts *= 2)
          await write(`INSERT INTO report_cells (${kept}, part) SELECT ${kept}, part + ? FROM report_cells`, [
            parts,
          ]);
        const [rollup] = await rollupsOfDay('10000', DAY);
        const keys = rollup?.parts.map(({ dimension, code, part }) => `${dimension} ${code} ${part}`);
        expect(new Set(keys).size).toBe(80);
        expect(keys).toHaveLength(80);
        expect(new Set(rollup?.parts.map((part) => part.holder))).toEqual(new Set([holder]));
      }));

    it('of a year of rows with one cycle each stay below what one answer may hold', () =>
      run(async () => {
        const { dayFigures, waitingTimes, write } = await store();
        const keys = Array.from({ length: 120 }, (_, n) => ({
          agreementId: `an-agreement-with-a-name-of-its-own-${n % 10}`,
          measureId: `a-measure-whose-name-is-as-long-${Math.floor(n / 10) % 4}`,
          securityLevelId: ['', '10007', '10008'][Math.floor(n / 40)] as string,
        }));
        await save(keys.map((key, n) => aCycleFact({ ...key, issueId: `${n}` })));
        await rollUpMarked();
        const kept = await columnsOfCellsBut('decided_day');
        for (let days = 1; days < 365; days *= 2)
          await write(
            `INSERT INTO report_cells (${kept}, decided_day) SELECT ${kept}, decided_day + ? FROM report_cells
              WHERE project_id = ? AND decided_day < ? AND dimension IN ('assignee', 'priority')`,
            [days, '10000', DAY + Math.min(days, 365 - days)],
          );
        const filter = { assignee: '712020:ana', priority: '2' };
        const scope = { ...ALL, toDay: DAY + 364, levels: ['', '10007', '10008'], filter };
        const { rows, liveDays } = await dayFigures(scope);
        expect([...sumOf(rows, 'met'), liveDays]).toEqual([120 * 365, 0]);
        const waiting = await waitingTimes(scope, keys);
        expect(sumOf(waiting, 'workingMs')).toEqual([120 * 365 * 3_600_000]);
      }));

    it('of two filters are added up of many cycles and looked through of few: the waiting is that of the rows', () =>
      run(async () => {
        const { CYCLES_WITH_WAITING_SUMS, waitingTimes, write } = await store();
        const asked = jest.spyOn(backend, 'execute');
        const pairs = fc
          .constantFrom(...namesOfTwo)
          .chain(([a, b]) => fc.record({ [a]: aFilter[a], [b]: aFilter[b] }));
        const seen = { many: 0, few: 0 };
        await fc.assert(
          fc.asyncProperty(
            fc.array(anyFact, { minLength: 5, maxLength: 15, size: 'max' }),
            pairs,
            fc.constantFrom(1, 10, CYCLES_WITH_WAITING_SUMS - 1, CYCLES_WITH_WAITING_SUMS),
            async (facts, filter, times) => {
              for (const table of FIGURE_TABLES) await write(`DELETE FROM ${table}`, []);
              const all = Array.from({ length: times }, () => facts).flat();
              await save(all.map((fact, n) => aCycleFact({ ...fact, issueId: `${n}` })));
              await rollUpMarked();
              const scope = { ...MEASURE, levels: ['', '7'], filter };
              const passing = all.filter((fact) => passes(fact, scope));
              asked.mockClear();
              const found = await waitingTimes(scope, [KEY]);
              expect(sumOf(found, 'workingMs', 'waitedMs')).toEqual(
                passing.reduce(
                  ([working = 0, waited = 0], { holders = '' }) => {
                    const [own = 0, others = 0] = WORKING_AND_WAITED[holders] ?? [];
                    return [working + own, waited + others];
                  },
                  [0, 0],
                ),
              );
              const of = (column: RegExp) => asked.mock.calls.filter(([text]) => column.test(text)).length;
              if (passing.length > 0) seen[of(/_waiting.* FROM report_cells/s) > 0 ? 'many' : 'few']++;
            },
          ),
          { seed: SEED, numRuns: engine === 'SQLite' ? 60 : 15, endOnFailure: true },
        );
        asked.mockRestore();
        expect(Math.min(seen.many, seen.few)).toBeGreaterThan(0);
      }));

    it('of two filters are those of the rows in several parts, and where the parts are older than sums', () =>
      run(async () => {
        const { waitingTimes, write } = await store();
        const facts = Array.from({ length: 2_030 }, (_, n) =>
          aCycleFact({
            issueId: `${n}`,
            organizationIds: n % 3 ? ',1,' : '',
            elapsedMs: n + 1_000,
            holders: `a:712020:ana=${n};c:=1000`,
          }),
        );
        await save(facts);
        await rollUpMarked();
        const scope = { ...MEASURE, filter: { assignee: '712020:ana', organization: '' } };
        const own = facts.filter(({ organizationIds }) => organizationIds === '');
        const expected = [own.reduce((sum, { elapsedMs }) => sum + (elapsedMs ?? 0), 0), own.length * 1_000];
        const look = async () => sumOf(await waitingTimes(scope, [KEY]), 'workingMs', 'waitedMs');
        expect(await look()).toEqual(expected);
        // By assignee there are more: three parts, the last of them without sums.
        const byAssignee = { ...MEASURE, filter: { assignee: '712020:ana', requestType: '30' } };
        const all = [facts.reduce((sum, { elapsedMs }) => sum + (elapsedMs ?? 0), 0), facts.length * 1_000];
        const times = await waitingTimes(byAssignee, [KEY]);
        expect(sumOf(times, 'workingMs', 'waitedMs')).toEqual(all);
        expect(times).toHaveLength(3);
        await write(`UPDATE report_cells SET assignee_waiting = '' WHERE part = 0`, []);
        expect(await look()).toEqual(expected);
      }));

    it.each(['day_rollup', 'report_cells', 'resolved_rollup', 'resolved_cells'])(
      'left behind by a job that broke off before it forgot the old %s are gone with the next',
      (table) =>
        run(async () => {
          const { dayFigures, daysToRollUp, feltFigures, rollupsOfDay } = await store();
          const { forgetCycleFactsOfIssues, forgetIssueFactBefore } = await store();
          await save([aCycleFact()]);
          await saveIssues([anIssueFact()]);
          const days = await daysToRollUp('10000', 2_000, 9);
          for (let n = 0; n < 3; n++) for (const { day } of days) await rollUp(day);
          await forgetCycleFactsOfIssues(['10001']);
          await forgetIssueFactBefore('10001', 2);
          const execute = backend.execute.bind(backend);
          const broken = jest
            .spyOn(backend, 'execute')
            .mockImplementation((text, ...rest) =>
              text.startsWith(`DELETE FROM ${table}`)
                ? Promise.reject(new Error('broken off'))
                : execute(text, ...rest),
            );
          for (const { day } of days) await expect(rollUp(day)).rejects.toThrow();
          broken.mockRestore();
          for (const { day } of days) await rollUp(day);
          expect(await rollupsOfDay('10000', DAY)).toEqual([]);
          await save([aCycleFact({ assigneeId: 'bob' })], 3);
          await saveIssues([anIssueFact({ assigneeId: 'bob' })]);
          await rollUpMarked();
          const of = async (filter: FigureFilter) => {
            const { rows, liveDays } = await dayFigures({ ...ALL, filter });
            const felt = await feltFigures({ ...ALL, filter }, { start: 0, end: (DAY + 9) * 86_400_000 });
            return [...sumOf(rows, 'met'), felt.resolved, liveDays];
          };
          expect(await of({})).toEqual([1, 1, 0]);
          expect(await of({ assignee: '712020:ana' })).toEqual([0, 0, 0]);
          expect(await of({ assignee: 'bob' })).toEqual([1, 1, 0]);
        }),
    );

    it('without counts are found, so that a check can tell of them', () =>
      run(async () => {
        const { daysWithFigures, forgetCycleFactsOfIssues, rollupsOfDay, write } = await store();
        await save([aCycleFact()]);
        await rollUp(DAY);
        await forgetCycleFactsOfIssues(['10001']);
        await write(`DELETE FROM day_rollup`, []);
        expect(await daysWithFigures('10000')).toEqual([{ day: DAY, facts: 0 }]);
        const found = await rollupsOfDay('10000', DAY);
        expect(found).toMatchObject([{ ...KEY, day: DAY, securityLevelId: '', cycles: 0 }]);
        expect(found[0]?.parts).toHaveLength(5);
      }));

    it('give each value one code, also when two write at the same time', () =>
      run(async () => {
        const { codedValues, ValueCodes } = await store();
        const [one, other] = [await ValueCodes.of('10000'), await ValueCodes.of('10000')];
        const assignees = (values: readonly string[], securityLevelId = '') =>
          values.map((value) => ({ kind: 'assignee' as const, securityLevelId, value }));
        await one.learn(assignees(['ana', 'bob', 'ana']));
        await other.learn(assignees(['bob', 'cyd']));
        await other.learn(assignees(['bob'], '7'));
        await one.learn(assignees(['cyd']));
        const codes = (of: typeof one) =>
          ['ana', 'bob', 'cyd'].map((value) => of.codeOf('assignee', '', value));
        expect([codes(one), codes(other)]).toEqual([
          [0, 1, 2],
          [0, 1, 2],
        ]);
        expect(other.codeOf('assignee', '7', 'bob')).toBe(0);
        expect(await codedValues('10000', { kind: 'assignee', levels: ['7'] })).toEqual([
          { kind: 'assignee', securityLevelId: '7', code: 0, value: 'bob' },
        ]);
        expect(() => one.codeOf('assignee', '', 'dee')).toThrow('No code for assignee “dee”');
        const many = Array.from({ length: 450 }, (_, n) => `${n}`);
        await one.learn(assignees(many));
        expect(new Set(many.map((value) => one.codeOf('assignee', '', value))).size).toBe(450);
      }));

    it('stay dirty when they were marked anew while they were made', () =>
      run(async () => {
        const { clearMark, daysToRollUp, dirtyDays, markDirty, projectsToRollUp } = await store();
        await markDirty('10000', [DAY, DAY + 1, DAY], 1_000);
        expect(await projectsToRollUp(999)).toEqual([]);
        expect(await projectsToRollUp(1_000)).toEqual(['10000']);
        const [mark, other] = await daysToRollUp('10000', 1_000, 9);
        if (!mark || !other) throw new Error('no marks');
        await markDirty('10000', [DAY], 1_000);
        expect([await clearMark(mark), await clearMark(other)]).toEqual([false, true]);
        expect(await dirtyDays('10000', DAY, DAY + 9)).toEqual([DAY]);
      }));

    it('of ongoing cycles: least slack first, page by page, paused ones last', () =>
      run(async () => {
        const { countOngoing, ongoingTimers, saveIssueFact, saveTimers } = await store();
        const timers = [
          aTimer({ issueId: '3', breachAt: 1, breached: true, state: 'breached' }),
          aTimer({ issueId: '2', breachAt: 50, atRisk: true }),
          aTimer({ issueId: '2', breachAt: 50, measureId: 'z' }),
          aTimer({ issueId: '1', breachAt: 60 }),
          aTimer({ issueId: '0', breachAt: null, state: 'paused' }),
          aTimer({ issueId: '4', breachAt: null, state: 'paused' }),
        ];
        const others = [
          aTimer({ issueId: '5', outcome: 'met' }),
          aTimer({ issueId: '6', goalMs: null }),
          aTimer({ issueId: '7', leftOutBy: '4.2' }),
          aTimer({ issueId: '8' }),
        ];
        await saveTimers([...timers, ...others], 1);
        for (const { issueId } of [...timers, ...others])
          await saveIssueFact(anIssueFact({ issueId, securityLevelId: issueId === '8' ? '7' : '' }), 1);
        const scope = { projectId: '10000', levels: [''], filter: { assignee: '712020:ana' } };
        for (let place = 0; place <= timers.length; place++) {
          const after: OngoingKey | null = timers[place - 1] ?? null;
          const page = await ongoingTimers(scope, after, 2);
          expect(page).toEqual(timers.slice(place, place + 2).map((timer) => expect.objectContaining(timer)));
        }
        expect(await countOngoing(scope)).toEqual({ ongoing: 6, late: 1, atRisk: 1 });
        expect(await countOngoing({ ...scope, filter: { assignee: 'bob' } })).toEqual({
          ongoing: 0,
          late: 0,
          atRisk: 0,
        });
      }));

    it('of how it felt: reopened, rated', () =>
      run(async () => {
        const { feltFigures } = await store();
        const facts = [
          anIssueFact({ issueId: '1', reopened: 2, satisfaction: 1 }),
          anIssueFact({ issueId: '2', satisfaction: 4 }),
          anIssueFact({ issueId: '3', resolvedAt: null }),
          anIssueFact({ issueId: '4', securityLevelId: '7' }),
        ];
        await saveIssues(facts);
        const at = { start: 1_767_258_000_000, end: 1_767_258_000_001 };
        expect(await feltFigures(ALL, at)).toEqual({ resolved: 2, reopened: 1, rated: 2, stars: 5 });
        expect((await feltFigures(ALL, { start: 0, end: at.start })).resolved).toBe(0);
      }));
  });
}

const anyFact: fc.Arbitrary<Partial<CycleFact>> = fc
  .record({
    decidedDay: fc.integer({ min: DAY - 1, max: DAY + 4 }),
    decidedHour: fc.constantFrom(0, 9, 23),
    /** Wherever its zone is. */
    offset: fc.integer({ min: -14, max: 35 }).map((hours) => hours * 3_600_000),
    measureId: fc.constantFrom('time-to-resolution', 'time-to-resolution', 'other'),
    verdict: fc.constantFrom('met', 'breached', '') as fc.Arbitrary<CycleFact['verdict']>,
    grossVerdict: fc.constantFrom('met', 'breached') as fc.Arbitrary<CycleFact['grossVerdict']>,
    elapsed: fc.option(fc.integer({ min: 0, max: 3 }).map((n) => n * 3_600_000)),
    lateMs: fc.constantFrom(0, 60_000),
    excludedMs: fc.constantFrom(0, 5),
    priorityId: fc.constantFrom('', '1', '2'),
    requestTypeId: fc.constantFrom('', '30'),
    assigneeId: fc.constantFrom('', 'ana', 'bob'),
    securityLevelId: fc.constantFrom('', '7', '8'),
    organizationIds: fc.constantFrom('', ',1,', ',1,12,', ',2,'),
    stratum: fc.constantFrom('1|in', '1|out'),
    leftOutBy: fc.constantFrom(null, null, '4.2'),
    holders: fc.constantFrom('', 'a:ana=5', 'a:ana=1;c:=2', 'v:=7', 'a:ana=1;c:=8000000000'),
    excluded: fc.constantFrom('', 'x=5', 'x=0;y%3B=5'),
  })
  .map(({ elapsed, offset, ...fact }) => ({
    ...fact,
    elapsedMs: elapsed,
    decidedAt: fact.decidedDay * 86_400_000 + offset,
  }));

const anyIssue: fc.Arbitrary<Partial<IssueFact>> = fc.record({
  resolvedAt: fc.option(
    fc.integer({ min: -24, max: 4 * 24 }).map((hours) => DAY * 86_400_000 + hours * 3_600_000),
  ),
  reopened: fc.constantFrom(0, 0, 1, 3),
  satisfaction: fc.constantFrom(null, null, 1, 4, 5),
  priorityId: fc.constantFrom('', '1', '2'),
  requestTypeId: fc.constantFrom('', '30'),
  assigneeId: fc.constantFrom('', 'ana', 'bob'),
  securityLevelId: fc.constantFrom('', '7', '8'),
  organizationIds: fc.constantFrom('', ',1,', ',1,12,', ',2,'),
});

/** Of whole days of UTC's, of parts, or of none. */
const anySpan = fc
  .tuple(fc.integer({ min: -30, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 1))
  .map(([from, hours, late]) => {
    const start = DAY * 86_400_000 + from * 3_600_000 + late;
    return { start, end: start + hours * 3_600_000 };
  });

function feltOf(issues: readonly IssueFact[]) {
  const stars = issues.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction]));
  return {
    resolved: issues.length,
    reopened: issues.filter(({ reopened }) => reopened > 0).length,
    rated: stars.length,
    stars: stars.reduce((sum, given) => sum + given, 0),
  };
}

const aFilter = {
  priority: fc.constantFrom('', '1', '9'),
  organization: fc.constantFrom('', '1', '12'),
  assignee: fc.constantFrom('', 'ana'),
  requestType: fc.constantFrom('', '30'),
};
const names = Object.keys(aFilter) as (keyof typeof aFilter)[];

const namesOfTwo = names.flatMap((a, n) => names.slice(n + 1).map((b) => [a, b] as const));

/** Of the holders that `anyFact` has. */
const WORKING_AND_WAITED: Readonly<Record<string, readonly [number, number]>> = {
  'a:ana=5': [5, 0],
  'a:ana=1;c:=2': [3, 2],
  'v:=7': [7, 7],
  'a:ana=1;c:=8000000000': [8_000_000_001, 8_000_000_000],
};

/** None, one, or some. */
const anyFilter: fc.Arbitrary<FigureFilter> = fc.oneof(
  fc.constant({}),
  ...names.map((name) => aFilter[name].map((value) => ({ [name]: value }))),
  { weight: 4, arbitrary: fc.record(aFilter, { requiredKeys: [] }) },
);

/** Facts of all values, over two days that are rolled up: what chance might leave out. */
const EVERY_KIND_OF_FILTER = (() => {
  const facts = fc.sample(anyFact, { seed: SEED, numRuns: 40 }).map((fact, n) => {
    const decidedDay = DAY + (n % 2);
    const decidedAt = (fact.decidedAt ?? 0) + (decidedDay - (fact.decidedDay ?? 0)) * 86_400_000;
    return { ...fact, decidedDay, decidedAt };
  });
  const filters: FigureFilter[] = [
    {},
    { priority: '1' },
    { requestType: '30' },
    { assignee: 'ana' },
    { organization: '1' },
    { organization: '' },
    { organization: '1', priority: '1' },
    { assignee: '', requestType: '' },
  ];
  return filters.map((filter): [Partial<CycleFact>[], FigureFilter, number, FactFilter] => [
    facts,
    filter,
    63,
    { verdict: 'breached' },
  ]);
})();

/** Several rows of one kind added up, in order. */
function sorted(rows: readonly DayFigures[]): readonly string[] {
  const sums = new Map<string, number[]>();
  for (const { agreementId, measureId, facetValue, day, ...counts } of rows) {
    const key = JSON.stringify([agreementId, measureId, facetValue, day]);
    const sum = sums.get(key);
    const values = Object.values(counts) as number[];
    sums.set(key, sum ? sum.map((count, place) => count + (values[place] ?? 0)) : values);
  }
  return [...sums].map(([key, counts]) => `${key} ${counts.join(' ')}`).sort();
}

const anyList: fc.Arbitrary<FactFilter> = fc.record(
  {
    verdict: fc.constantFrom('met', 'breached', 'counted', 'left-out', 'saved'),
    gross: fc.boolean(),
    times: fc.constantFrom({ from: 0, to: 3_600_000 }, { from: 3_600_000, to: 7_200_001 }),
    exclusionId: fc.constantFrom('x', 'y;', 'z'),
  },
  { requiredKeys: [] },
);

/** All pages of a list, five a page. */
async function listed(
  list: typeof import('../cycle-fact-list').listCycleFacts,
  scope: FigureScope,
  filter: FactFilter,
): Promise<readonly string[]> {
  const found: CycleFact[] = [];
  for (;;) {
    const page = await list(scope, filter, found.at(-1) ?? null, 5);
    found.push(...page);
    if (page.length < 5) return found.map(({ issueId, decidedAt }) => `${issueId} ${decidedAt}`);
  }
}

function passes(
  fact: Partial<CycleFact>,
  { fromDay, toDay, levels, filter, measureId }: FigureScope,
): boolean {
  return (
    fact.measureId === measureId &&
    (fact.decidedDay ?? 0) >= fromDay &&
    (fact.decidedDay ?? 0) <= toDay &&
    passesFilter(fact, levels, filter)
  );
}

function passesFilter(
  fact: Partial<IssueDimensions>,
  levels: readonly string[],
  filter: FigureFilter,
): boolean {
  const { organization } = filter;
  const wanted = (value: string | undefined, own: string | undefined) => value === undefined || value === own;
  return (
    levels.includes(fact.securityLevelId ?? '') &&
    wanted(filter.priority, fact.priorityId) &&
    wanted(filter.requestType, fact.requestTypeId) &&
    wanted(filter.assignee, fact.assigneeId) &&
    (organization === undefined ||
      (organization === ''
        ? fact.organizationIds === ''
        : fact.organizationIds?.split(',').includes(organization) === true))
  );
}

function comparable({ holders, clauses, times, ...others }: MeasureFigures) {
  return {
    ...others,
    times: [...times.histogram].sort(([a], [b]) => a - b),
    sum: times.sum,
    holders: new Map(holders),
    clauses: new Map(clauses),
  };
}

function sumOf<K extends string>(rows: readonly Readonly<Record<K, number>>[], ...keys: K[]): number[] {
  return keys.map((key) => rows.reduce((sum, row) => sum + row[key], 0));
}
