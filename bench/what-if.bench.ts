import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from '../host/clock';
import { createSqliteBackend } from '../host/forge/sql/sqlite-backend';
import { installTestRuntime, type TestRuntime } from '../host/forge/test-runtime';
import { createLocalJira } from '../host/jira/local-jira';
import { logSite } from '../host/seed/log-site';
import { findMapping } from '../scripts/event-log/find-mapping';
import { readLog, readLogText } from '../scripts/event-log/read-log';
import type { WhatIfView } from '../src/contract/what-if';
import type { BenchReport } from './report';

export const title =
  'What-if: the whole UCI log as past tickets, a draft beside the agreement in force, through the app’s jobs on SQLite';

const LOG = join(__dirname, '../../shared/data/uci_incident_event_log.sla-columns.csv.gz');
const TARGET_SECONDS = 30;
const PROJECT = '10000';
const ADMIN = 'log-admin';
/** The log spans a little less than a year. */
const DAYS = 365;

/** The agreement of the log against a draft of it with other goals; every ticket is replayed under both. */
export async function run(): Promise<BenchReport> {
  const columns = ['', 'compute s', 'tickets/s', 'per ticket'];
  if (!existsSync(LOG)) return { columns, rows: [], notes: ['SKIPPED: ../shared/data is absent.'] };
  const text = readLogText(LOG);
  const { mapping, agreementFile } = findMapping(text);
  const { now, site, issues } = logSite(readLog(text, mapping), mapping);
  const clock = new MovableClock(now, false);
  const jira = createLocalJira({
    clock,
    site,
    emit: () => undefined,
    limits: { bursts: false, pointsPerHour: Number.MAX_SAFE_INTEGER },
  });
  jira.loadHistory(issues);
  jira.refreshIndex();
  const sql = createSqliteBackend();
  const standIn = new Meter();
  const store = new Meter();
  const runtime = installTestRuntime({
    sql: { ...sql, execute: (...statement) => store.of(() => sql.execute(...statement)) },
    now: () => clock.now(),
    rateLimited: false,
    jira: (request) => standIn.of(() => jira.fetch(request)),
  });
  try {
    await setUp(runtime, readFileSync(agreementFile, 'utf8'), now);
    const before = runtime.log.length;
    const whole = new Meter();
    standIn.ms = 0;
    store.ms = 0;
    const { view, jobs } = await whole.of(() => whatIf(runtime, now));
    const requests = runtime.log.slice(before);
    const statements = requests.filter((line) => line.startsWith('SQL ')).length;
    const row = (name: string, ms: number) => [
      name,
      (ms / 1000).toFixed(2),
      Math.round(view.done / (ms / 1000)).toLocaleString('en-GB'),
      `${(ms / view.done).toFixed(2)} ms`,
    ];
    const changed = view.measures.map(
      ({ name, toMet, toBreached }) => `${name}: ${toMet} to met, ${toBreached} to breached`,
    );
    return {
      columns,
      rows: [
        row('all', whole.ms),
        row('the app alone', whole.ms - standIn.ms - store.ms),
        row('the local Jira it asks', standIn.ms),
        row('SQLite', store.ms),
      ],
      notes: [
        `${view.done.toLocaleString('en-GB')} tickets in ${jobs} jobs; ${requests.length - statements} calls of Jira, ${statements} SQL statements; processor time.`,
        `${view.changedTickets.toLocaleString('en-GB')} tickets change (${changed.join('; ')}).`,
      ],
      missed: [
        ...(whole.ms > TARGET_SECONDS * 1000 ? [`the whole what-if in ${TARGET_SECONDS} s of compute`] : []),
        ...(view.state === 'done' && view.done === issues.length && view.unreadableTickets === 0
          ? []
          : [`every ticket replayed: ${view.state}, ${view.done} of ${issues.length}`]),
      ],
    };
  } finally {
    runtime.restore();
    jira.stop();
    clock.stop();
    await sql.close();
  }
}

async function setUp(runtime: TestRuntime, document: string, now: number): Promise<void> {
  const { compileVersion } = await import('../src/app/compile-version');
  const { migrate } = await import('../src/app/migrate');
  const { addAgreementDraft } = await import('../src/storage/agreement-draft');
  const { addAgreementVersion } = await import('../src/storage/agreement-version');
  await runtime.run(undefined, async () => {
    await migrate();
    const result = await compileVersion(PROJECT, { text: document, version: 1 }, null);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const { compiled } = result;
    const published = { publishedAt: now, publishedBy: ADMIN };
    await addAgreementVersion({ projectId: PROJECT, document, compiled, ...published });
    await addAgreementDraft({
      projectId: PROJECT,
      agreementId: compiled.agreement.id,
      document: withOtherGoals(document),
      updatedAt: now,
      updatedBy: ADMIN,
      updatedByName: 'Lea Admin',
    });
  });
}

/** Every promise twice as long as before is a change that moves verdicts in both directions. */
function withOtherGoals(document: string): string {
  let place = 0;
  return document.replace(/within: (\d+)h/g, (_, hours: string) =>
    place++ % 2 === 0 ? `within: ${Number(hours) * 2}h` : `within: ${Math.ceil(Number(hours) / 2)}h`,
  );
}

async function whatIf(runtime: TestRuntime, now: number): Promise<{ view: WhatIfView; jobs: number }> {
  const { pushJobs } = await import('../src/handlers/queue');
  const { refreshConsumer } = await import('../src/handlers/refresh-consumer');
  const { readWhatIf } = await import('../src/app/read-what-if');
  const { startWhatIf } = await import('../src/app/start-what-if');
  const { draftsOfProject } = await import('../src/storage/agreement-draft');
  const admin = { accountId: ADMIN, accountType: 'licensed' } as const;
  const [draft] = await runtime.run(undefined, () => draftsOfProject(PROJECT));
  const question = {
    projectId: PROJECT,
    agreementId: draft?.agreementId ?? '',
    days: DAYS,
    accountId: ADMIN,
  };
  const started = await runtime.run(admin, () => startWhatIf(question, pushJobs, now));
  if (!started.ok) throw new Error(started.message);
  let jobs = 0;
  for (; runtime.queued.length > jobs; jobs++) {
    const { body } = runtime.queued[jobs] as { body: unknown };
    const event = { queueName: 'refresh', jobId: 'j', eventId: 'e', body, retryContext: { retryCount: 0 } };
    const again = await runtime.run(undefined, () => refreshConsumer(event as never));
    if (again) throw new Error('A job was broken off');
  }
  const result = await runtime.run(admin, () => readWhatIf(PROJECT));
  if (!result.ok || !result.value) throw new Error('The run cannot be read');
  return { view: result.value, jobs };
}

/** Processor time of what runs within it; one thing at a time. */
class Meter {
  ms = 0;

  async of<T>(work: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(before);
      this.ms += (user + system) / 1000;
    }
  }
}
