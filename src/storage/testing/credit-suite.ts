import type { SqlBackend } from '../../../host/contract';
import { installTestRuntime, type TestRuntime } from '../../../host/forge/test-runtime';
import type { FigureScope } from '../figure-scope';
import { aCycleFact, anIssueFact } from './fact-fixture';
import { aTimer } from './timer-fixture';

const DAY = 20_454;
const MINUTE = 60_000;
const SCOPE: FigureScope = {
  projectId: '10000',
  agreementId: 'acme',
  measureId: 'time-to-resolution',
  fromDay: DAY,
  toDay: DAY + 9,
  levels: [''],
  filter: {},
};

/** What penalties and what is owed if nothing moves are worked out from, on whatever engine. */
export function creditSuite(engine: string, createBackend: () => Promise<SqlBackend>): void {
  let backend: SqlBackend;
  let runtime: TestRuntime;
  const run = <T>(work: () => Promise<T>): Promise<T> => runtime.run(undefined, work);
  const store = async () => ({
    ...(await import('../credit-figures')),
    ...(await import('../cycle-fact')),
    ...(await import('../issue-fact')),
    ...(await import('../migrate-schema')),
    ...(await import('../rollup-dirty')),
    ...(await import('../running-timer')),
    ...(await import('../timer')),
  });

  describe(`Figures of credits on ${engine}`, () => {
    beforeAll(async () => {
      backend = await createBackend();
      runtime = installTestRuntime({ sql: backend, rateLimited: false });
      await run(async () => (await store()).migrateSchema());
    });
    afterAll(async () => {
      runtime.restore();
      await backend.close();
    });

    it('sum how late breached cycles were, each less its free time, by day', () =>
      run(async () => {
        const { chargedTimeByDay, markDirty, saveCycleFacts } = await store();
        const late = (issueId: string, minutes: number, more = {}) =>
          aCycleFact({ issueId, verdict: 'breached', lateMs: minutes * MINUTE, ...more });
        await saveCycleFacts(
          [
            late('1', 90),
            late('2', 30),
            late('3', 20),
            late('4', 45, { decidedDay: DAY + 3 }),
            late('5', 60, { decidedDay: DAY + 10 }),
            late('6', 60, { securityLevelId: '7' }),
            late('7', 60, { verdict: '', leftOutBy: 'maintenance' }),
            late('8', 60, { measureId: 'time-to-first-response' }),
            late('9', 60, { agreementId: 'globex' }),
          ],
          1,
        );
        await markDirty('10000', [DAY, DAY + 3, DAY + 10], 1_000);
        expect(await chargedTimeByDay(SCOPE, 30 * MINUTE)).toEqual([
          { day: DAY, chargedMs: 60 * MINUTE },
          { day: DAY + 3, chargedMs: 15 * MINUTE },
        ]);
        expect(await chargedTimeByDay({ ...SCOPE, levels: ['', '7'] }, 0)).toEqual([
          { day: DAY, chargedMs: 200 * MINUTE },
          { day: DAY + 3, chargedMs: 45 * MINUTE },
        ]);
      }));

    it('list running cycles whose goal is used up in a span, in order', () =>
      run(async () => {
        const { lateTimers, runningTimers, saveIssueFact, saveTimers } = await store();
        const timer = (issueId: string, breachAt: number | null, more = {}) =>
          aTimer({ issueId, issueKey: `HELP-${issueId}`, breachAt, ...more });
        await saveTimers(
          [
            timer('1', 3_000),
            timer('2', 1_000, { state: 'breached', breached: true, paused: true, remainingMs: -500 }),
            timer('3', 999),
            timer('4', 4_000),
            timer('5', null, { state: 'paused', paused: true }),
            timer('6', 2_000, { outcome: 'met', stoppedAt: 1_500 }),
            timer('7', 2_000, { leftOutBy: 'maintenance' }),
            timer('8', 2_000),
            timer('9', 2_000, { agreementId: 'globex' }),
          ],
          1,
        );
        for (const id of ['1', '2', '3', '4', '5', '6', '7', '8', '9']) {
          await saveIssueFact(anIssueFact({ issueId: id, securityLevelId: id === '8' ? '7' : '' }), 1);
        }
        const of = { projectId: '10000', agreementId: 'acme', levels: [''] };
        const measureIds = ['time-to-resolution'];
        const asked = { start: 1_000, end: 4_000, measureIds, lateToo: true };
        const found = await runningTimers(of, [asked], 10);
        expect(found.map(({ issueId, breached, paused }) => [issueId, breached, paused])).toEqual([
          ['2', true, true],
          ['1', false, false],
        ]);
        expect(found[0]).toMatchObject({ issueKey: 'HELP-2', remainingMs: -500, agreementVersion: 1 });
        expect(await runningTimers(of, [asked], 1)).toHaveLength(1);
        expect(await runningTimers({ ...of, levels: ['7'] }, [{ ...asked, start: 0 }], 9)).toHaveLength(1);
        expect(await runningTimers(of, [{ ...asked, measureIds: ['another'] }], 10)).toEqual([]);
        expect(await runningTimers(of, [{ ...asked, lateToo: false }], 10)).toEqual([found[1]]);
        const [early, late] = [
          { ...asked, end: 2_000 },
          { ...asked, start: 2_000 },
        ];
        expect(await runningTimers(of, [late, early], 10)).toEqual(found);
        expect(await runningTimers(of, [late, { ...early, measureIds: ['another'] }], 10)).toEqual([
          found[1],
        ]);
        expect(await runningTimers(of, [], 10)).toEqual([]);
        expect(await lateTimers(['1', '2', '3'])).toMatchObject([
          { issueId: '2', cycleNumber: 1, excluded: null },
        ]);
        const held = timer('1', 3_000, { breached: true, excludedFrom: 5_000, excludedUntil: 6_000 });
        await saveTimers([held, timer('2', 1_000, { breached: true, excludedFrom: 5_000 })], 2);
        expect((await lateTimers(['1', '2'])).map(({ excluded }) => excluded)).toEqual([
          { start: 5_000, end: 6_000 },
          { start: 5_000, end: null },
        ]);
        expect(await lateTimers([])).toEqual([]);
      }));
  });
}
