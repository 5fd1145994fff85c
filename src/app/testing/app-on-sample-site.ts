import type { JiraRequest, SqlBackend } from '../../../host/contract';
import { installTestRuntime, type TestRuntime } from '../../../host/forge/test-runtime';
import type { EntityProperty, LocalJira } from '../../../host/jira/local-jira-api';
import type { MovableClock } from '../../../host/clock';
import { sampleJira } from '../../../host/jira/sample-jira';
import { createSqliteBackend } from '../../../host/forge/sql/sqlite-backend';
import type { Exclusion } from '../../engine/agreement';
import type { PublishedAgreement, Result } from '../../contract';
import type { CompiledAgreement } from '../../storage/agreement-version';
import type { TimerRow } from '../../storage/timer';
import type { DelayedJob, PushJobs } from '../job';
import { publishDocument } from './publish-document';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The project of the sample site; `lead` administers it, `agent` works in it, `outsider` may not see it. */
export const PROJECT = '10000';

export const AGREEMENT = `
accord: 1
id: acme
version: 1
name: IT support for Acme
kind: sla
effectiveFrom: 2026-01-01
parties:
  provider: { name: Northwind, timeZone: Europe/London }
  customer: { name: Acme, timeZone: America/New_York }
calendars:
  - { id: always, name: Around the clock, timeZone: UTC, hours: always }
measures:
  - preset: time-to-first-response
    goals:
      - { name: Every ticket, within: 1h }
    target: 95%
  - preset: time-to-resolution
    pauseWhile:
      - { name: Waiting for customer, when: status = "Waiting for customer" }
    goals:
      - { name: High, when: priority = High, within: 2h }
      - { name: Everything else, within: 8h }
    target: 90%
`;

/** The app's verbs with the real packages, on the local Jira and SQLite; the clock stands at Monday nine. */
export interface AppUnderTest {
  readonly jira: LocalJira;
  readonly clock: MovableClock;
  readonly runtime: TestRuntime;
  readonly sql: SqlBackend;
  readonly pushed: DelayedJob[];
  readonly push: PushJobs;
  /** Awaited before each answer of Jira reaches the app; replace it to hold one up. */
  afterJira: (request: JiraRequest) => Promise<void>;
  now(): number;
  /** As the app itself: a trigger, consumer or schedule. */
  asApp<T>(work: () => Promise<T>): Promise<T>;
  asUser<T>(accountId: string, work: () => Promise<T>): Promise<T>;
  /** What a piece of work asks of Jira and of the store. */
  costOf(work: () => Promise<unknown>): Promise<{ readonly jira: string[]; readonly sql: string[] }>;
  issue(summary?: string): string;
  timers(issueId: string): Promise<readonly TimerRow[]>;
  agreements(projectId: string): Promise<readonly CompiledAgreement[]>;
  /** Writes the draft of an agreement, whatever it says, as the project's admin would have. */
  saveDraft(agreementId: string, document: string): Promise<void>;
  /**
   * Puts an exclusion beside the agreements as one that both sides have signed; null = for every ticket. `content`:
   * what people read of it.
   */
  agreeExclusion(exclusion: Exclusion, issueId: string | null, content?: object): Promise<void>;
  /** Puts a document into force in the project, as its administrator where the provider alone approves. */
  publish(document: string): Promise<Result<PublishedAgreement>>;
  dispose(): Promise<void>;
}

/** As the manifest declares them. */
const ENTITY_PROPERTIES: readonly EntityProperty[] = [
  { propertyKey: 'accord-report', values: [{ path: 'id', type: 'string', searchAlias: 'accordReport' }] },
];

export async function appOnSampleSite(): Promise<AppUnderTest> {
  const { jira, clock } = sampleJira({ entityProperties: ENTITY_PROPERTIES });
  const sql = createSqliteBackend();
  const pushed: DelayedJob[] = [];
  const runtime = installTestRuntime({
    sql,
    now: () => clock.now(),
    rateLimited: false,
    jira: async (request) => {
      const answer = await jira.fetch(request);
      await app.afterJira(request);
      return answer;
    },
  });
  const asApp = <T>(work: () => Promise<T>) => runtime.run(undefined, work);
  const app: AppUnderTest = {
    jira,
    clock,
    runtime,
    sql,
    pushed,
    push: async (jobs) => void pushed.push(...jobs),
    afterJira: async () => undefined,
    now: () => clock.now(),
    asApp,
    asUser: (accountId, work) => runtime.run({ accountId, accountType: 'licensed' }, work),
    async costOf(work) {
      const before = runtime.log.length;
      await asApp(work);
      const requests = runtime.log.slice(before);
      return {
        jira: requests.filter((line) => !line.startsWith('SQL ')),
        sql: requests.filter((line) => line.startsWith('SQL ')),
      };
    },
    issue: (summary = 'The till is down') =>
      jira.createIssue({ by: 'customer', project: 'ITS', requestType: 'Report a fault', summary }).id,
    timers: (issueId) => asApp(async () => (await import('../../storage/timer')).timersOfIssue(issueId)),
    agreements: (projectId) =>
      asApp(async () => (await import('../../storage/agreement-version')).agreementsOfProject(projectId)),
    saveDraft: (agreementId, document) =>
      asApp(async () => {
        const drafts = await import('../../storage/agreement-draft');
        const by = { updatedAt: clock.now(), updatedBy: 'lead', updatedByName: 'Lena Lead' };
        const known = await drafts.readAgreementDraft(PROJECT, agreementId);
        const row = { projectId: PROJECT, agreementId, document, ...by };
        if (known) await drafts.saveAgreementDraft({ ...row, revision: known.revision + 1 });
        else await drafts.addAgreementDraft(row);
      }),
    agreeExclusion: (exclusion, issueId, content = {}) =>
      asApp(async () => {
        const { addExclusion } = await import('../../storage/exclusion');
        await addExclusion({
          projectId: PROJECT,
          exclusionId: exclusion.id,
          agreementId: exclusion.agreementId,
          content: JSON.stringify(content),
          hash: '0'.repeat(64),
          compiled: exclusion,
          issueId,
          state: 'agreed',
          origin: 'person',
          proposedAt: clock.now(),
          proposedBy: 'lead',
          proposedByName: 'Lena Lead',
          decidedAt: clock.now(),
          decision: null,
          rowVersion: 1,
        });
      }),
    publish: (document) =>
      app.asUser('lead', async () =>
        publishDocument({ projectId: PROJECT, document, accountId: 'lead' }, app.push, app.now()),
      ),
    async dispose() {
      runtime.restore();
      jira.stop();
      clock.stop();
      await sql.close();
    },
  };
  return app;
}
