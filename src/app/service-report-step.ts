import type { Instant, Millis } from '../engine/instant';
import {
  awaitServiceReport,
  moveServiceReport,
  readServiceReport,
  type StoredServiceReport,
} from '../storage/service-report';
import { deliverReport } from './deliver-report';
import { faultOf } from './fault-of';
import type { Job, PushJobs } from './job';
import { reportJob } from './report-job';
import { replayReportPage } from './replay-report-page';
import { workOf } from './report-work';

type ReportJob = Job & { readonly kind: 'service-report' };

/** After so many tries of one step it says why, and is tried again every hour. */
const MOST_RETRIES = 2;
/** Longer than the pauses between tries: a report that waits is not silent. */
const LONGEST_PAUSE_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;

/**
 * Takes a report one step on: a page of tickets replayed, its content frozen, or the parties told. Each step
 * names the version of the row that it goes on from: done twice, by a doubled job or after a crash, it counts
 * once. `retries`: how often this job was tried before. Throws what the step threw while it is worth another
 * try; afterwards the report waits for the sweep, for a promised report is never given up.
 */
export async function serviceReportStep(
  job: ReportJob,
  retries: number,
  push: PushJobs,
  now: Instant,
): Promise<void> {
  const report = await readServiceReport(job);
  if (!report || report.rowVersion !== job.step || !report.running) return;
  try {
    const moved =
      workOf(report).purpose === null
        ? await deliverReport(report, now)
        : await replayReportPage(report, now);
    const next = moved ? await readServiceReport(job) : null;
    if (next?.running) await push([reportJob(next)]);
  } catch (error) {
    await afterFault(report, error, retries, now);
  }
}

async function afterFault(
  report: StoredServiceReport,
  error: unknown,
  retries: number,
  now: Instant,
): Promise<void> {
  const fault = faultOf(error);
  const pauseMs: Millis = fault.kind === 'busy' ? fault.retryAfterMs : LONGEST_PAUSE_MS;
  if (fault.kind === 'busy' || fault.kind === 'not-ready' || retries < MOST_RETRIES) {
    // What kept the step from being done may be the store itself: then the sweep finds the report silent.
    await awaitServiceReport(report, now + pauseMs).catch(() => undefined);
    throw error;
  }
  console.error(error);
  const work = { ...workOf(report), problem: problemOf(fault.kind) };
  await moveServiceReport({ ...report, work: JSON.stringify(work), beatAt: now + HOUR_MS });
}

function problemOf(kind: 'not-found' | 'forbidden' | 'failed'): string {
  switch (kind) {
    case 'not-found':
    case 'forbidden':
      return 'Jira does not let Accord read the tickets of this project or create a work item in it. It is tried again every hour.';
    case 'failed':
      return 'Something went wrong several times over. It has been written to the app’s log, and is tried again every hour.';
  }
}
