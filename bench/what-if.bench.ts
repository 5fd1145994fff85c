import type { WhatIfView } from '../src/contract/what-if';
import {
  ADMIN,
  countRequests,
  LOG_ABSENT,
  openLogDesk,
  PROJECT,
  publish,
  ROW_COLUMNS,
  runJobs,
  type LogDesk,
} from './log-desk';
import { Meter } from './meter';
import type { BenchReport } from './report';

export const title =
  'What-if: the whole UCI log as past tickets, a draft beside the agreement in force, through the app’s jobs on SQLite';

const TARGET_SECONDS = 30;
/** The log spans a little less than a year. */
const DAYS = 365;

/** The agreement of the log against a draft of it with other goals; every ticket is replayed under both. */
export async function run(): Promise<BenchReport> {
  const desk = await openLogDesk();
  if (desk === null) return { columns: ROW_COLUMNS, rows: [], notes: [LOG_ABSENT] };
  const { runtime, standIn, store, row } = desk;
  try {
    await setUp(desk);
    const before = runtime.log.length;
    const whole = new Meter();
    standIn.ms = 0;
    store.ms = 0;
    const { view, jobs } = await whole.of(() => whatIf(desk));
    const requests = countRequests(runtime.log.slice(before));
    const changed = view.measures.map(
      ({ name, toMet, toBreached }) => `${name}: ${toMet} to met, ${toBreached} to breached`,
    );
    return {
      columns: ROW_COLUMNS,
      rows: [
        row('all', whole.ms),
        row('the app alone', whole.ms - standIn.ms - store.ms),
        row('the local Jira it asks', standIn.ms),
        row('SQLite', store.ms),
      ],
      notes: [
        `${view.done.toLocaleString('en-GB')} tickets in ${jobs} jobs; ${requests.jira} calls of Jira, ${requests.sql} SQL statements; processor time.`,
        `${view.changedTickets.toLocaleString('en-GB')} tickets change (${changed.join('; ')}).`,
      ],
      missed: [
        ...(whole.ms > TARGET_SECONDS * 1000 ? [`the whole what-if in ${TARGET_SECONDS} s of compute`] : []),
        ...(view.state === 'done' && view.done === desk.tickets && view.unreadableTickets === 0
          ? []
          : [`every ticket replayed: ${view.state}, ${view.done} of ${desk.tickets}`]),
      ],
    };
  } finally {
    await desk.close();
  }
}

async function setUp(desk: LogDesk): Promise<void> {
  const { runtime, document, now } = desk;
  const { addAgreementDraft } = await import('../src/storage/agreement-draft');
  const agreementId = await publish(desk, document, now);
  await runtime.run(undefined, () =>
    addAgreementDraft({
      projectId: PROJECT,
      agreementId,
      document: withOtherGoals(document),
      updatedAt: now,
      updatedBy: ADMIN,
      updatedByName: 'Lea Admin',
    }),
  );
}

/** Every promise twice as long as before is a change that moves verdicts in both directions. */
function withOtherGoals(document: string): string {
  let place = 0;
  return document.replace(/within: (\d+)h/g, (_, hours: string) =>
    place++ % 2 === 0 ? `within: ${Number(hours) * 2}h` : `within: ${Math.ceil(Number(hours) / 2)}h`,
  );
}

async function whatIf(desk: LogDesk): Promise<{ view: WhatIfView; jobs: number }> {
  const { runtime, now } = desk;
  const { pushJobs } = await import('../src/handlers/queue');
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
  const { jobs } = await runJobs(desk);
  const result = await runtime.run(admin, () => readWhatIf(PROJECT));
  if (!result.ok || !result.value) throw new Error('The run cannot be read');
  return { view: result.value, jobs };
}
