import type { SqlBackend } from '../../../host/contract';
import { installTestRuntime, type TestRuntime } from '../../../host/forge/test-runtime';
import { ALWAYS } from '../../engine/predicate';
import type { CompiledAgreement } from '../agreement-version';
import type { VerdictChange } from '../verdict-change';
import { aTimer } from './timer-fixture';

/**
 * What the store promises, on whatever engine. The store's modules are imported once the runtime is there:
 * `@forge/kvs` looks for it as it is loaded.
 */
export function storeSuite(engine: string, createBackend: () => Promise<SqlBackend>): void {
  let backend: SqlBackend;
  let runtime: TestRuntime;
  const run = <T>(work: () => Promise<T>): Promise<T> => runtime.run(undefined, work);
  const store = async () => ({
    ...(await import('../agreement-version')),
    ...(await import('../issue-refresh')),
    ...(await import('../migrate-schema')),
    ...(await import('../migrations')),
    ...(await import('../statement')),
    ...(await import('../store-error')),
    ...(await import('../timer')),
    ...(await import('../verdict-change')),
  });

  describe(`The store on ${engine}`, () => {
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
        for (const table of ['agreement_version', 'issue_refresh', 'timer', 'verdict_change'])
          await write(`DELETE FROM ${table}`, []);
      }),
    );

    describe('migrations', () => {
      it('run once: a second run does nothing', () =>
        run(async () => {
          const { migrateSchema, schemaIsCurrent } = await store();
          expect(await schemaIsCurrent()).toBe(true);
          expect(await migrateSchema()).toBe(0);
        }));

      it('may be repeated from the start, when the version was lost', () =>
        run(async () => {
          const { migrateSchema, saveTimers, timersOfIssue, MIGRATIONS } = await store();
          await saveTimers([aTimer()], 1);
          const { kvs } = await import('@forge/kvs');
          await kvs.delete('schema-version');
          expect(await migrateSchema()).toBe(MIGRATIONS.length);
          expect(await timersOfIssue('10001')).toEqual([aTimer()]);
        }));

      it('go on where a run died', () =>
        run(async () => {
          const { migrateSchema, MIGRATIONS } = await store();
          const { kvs } = await import('@forge/kvs');
          await kvs.set('schema-version', MIGRATIONS.length - 2);
          expect(await migrateSchema()).toBe(2);
        }));
    });

    describe('timers', () => {
      it('come back as they were saved, numbers as numbers and null as null', () =>
        run(async () => {
          const { saveTimers, timersOfIssue } = await store();
          const open = aTimer();
          const closed = aTimer({
            cycleNumber: 2,
            state: 'met',
            outcome: 'met',
            stoppedAt: 1_795_430_000_123,
            goalId: null,
            goalMs: null,
            remainingMs: -5,
            breachAt: null,
            nextChangeAt: null,
            breached: true,
            grossBreached: true,
            atRisk: true,
            leftOutBy: '4.2 Planned maintenance – “night”',
            flag: 'resolved without a reply',
          });
          await saveTimers([open, closed], 1);
          expect(await timersOfIssue('10001')).toEqual([open, closed]);
          expect(await timersOfIssue('10002')).toEqual([]);
        }));

      it.each([
        ['a newer replay overwrites an older one', 1, 2, 2],
        ['the same replay may write twice', 2, 2, 2],
        ['an older replay never overwrites a newer one', 2, 1, 1],
      ])('%s', (_, first, second, winner) =>
        run(async () => {
          const { saveTimers, timersOfIssue } = await store();
          await saveTimers([aTimer({ elapsedMs: 1, state: 'running' })], first);
          await saveTimers([aTimer({ elapsedMs: 2, state: 'paused' })], second);
          const [timer] = await timersOfIssue('10001');
          expect([timer?.elapsedMs, timer?.state]).toEqual(winner === 1 ? [1, 'running'] : [2, 'paused']);
        }),
      );

      it('of older replays are cleared up, and only those of the issue', () =>
        run(async () => {
          const { forgetTimersBefore, saveTimers, timersOfIssue } = await store();
          await saveTimers([aTimer({ cycleNumber: 1 }), aTimer({ issueId: '10002' })], 1);
          await saveTimers([aTimer({ cycleNumber: 2 })], 2);
          expect(await forgetTimersBefore('10001', 2)).toBe(1);
          expect((await timersOfIssue('10001')).map((timer) => timer.cycleNumber)).toEqual([2]);
          expect(await timersOfIssue('10002')).toHaveLength(1);
        }));

      it('are saved many at a time', () =>
        run(async () => {
          const { saveTimers, timersOfIssue } = await store();
          const many = Array.from({ length: 120 }, (_, index) => aTimer({ cycleNumber: index + 1 }));
          await saveTimers(many, 1);
          expect(await timersOfIssue('10001')).toEqual(many);
        }));
    });

    describe('claims', () => {
      const claim = {
        issueId: '10001',
        projectId: '10000',
        issueKey: 'HELP-1',
        version: 1,
        historyMarker: '1795424400000 created 1',
        evaluatedAt: 1_795_428_000_000,
        nextChangeAt: null,
      };

      it('are won by one of two replays that read the same version', () =>
        run(async () => {
          const { claimRefresh } = await store();
          expect([await claimRefresh(claim), await claimRefresh(claim)]).toEqual([true, false]);
          const second = { ...claim, version: 2 };
          expect([await claimRefresh(second), await claimRefresh(second)]).toEqual([true, false]);
        }));

      it('bear no hash, and are due at once, until they are finished', () =>
        run(async () => {
          const { claimRefresh, finishRefresh, issuesDueBy, readIssueRefresh } = await store();
          await claimRefresh(claim);
          expect(await readIssueRefresh('10001')).toEqual({
            ...claim,
            contentHash: '',
            nextChangeAt: 1_795_428_000_000,
          });
          expect(await issuesDueBy(1_795_428_000_000, 10)).toHaveLength(1);
          const done = { ...claim, contentHash: 'abc', nextChangeAt: 1_795_999_000_000 };
          expect(await finishRefresh(done)).toBe(true);
          expect(await readIssueRefresh('10001')).toEqual(done);
          expect(await issuesDueBy(1_795_428_000_000, 10)).toEqual([]);
        }));

      it('cannot be finished after a newer one was made', () =>
        run(async () => {
          const { claimRefresh, finishRefresh } = await store();
          await claimRefresh(claim);
          await claimRefresh({ ...claim, version: 2 });
          expect(await finishRefresh({ ...claim, contentHash: 'old' })).toBe(false);
        }));

      it('are found by when they are due, most urgent first', () =>
        run(async () => {
          const { claimRefresh, finishRefresh, issuesDueBy } = await store();
          const dues: [string, number | null][] = [['1', 3000], ['2', 1000], ['3', null], ['4', 2000], ['5', 3001]]; // prettier-ignore
          for (const [issueId, nextChangeAt] of dues) {
            await claimRefresh({ ...claim, issueId });
            await finishRefresh({ ...claim, issueId, contentHash: 'x', nextChangeAt });
          }
          expect((await issuesDueBy(3000, 10)).map((due) => due.issueId)).toEqual(['2', '4', '1']);
          expect((await issuesDueBy(3000, 2)).map((due) => due.dueAt)).toEqual([1000, 2000]);
        }));
    });

    describe('agreement versions', () => {
      const compiled = (id: string, version: number): CompiledAgreement => ({
        agreement: {
          id,
          version,
          name: 'Acme – “Größe”',
          kind: 'sla',
          effectiveFrom: 1_795_000_000_000,
          scope: ALWAYS,
          calendars: [],
          measures: [],
        },
        exclusions: [],
        parties: {
          provider: { name: 'Northwind', timeZone: 'Europe/London' },
          customer: { name: 'Acme', timeZone: 'America/New_York' },
        },
      });
      const published = (projectId: string, id: string, version: number, document = 'accord: 1') => ({
        projectId,
        document,
        compiled: compiled(id, version),
        publishedAt: 1_795_000_000_000,
        publishedBy: 'ana',
      });

      it('are never overwritten', () =>
        run(async () => {
          const { addAgreementVersion, agreementsOfProject } = await store();
          expect(await addAgreementVersion(published('1', 'acme', 1))).toBe(true);
          const other = published('1', 'acme', 1);
          expect(
            await addAgreementVersion({
              ...other,
              compiled: { ...other.compiled, exclusions: [] },
              document: 'x',
            }),
          ).toBe(false);
          expect(await agreementsOfProject('1')).toEqual([compiled('acme', 1)]);
        }));

      it('belong to their project: another project may use the same id', () =>
        run(async () => {
          const { addAgreementVersion, agreementsOfProject, projectsWithAgreements } = await store();
          await addAgreementVersion(published('1', 'acme', 2));
          await addAgreementVersion(published('1', 'acme', 1));
          expect(await addAgreementVersion(published('2', 'acme', 1))).toBe(true);
          expect((await agreementsOfProject('1')).map(({ agreement }) => agreement.version)).toEqual([1, 2]);
          expect(await projectsWithAgreements()).toEqual(['1', '2']);
        }));

      it('keep documents far longer than a TEXT column', () =>
        run(async () => {
          const { addAgreementVersion, agreementsOfProject } = await store();
          expect(await addAgreementVersion(published('1', 'acme', 1, 'x'.repeat(200_000)))).toBe(true);
          expect(await agreementsOfProject('1')).toHaveLength(1);
        }));
    });

    it('keeps the audit of changed verdicts, each once', () =>
      run(async () => {
        const { recordVerdictChanges, verdictChangesOfIssue } = await store();
        const verdict = {
          outcome: 'met',
          agreementVersion: 1,
          startedAt: 1,
          stoppedAt: 2,
          goalMs: 3,
          elapsedMs: 1,
          leftOutBy: null,
        };
        const change: VerdictChange = {
          issueId: '10001',
          agreementId: 'acme',
          measureId: 'time-to-first-response',
          cycleNumber: 1,
          refreshVersion: 7,
          projectId: '10000',
          changedAt: 1_795_428_000_000,
          reason: 'history',
          before: verdict,
          after: null,
        };
        await recordVerdictChanges([change]);
        await recordVerdictChanges([change]);
        expect(await verdictChangesOfIssue('10001')).toEqual([change]);
        // More than one request may hold.
        const many = Array.from({ length: 3_000 }, (_, n) => ({ ...change, cycleNumber: n + 1 }));
        await recordVerdictChanges(many);
        expect(await verdictChangesOfIssue('10001')).toHaveLength(3_000);
      }));

    it('tells a missing table from other faults', () =>
      run(async () => {
        const { select, StoreError } = await store();
        const fault = await select('SELECT a FROM no_such_table').catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(StoreError);
        expect(fault).toMatchObject({ fault: 'not-ready' });
        await expect(select('SELECT no_such_column FROM timer')).rejects.toMatchObject({ fault: 'refused' });
      }));
  });
}
