import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from '../host/clock';
import { createSqliteBackend } from '../host/forge/sql/sqlite-backend';
import { installTestRuntime, type TestRuntime } from '../host/forge/test-runtime';
import { createLocalJira } from '../host/jira/local-jira';
import { logSite } from '../host/seed/log-site';
import { findMapping } from '../scripts/event-log/find-mapping';
import { readLog, readLogText } from '../scripts/event-log/read-log';
import { Meter } from './meter';

const LOG = join(__dirname, '../../shared/data/uci_incident_event_log.sla-columns.csv.gz');

export const PROJECT = '10000';
export const ADMIN = 'log-admin';

/** The whole UCI log as past tickets of a project, with the app's schema in a fresh SQLite. */
export interface LogDesk {
  readonly runtime: TestRuntime;
  /** The agreement that goes with the log. */
  readonly document: string;
  /** The log's last instant. */
  readonly now: number;
  readonly tickets: number;
  /** What the local Jira and the store take of the processor. */
  readonly standIn: Meter;
  readonly store: Meter;
  /** What one part of it took, for each ticket. */
  row(name: string, ms: number): readonly string[];
  close(): Promise<void>;
}

export const ROW_COLUMNS = ['', 'compute s', 'tickets/s', 'per ticket'] as const;
export const LOG_ABSENT = 'SKIPPED: ../shared/data is absent.';

/** null = the log is not there. */
export async function openLogDesk(): Promise<LogDesk | null> {
  if (!existsSync(LOG)) return null;
  const text = readLogText(LOG);
  const { mapping, agreementFile } = findMapping(text);
  const { now, site, issues } = logSite(readLog(text, mapping), mapping);
  const clock = new MovableClock(now, false);
  const limits = { bursts: false, pointsPerHour: Number.MAX_SAFE_INTEGER };
  const jira = createLocalJira({ clock, site, emit: () => undefined, limits });
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
  await runtime.run(undefined, (await import('../src/app/migrate')).migrate);
  return {
    runtime,
    document: readFileSync(agreementFile, 'utf8'),
    now,
    tickets: issues.length,
    standIn,
    store,
    row: (name, ms) => [
      name,
      (ms / 1000).toFixed(2),
      Math.round(issues.length / (ms / 1000)).toLocaleString('en-GB'),
      `${(ms / issues.length).toFixed(2)} ms`,
    ],
    async close() {
      runtime.restore();
      jira.stop();
      clock.stop();
      await sql.close();
    },
  };
}

/** Puts a document into force. */
export async function publish({ runtime }: LogDesk, document: string, publishedAt: number): Promise<string> {
  const { compileVersion } = await import('../src/app/compile-version');
  const { addAgreementVersion } = await import('../src/storage/agreement-version');
  return runtime.run(undefined, async () => {
    const result = await compileVersion(PROJECT, { text: document, version: 1 }, null);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const { compiled } = result;
    await addAgreementVersion({ projectId: PROJECT, document, compiled, publishedAt, publishedBy: ADMIN });
    return compiled.agreement.id;
  });
}

/** Works off what is queued, and what that queues. `longestMs`: processor time of the longest job. */
export async function runJobs({
  runtime,
}: LogDesk): Promise<{ readonly jobs: number; readonly longestMs: number }> {
  const { refreshConsumer } = await import('../src/handlers/refresh-consumer');
  const queued = runtime.queued as unknown as { readonly body: unknown }[];
  let jobs = 0;
  let longestMs = 0;
  for (let next = queued.shift(); next !== undefined; next = queued.shift()) {
    const { body } = next;
    const event = { queueName: 'refresh', jobId: 'j', eventId: 'e', body, retryContext: { retryCount: 0 } };
    const job = new Meter();
    const again = await job.of(() => runtime.run(undefined, () => refreshConsumer(event as never)));
    if (again) throw new Error('A job was broken off');
    jobs++;
    longestMs = Math.max(longestMs, job.ms);
  }
  return { jobs, longestMs };
}

/** Calls of Jira and SQL statements in lines of the runtime's log. */
export function countRequests(lines: readonly string[]): { readonly jira: number; readonly sql: number } {
  const sql = lines.filter((line) => line.startsWith('SQL ')).length;
  return { jira: lines.length - sql, sql };
}
