import type { SqlBackend } from '../../../host/contract';
import { installTestRuntime, type TestRuntime } from '../../../host/forge/test-runtime';
import { ALWAYS } from '../../engine/predicate';
import type { CompiledAgreement } from '../agreement-version';
import type { EscalationFiringRow } from '../escalation-firing';
import type { VerdictChange } from '../verdict-change';
import type { WhatIfChange, WhatIfRunWithRules } from '../what-if';
import { anExclusionRow, anIncident } from './exclusion-fixture';
import { aCycleFact, anIssueFact } from './fact-fixture';
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
    ...(await import('../agreement-draft')),
    ...(await import('../agreement-party')),
    ...(await import('../agreement-proposal')),
    ...(await import('../agreement-version')),
    ...(await import('../audit-entry')),
    ...(await import('../escalation-firing')),
    ...(await import('../exclusion')),
    ...(await import('../cycle-fact')),
    ...(await import('../forget-project')),
    ...(await import('../rollup-dirty')),
    ...(await import('../incident-window')),
    ...(await import('../issue-refresh')),
    ...(await import('../migrate-schema')),
    ...(await import('../migrations')),
    ...(await import('../project-setting')),
    ...(await import('../service-report')),
    ...(await import('../service-report-part')),
    ...(await import('../signature')),
    ...(await import('../statement')),
    ...(await import('../store-error')),
    ...(await import('../timer')),
    ...(await import('../verdict-change')),
    ...(await import('../what-if')),
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
        const { MIGRATIONS, write } = await store();
        for (const table of tablesOf(MIGRATIONS)) await write(`DELETE FROM ${table}`, []);
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

      it('have all days made anew, for roll-ups may be kept otherwise since', () =>
        run(async () => {
          const { dirtyDays, migrateSchema, MIGRATIONS, saveCycleFacts } = await store();
          await saveCycleFacts([aCycleFact(), aCycleFact({ issueId: '2', projectId: '10001' })], 1);
          const { kvs } = await import('@forge/kvs');
          await kvs.set('schema-version', MIGRATIONS.length - 1);
          expect(await migrateSchema()).toBe(1);
          for (const project of ['10000', '10001'])
            expect(await dirtyDays(project, 0, 99_999)).toEqual([aCycleFact().decidedDay]);
        }));
    });

    describe('exclusions', () => {
      it('come back as they were proposed, and are decided about once', () =>
        run(async () => {
          const { addExclusion, readExclusion, settleExclusionRow } = await store();
          const proposed = anExclusionRow();
          expect(await addExclusion(proposed)).toBe(true);
          expect(await addExclusion(proposed)).toBe(false);
          expect(await readExclusion('10000', 'x1')).toEqual(proposed);
          expect(await readExclusion('10001', 'x1')).toBeNull();
          const outcome = { state: 'declined', decidedAt: 9, decision: 'No “supplier” – ours' } as const;
          expect(await settleExclusionRow(proposed, outcome)).toBe(true);
          expect(await settleExclusionRow(proposed, { ...outcome, state: 'agreed' })).toBe(false);
          expect(await readExclusion('10000', 'x1')).toEqual({ ...proposed, ...outcome, rowVersion: 2 });
        }));

      it('of a ticket are its own and those for all; only agreed ones count', () =>
        run(async () => {
          const { addExclusion, agreedExclusions, exclusionsOfProject, proposedExclusions } = await store();
          const rows = [
            anExclusionRow({ exclusionId: 'for-all', state: 'agreed', decidedAt: 3 }),
            anExclusionRow({ exclusionId: 'own', issueId: '10001', state: 'agreed', decidedAt: 2 }),
            anExclusionRow({ exclusionId: 'other', issueId: '10002', state: 'agreed', decidedAt: 1 }),
            anExclusionRow({ exclusionId: 'waiting', issueId: '10001', proposedAt: 8 }),
            anExclusionRow({ exclusionId: 'withdrawn', state: 'withdrawn', proposedAt: 7 }),
          ];
          for (const row of rows) await addExclusion(row);
          const agreedOn = async (issueId: string | null) =>
            (await agreedExclusions('10000', issueId)).map((one) => one.issueId);
          expect(await agreedOn('10001')).toEqual(['10001', null]);
          expect(await agreedOn(null)).toEqual(['10002', '10001', null]);
          expect((await proposedExclusions('10000', '10001', 9)).map((one) => one.exclusionId)).toEqual([
            'waiting',
          ]);
          expect(await proposedExclusions('10000', '10002', 9)).toEqual([]);
          expect((await exclusionsOfProject('10000', 2)).map((one) => one.exclusionId)).toEqual([
            'waiting',
            'withdrawn',
          ]);
        }));
    });

    describe('incidents', () => {
      it('are declared, changed and revoked by whoever read the newest declaration', () =>
        run(async () => {
          const { forgetIncident, incidentsAmong, incidentsOfProject, readIncident, saveIncident } =
            await store();
          const declared = anIncident();
          expect(await saveIncident(declared)).toBe(true);
          expect(await saveIncident(declared)).toBe(false);
          expect(await readIncident('10001')).toEqual({ ...declared, rowVersion: 1 });
          expect(await saveIncident({ ...declared, end: 20, rowVersion: 1 })).toBe(true);
          expect(await saveIncident({ ...declared, end: 30, rowVersion: 1 })).toBe(false);
          expect(await incidentsAmong(['10000', '10001'])).toMatchObject([{ end: 20, rowVersion: 2 }]);
          expect(await incidentsAmong([])).toEqual([]);
          expect(await incidentsOfProject('10000')).toEqual(['10001']);
          expect(await forgetIncident('10001', 1)).toBe(false);
          expect(await forgetIncident('10001', 2)).toBe(true);
          expect(await readIncident('10001')).toBeNull();
        }));
    });

    describe('cycles', () => {
      it('tell which issues had one within a span', () =>
        run(async () => {
          const { issuesWithCycles, saveTimers } = await store();
          await saveTimers(
            [
              aTimer({ issueId: '1', startedAt: 0, stoppedAt: 10 }),
              aTimer({ issueId: '2', startedAt: 20, stoppedAt: null }),
              aTimer({ issueId: '3', startedAt: 0, stoppedAt: 30, agreementId: 'other' }),
            ],
            1,
          );
          const { agreementId } = aTimer();
          const within = (start: number, end: number) =>
            issuesWithCycles(['1', '2', '3'], agreementId, { start, end });
          expect(await within(9, 20)).toEqual(['1']);
          expect(await within(10, 20)).toEqual([]);
          expect(await within(5, 21)).toEqual(['1', '2']);
          expect(await issuesWithCycles(['1', '2'], agreementId, null)).toEqual(['1', '2']);
          expect(await issuesWithCycles([], agreementId, null)).toEqual([]);
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

      it('are counted by measure: what counts of the project, an ongoing one once it is late', () =>
        run(async () => {
          const { saveTimers, talliesOfProject } = await store();
          const of = (cycleNumber: number, outcome: 'met' | 'breached' | 'ongoing' | 'reset') =>
            aTimer({ cycleNumber, outcome, breached: outcome === 'breached' });
          await saveTimers(
            [
              of(1, 'met'),
              of(2, 'met'),
              of(3, 'breached'),
              of(4, 'ongoing'),
              of(5, 'reset'),
              aTimer({ cycleNumber: 8, outcome: 'ongoing', breached: true }),
              aTimer({ cycleNumber: 6, outcome: 'breached', leftOutBy: '6.1 Outage' }),
              aTimer({ cycleNumber: 7, outcome: 'met', measureId: 'time-to-first-response' }),
              aTimer({ issueId: '10002', outcome: 'met', projectId: '99' }),
            ],
            1,
          );
          expect(await talliesOfProject('10000')).toEqual([
            { agreementId: 'acme', measureId: 'time-to-first-response', met: 1, breached: 0 },
            { agreementId: 'acme', measureId: 'time-to-resolution', met: 2, breached: 2 },
          ]);
          expect(await talliesOfProject('1')).toEqual([]);
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

    describe('drafts', () => {
      const draft = {
        projectId: '1',
        agreementId: 'acme',
        document: 'accord: 1 # “Größe” – 🙂 \u202e',
        updatedAt: 1_795_000_000_000,
        updatedBy: 'ana',
        updatedByName: 'Ana Ruiz',
      };

      it('are saved over the revision that was read, and over no other', () =>
        run(async () => {
          const { addAgreementDraft, readAgreementDraft, saveAgreementDraft } = await store();
          expect(await addAgreementDraft(draft)).toBe(true);
          expect(await addAgreementDraft({ ...draft, document: 'other' })).toBe(false);
          expect(await readAgreementDraft('1', 'acme')).toEqual({ ...draft, revision: 1 });
          const second = { ...draft, document: 'second', revision: 2 };
          expect([await saveAgreementDraft(second), await saveAgreementDraft(second)]).toEqual([true, false]);
          expect((await readAgreementDraft('1', 'acme'))?.document).toBe('second');
          expect(await readAgreementDraft('2', 'acme')).toBeNull();
        }));

      it('are listed without their text, and removed as they were read', () =>
        run(async () => {
          const { addAgreementDraft, draftsOfProject, removeAgreementDraft } = await store();
          await addAgreementDraft({ ...draft, agreementId: 'b' });
          await addAgreementDraft(draft);
          await addAgreementDraft({ ...draft, projectId: '2' });
          const { document: _, ...head } = { ...draft, revision: 1 };
          expect(await draftsOfProject('1')).toEqual([head, { ...head, agreementId: 'b' }]);
          expect(await removeAgreementDraft('1', 'acme', 2)).toBe(false);
          expect(await removeAgreementDraft('1', 'acme', 1)).toBe(true);
          expect(await draftsOfProject('1')).toHaveLength(1);
        }));

      it('may be as long as a draft may be', () =>
        run(async () => {
          const { addAgreementDraft, readAgreementDraft } = await store();
          const document = '"\n'.repeat(122_880);
          expect(await addAgreementDraft({ ...draft, document })).toBe(true);
          expect((await readAgreementDraft('1', 'acme'))?.document).toBe(document);
        }));
    });

    describe('proposals', () => {
      const proposal = {
        projectId: '1',
        agreementId: 'acme',
        number: 1,
        kind: 'version' as const,
        version: 1,
        document: 'accord: 1',
        hash: 'a'.repeat(64),
        effectiveFrom: 1_795_000_000_000,
        approval: 'both' as const,
        note: null,
        proposedAt: 1_794_000_000_000,
        proposedBy: 'ana',
        proposedByName: 'Ana Ruiz',
      };

      it('come back as they were made, and their number is taken once', () =>
        run(async () => {
          const { addProposal, readProposal } = await store();
          expect(await addProposal(proposal)).toBe(true);
          expect(await addProposal({ ...proposal, document: 'other' })).toBe(false);
          expect(await readProposal('1', 'acme', 1)).toEqual({
            ...proposal,
            state: 'proposed',
            decidedAt: null,
            rowVersion: 1,
          });
          expect(await readProposal('1', 'acme', 2)).toBeNull();
        }));

      it('move on from the state they are in, once', () =>
        run(async () => {
          const { addProposal, moveProposal, openProposals, proposalsOfAgreement } = await store();
          await addProposal(proposal);
          expect(await openProposals(10)).toHaveLength(1);
          expect(await moveProposal(proposal, 'proposed', 'accepted', 5)).toBe(true);
          expect(await moveProposal(proposal, 'proposed', 'withdrawn', 6)).toBe(false);
          expect(await openProposals(10)).toHaveLength(1);
          expect(await moveProposal(proposal, 'accepted', 'published', 7)).toBe(true);
          expect(await openProposals(10)).toEqual([]);
          expect(await proposalsOfAgreement('1', 'acme')).toMatchObject([
            { state: 'published', decidedAt: 7, rowVersion: 3 },
          ]);
        }));

      it('are listed by agreement and number, without their text', () =>
        run(async () => {
          const { addProposal, proposalsOfProject } = await store();
          await addProposal({ ...proposal, number: 2 });
          await addProposal(proposal);
          await addProposal({ ...proposal, agreementId: 'a' });
          const heads = await proposalsOfProject('1');
          expect(heads.map((head) => [head.agreementId, head.number])).toEqual([['a', 1], ['acme', 1], ['acme', 2]]); // prettier-ignore
          expect(heads.every((head) => !('document' in head))).toBe(true);
        }));
    });

    describe('signatures', () => {
      it('are given once by each side', () =>
        run(async () => {
          const { addSignature, agreementSubject, signaturesOf } = await store();
          const signature = {
            projectId: '1',
            subject: agreementSubject('acme', 1),
            side: 'provider' as const,
            hash: 'a'.repeat(64),
            decision: 'signed' as const,
            signedBy: 'ana',
            signerName: 'Ana Ruiz',
            signedAt: 1_794_000_000_000,
            place: 'project-page',
            comment: null,
          };
          const customer = { ...signature, side: 'customer' as const, signedBy: 'sam', comment: 'Yes' };
          expect([await addSignature(signature), await addSignature(customer)]).toEqual([true, true]);
          expect(await addSignature({ ...signature, decision: 'declined', signedBy: 'bob' })).toBe(false);
          const subjects = [agreementSubject('acme', 1), agreementSubject('acme', 11)];
          expect(await signaturesOf('1', subjects)).toEqual([customer, signature]);
          expect(await signaturesOf('2', subjects)).toEqual([]);
          expect(await signaturesOf('1', [])).toEqual([]);
        }));
    });

    describe('parties', () => {
      it('find their agreements in every project, and are forgotten once they are not named', () =>
        run(async () => {
          const { accountParty, agreementsOfParties, organizationParty, saveParties } = await store();
          const sam = { partyKey: accountParty('sam'), side: 'customer' as const };
          const acme = { partyKey: organizationParty('900'), side: 'customer' as const };
          const ana = { partyKey: accountParty('ana'), side: 'provider' as const };
          await saveParties('1', 'acme', [sam, acme, ana]);
          await saveParties('1', 'acme', [sam, acme, ana]);
          await saveParties('2', 'other', [sam]);
          expect(await agreementsOfParties([sam.partyKey, acme.partyKey])).toEqual([
            { ...sam, projectId: '1', agreementId: 'acme' },
            { ...acme, projectId: '1', agreementId: 'acme' },
            { ...sam, projectId: '2', agreementId: 'other' },
          ]);
          await saveParties('1', 'acme', [ana]);
          expect(await agreementsOfParties([sam.partyKey, acme.partyKey])).toEqual([
            { ...sam, projectId: '2', agreementId: 'other' },
          ]);
          expect(await agreementsOfParties([])).toEqual([]);
        }));
    });

    it('keeps the settings of a project, saved over what was read', () =>
      run(async () => {
        const { readProjectSetting, saveProjectSetting } = await store();
        const setting = {
          projectId: '1',
          rowVersion: 0,
          approval: 'both' as const,
          hiddenInPortal: ['acme'],
        };
        expect(await readProjectSetting('1')).toBeNull();
        expect(await saveProjectSetting(setting, 'ana', 5)).toBe(true);
        expect(await saveProjectSetting(setting, 'bob', 6)).toBe(false);
        expect(await saveProjectSetting({ ...setting, rowVersion: 1, approval: 'provider' }, 'ana', 7)).toBe(
          true,
        );
        expect(await saveProjectSetting({ ...setting, rowVersion: 1 }, 'bob', 8)).toBe(false);
        expect(await readProjectSetting('1')).toEqual({ ...setting, rowVersion: 2, approval: 'provider' });
      }));

    describe('what-ifs', () => {
      const aRun = (rowVersion: number): WhatIfRunWithRules => ({
        projectId: '10000',
        runId: `run-${rowVersion}`,
        agreementId: 'acme',
        state: 'running',
        rules: '{"draft":"ä"}',
        tally: '{}',
        since: 1_790_000_000_000,
        page: null,
        done: 0,
        total: 250,
        startedAt: 1_795_000_000_000,
        startedBy: 'lead',
        startedByName: 'Lena Lead',
        beatAt: 1_795_000_000_000,
        finishedAt: null,
        problem: null,
        rowVersion,
      });
      const aChange = (issueId: string, measureId: string, cycleNumber: number): WhatIfChange => ({
        issueId,
        measureId,
        cycleNumber,
        issueKey: `ITS-${issueId}`,
        direction: cycleNumber === 1 ? 'to-met' : 'to-breached',
        before: { outcome: 'breached', elapsedMs: 2, goalMs: 1 },
        after: null,
      });
      const anywhere = { direction: null, after: null };

      it('run one at a time in a project, and a page is ticked off once', () =>
        run(async () => {
          const whatIf = await store();
          expect(await whatIf.claimWhatIfRun(aRun(1), null)).toBe(true);
          expect(await whatIf.claimWhatIfRun(aRun(1), null)).toBe(false);
          expect(await whatIf.claimWhatIfRun(aRun(2), aRun(1))).toBe(false);
          expect(await whatIf.readWhatIfRunWithRules('10000')).toEqual(aRun(1));

          const to = {
            state: 'running',
            tally: '{"n":1}',
            page: 'token',
            done: 200,
            beatAt: 9,
            finishedAt: null,
          } as const;
          expect(await whatIf.advanceWhatIf(aRun(1), to)).toBe(true);
          expect(await whatIf.advanceWhatIf(aRun(1), to)).toBe(false);
          expect(await whatIf.silentWhatIfs(9)).toEqual([]);
          expect(await whatIf.silentWhatIfs(10)).toMatchObject([{ runId: 'run-1', rowVersion: 2 }]);

          expect(await whatIf.endWhatIf(aRun(1), { state: 'cancelled', problem: null }, 20)).toBe(true);
          expect(await whatIf.endWhatIf(aRun(1), { state: 'failed', problem: 'x' }, 30)).toBe(false);
          const ended = await whatIf.readWhatIfRun('10000');
          expect(ended).toMatchObject({ state: 'cancelled', finishedAt: 20, done: 200, rowVersion: 3 });
          expect(await whatIf.claimWhatIfRun(aRun(4), ended)).toBe(true);
        }));

      it('keep each change once, and give them page by page and by direction', () =>
        run(async () => {
          const whatIf = await store();
          const all = ['1', '2'].flatMap((id) => [
            aChange(id, 'a', 1),
            aChange(id, 'a', 2),
            aChange(id, 'b', 1),
          ]);
          await whatIf.saveWhatIfChanges(aRun(1), all);
          await whatIf.saveWhatIfChanges(aRun(1), all);
          expect(await whatIf.whatIfChanges(aRun(1), anywhere, 10)).toEqual(all);
          for (const [place, change] of all.entries())
            expect(await whatIf.whatIfChanges(aRun(1), { ...anywhere, after: change }, 10)).toEqual(
              all.slice(place + 1),
            );
          expect(
            await whatIf.whatIfChanges(aRun(1), { direction: 'to-breached', after: null }, 10),
          ).toHaveLength(2);
          await whatIf.saveWhatIfChanges(aRun(2), all.slice(0, 1));
          while (await whatIf.forgetEarlierWhatIfChanges('10000', 'run-2', 2));
          expect(await whatIf.whatIfChanges(aRun(1), anywhere, 10)).toEqual([]);
          expect(await whatIf.whatIfChanges(aRun(2), anywhere, 10)).toHaveLength(1);
        }));
    });

    describe('escalations', () => {
      const aFiring = (change: Partial<EscalationFiringRow> = {}): EscalationFiringRow => ({
        issueId: '10001',
        agreementId: 'acme',
        measureId: 'time-to-resolution',
        cycleNumber: 1,
        begunAt: 1_794_990_000_000,
        escalationId: 'late',
        projectId: '10000',
        issueKey: 'ITS-1',
        agreementVersion: 1,
        thresholdAt: 1_795_000_000_000,
        firedAt: 1_795_000_000_400,
        state: 'claimed',
        outcome: [],
        because: null,
        ...change,
      });
      const outcome = [{ action: 'label', ok: true, text: 'Labelled “späť”.' }];

      it('are claimed once for a cycle, ticked off, and never given back afterwards', () =>
        run(async () => {
          const firing = await store();
          expect(await firing.claimFiring(aFiring())).toBe(true);
          expect(await firing.claimFiring(aFiring())).toBe(false);
          // The same cycle, numbered otherwise since.
          expect(await firing.claimFiring(aFiring({ cycleNumber: 2 }))).toBe(false);
          const next = aFiring({ cycleNumber: 2, begunAt: 1_794_995_000_000 });
          expect(await firing.claimFiring(next)).toBe(true);
          await firing.releaseFiring(next);
          const unnamed = [1, 2].map((number) =>
            aFiring({ issueId: '2', cycleNumber: number, begunAt: null }),
          );
          for (const one of unnamed) expect(await firing.claimFiring(one)).toBe(true);
          await firing.finishFiring(aFiring(), 'done', outcome);
          await firing.releaseFiring(aFiring());
          expect(await firing.firingsOfIssue('10001')).toEqual([aFiring({ state: 'done', outcome })]);
        }));

      it('that are only noted leave what is there as it is', () =>
        run(async () => {
          const firing = await store();
          await firing.claimFiring(aFiring());
          const skipped = { state: 'skipped', because: 'too-late' } as const;
          const noted = [
            aFiring({ ...skipped, cycleNumber: 2 }),
            aFiring({ ...skipped, escalationId: 'warn' }),
          ];
          await firing.recordFirings(noted);
          const found = await firing.firingsOfProject('10000', [''], null, 10);
          expect(found.map(({ escalationId, state, because }) => [escalationId, state, because])).toEqual([
            ['late', 'claimed', null],
            ['warn', 'skipped', 'too-late'],
          ]);
        }));

      it('are listed newest first, go on where a page ended, and are forgotten with their issue', () =>
        run(async () => {
          const firing = await store();
          const ids = ['1', '2', '3', '4'];
          await firing.recordFirings(
            ids.map((issueId) =>
              aFiring({ issueId, firedAt: issueId === '1' ? 2_000 : 1_000, state: 'done' }),
            ),
          );
          const page = async (from: { firedAt: number; seen: number } | null) =>
            (await firing.firingsOfProject('10000', [''], from, 2)).map(({ issueId }) => issueId);
          expect(await page(null)).toEqual(['1', '2']);
          expect(await page({ firedAt: 1_000, seen: 1 })).toEqual(['3', '4']);
          await firing.forgetFiringsOfIssues(['1', '3'], 2_000);
          expect(await page(null)).toEqual(['1', '2']);
          await firing.forgetFiringsOfIssues(['1', '3'], 2_001);
          expect(await page(null)).toEqual(['2', '4']);
          // Of another level than the viewer's, it leaves no gap in a page.
          const { saveIssueFact } = await import('../issue-fact');
          await saveIssueFact(anIssueFact({ issueId: '2', securityLevelId: '7' }), 1);
          expect(await page(null)).toEqual(['4']);
          expect(await firing.firingsOfProject('10000', ['', '7'], null, 2)).toHaveLength(2);
        }));
    });

    describe('the log', () => {
      const entry = (seq: number) => ({
        projectId: '1',
        seq,
        at: 1_794_000_000_000 + seq,
        actor: 'ana',
        actorName: 'Ana Ruiz',
        action: seq % 2 === 0 ? 'draft-saved' : 'settings-saved',
        subject: 'agreement:acme',
        detail: '{"text":"…"}',
        previousHash: String(seq - 1).padStart(64, '0'),
        entryHash: String(seq).padStart(64, '0'),
      });

      it('has each number once, and is read in both directions', () =>
        run(async () => {
          const { addAuditEntry, auditEntriesAfter, auditEntriesBefore } = await store();
          for (const seq of [1, 2, 3]) expect(await addAuditEntry(entry(seq))).toBe(true);
          expect(await addAuditEntry(entry(3))).toBe(false);
          expect(await auditEntriesBefore('1', null, 2)).toEqual([entry(3), entry(2)]);
          expect(await auditEntriesBefore('1', 2, 9)).toEqual([entry(1)]);
          expect(await auditEntriesAfter('1', 1, 9)).toEqual([entry(2), entry(3)]);
          expect(await auditEntriesAfter('2', 0, 9)).toEqual([]);
        }));

      it('knows what was done lately, by whom', () =>
        run(async () => {
          const { addAuditEntry, isInAudit } = await store();
          await addAuditEntry(entry(2));
          const what = { action: 'draft-saved', subject: 'agreement:acme', actor: 'ana' };
          expect(await isInAudit('1', what, 1_794_000_000_002)).toBe(true);
          expect(await isInAudit('1', what, 1_794_000_000_003)).toBe(false);
          expect(await isInAudit('1', { ...what, actor: 'bob' }, 0)).toBe(false);
          expect(await isInAudit('1', { ...what, actor: null }, 0)).toBe(true);
        }));

      it('keeps its end apart, and is forgotten in steps', () =>
        run(async () => {
          const { addAuditEntry, auditEntriesBefore, forgetAuditOfProject, readAuditHead, saveAuditHead } =
            await store();
          for (const seq of [1, 2_001]) await addAuditEntry(entry(seq));
          await saveAuditHead('1', { seq: 2_001, hash: 'x' });
          expect(await readAuditHead('1')).toEqual({ seq: 2_001, hash: 'x' });
          while (!(await forgetAuditOfProject('1')));
          expect(await auditEntriesBefore('1', null, 9)).toEqual([]);
          expect(await readAuditHead('1')).toBeNull();
        }));
    });

    describe('service reports', () => {
      const key = { projectId: '10000', agreementId: 'acme', periodStart: 1_000 };
      const report = {
        ...key,
        periodEnd: 2_000,
        state: 'drafting',
        content: '',
        hash: '',
        asOf: 2_000,
        dueAt: 9_000,
        draftedAt: null,
        deliveredAt: null,
        issueId: null,
        issueKey: null,
        work: '{}',
        running: true,
        beatAt: 2_000,
        rowVersion: 1,
      } as const;

      it('are one for a period, frozen once, and moved on only by who has read them', () =>
        run(async () => {
          const reports = await store();
          expect(await reports.addServiceReport(report)).toBe(true);
          expect(await reports.addServiceReport(report)).toBe(false);
          const frozen = { content: '{"a":1}', hash: 'h', work: '{}' };
          expect(await reports.freezeServiceReport(report, frozen, 3_000)).toBe(true);
          expect(await reports.freezeServiceReport({ ...key, rowVersion: 2 }, frozen, 3_000)).toBe(false);
          expect(await reports.moveServiceReport(report)).toBe(false);
          const read = await reports.readServiceReport(key);
          expect(read).toMatchObject({ ...frozen, state: 'drafted', draftedAt: 3_000, rowVersion: 2 });
          expect(await reports.silentServiceReports(3_000, 10)).toEqual([]);
          expect(await reports.silentServiceReports(3_001, 10)).toEqual([{ ...key, rowVersion: 2 }]);
          if (read) await reports.moveServiceReport({ ...read, state: 'delivered', running: false });
          expect(await reports.silentServiceReports(9_000, 10)).toEqual([]);
          expect(await reports.serviceReportsOfProject('10000', 5)).toMatchObject([{ state: 'delivered' }]);
        }));

      it('keep each part of a replay once, and forget those of earlier ones', () =>
        run(async () => {
          const { forgetServiceReportParts, saveServiceReportPart, serviceReportParts } = await store();
          const save = (replay: number, part: number, content: string) =>
            saveServiceReportPart({ ...key, replay, part, content });
          await save(1, 0, 'old');
          await save(2, 0, 'a');
          await save(2, 1, 'b');
          await save(2, 1, 'c');
          const second = { ...key, replay: 2 };
          expect(await serviceReportParts(second, -1, 5)).toEqual([
            { part: 0, content: 'a' },
            { part: 1, content: 'c' },
          ]);
          expect(await serviceReportParts(second, 0, 5)).toEqual([{ part: 1, content: 'c' }]);
          await forgetServiceReportParts({ ...key, replay: 1 });
          expect(await serviceReportParts({ ...key, replay: 1 }, -1, 5)).toEqual([]);
          expect(await serviceReportParts(second, -1, 5)).toHaveLength(2);
        }));
    });

    it('forgets all of a deleted project, table by table', () =>
      run(async () => {
        const { forgetProject, MIGRATIONS } = await store();
        const forgotten: string[] = [];
        const before = runtime.log.length;
        await run(() => forgetProject('1'));
        for (const line of runtime.log.slice(before))
          forgotten.push(/^SQL DELETE FROM (\w+)/.exec(line)?.[1] ?? '');
        // These go with their issues, before the rest, or in steps of their own.
        const others = [
          'agreement_version',
          'audit_entry',
          'cycle_fact',
          'issue_fact',
          'issue_refresh',
          'timer',
        ];
        expect([...forgotten, ...others].sort()).toEqual([...tablesOf(MIGRATIONS)].sort());
      }));

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

    it('tells a missing table or column from other faults', () =>
      run(async () => {
        const { select, StoreError } = await store();
        const fault = await select('SELECT a FROM no_such_table').catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(StoreError);
        expect(fault).toMatchObject({ fault: 'not-ready' });
        await expect(select('SELECT no_such_column FROM timer')).rejects.toMatchObject({
          fault: 'not-ready',
        });
        await expect(select('SELECT no_such_function(1) AS a')).rejects.toMatchObject({ fault: 'refused' });
      }));
  });
}

/** Those that are there after the last step. */
function tablesOf(migrations: readonly string[]): ReadonlySet<string> {
  const tables = new Set<string>();
  for (const step of migrations) {
    const made = /CREATE TABLE IF NOT EXISTS (\w+)/.exec(step)?.[1];
    const dropped = /DROP TABLE IF EXISTS (\w+)/.exec(step)?.[1];
    if (made) tables.add(made);
    if (dropped) tables.delete(dropped);
  }
  return tables;
}
