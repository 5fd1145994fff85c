import type { Instant } from '../engine/instant';
import {
  awaitServiceReport,
  moveServiceReport,
  readServiceReport,
  type StoredServiceReport,
} from '../storage/service-report';
import { claimDelivery, deliverReport } from './deliver-report';
import { afterStepFault, LONGEST_PAUSE_MS, type GivenUp } from './after-step-fault';
import type { AppFault } from './fault-of';
import type { Job, PushJobs } from './job';
import { reportJob } from './report-job';
import { replayReportPage } from './replay-report-page';
import { workOf, type ReportWork } from './report-work';

type ReportJob = Job & { readonly kind: 'service-report' };

/** A report that was given up says why, and is tried again every hour. */
const HOUR_MS = 3_600_000;

/**
 * Takes a report one step on: a page of tickets replayed, its content frozen, its work item created, or the
 * parties mailed. Each step
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
  const { purpose, notBefore } = workOf(report);
  // The queue holds a job back for a quarter of an hour at most; the sweep brings it when Jira may be asked.
  if ((notBefore ?? 0) > now) return;
  if (purpose !== null) {
    await step(report, () => replayReportPage(report, now), retries, push, now);
    return;
  }
  const claimed = await claimDelivery(report, now);
  if (!claimed) return;
  // The claim has left this job's place: no further try of it comes, so tries are counted in the report.
  const { failedTries = 0 } = workOf(claimed.report);
  await step(claimed.report, () => deliverReport(claimed, now), failedTries, push, now);
}

async function step(
  report: StoredServiceReport,
  work: () => Promise<boolean>,
  retries: number,
  push: PushJobs,
  now: Instant,
): Promise<void> {
  try {
    const next = (await work()) ? await readServiceReport(report) : null;
    if (next?.running) await push([reportJob(next)]);
  } catch (error) {
    await afterStepFault(error, retries, now, {
      wait: (until, fault) =>
        awaitServiceReport(report, JSON.stringify(waiting(report, until, fault)), until),
      giveUp: (why) => sayWhy(report, why, now),
    });
  }
}

function waiting(report: StoredServiceReport, until: Instant, fault: AppFault): ReportWork {
  const work = workOf(report);
  switch (fault.kind) {
    case 'busy':
      return { ...work, problem: BUSY[fault.who], notBefore: fault.who === 'jira' ? until : null };
    case 'not-ready':
      return work;
    case 'not-found':
    case 'forbidden':
    case 'down':
    case 'failed':
      // Of a replay, the queue counts the tries.
      if (work.purpose !== null) return work;
      return {
        ...work,
        problem: problemOf(fault.kind, 'in a few minutes'),
        failedTries: (work.failedTries ?? 0) + 1,
      };
  }
}

const BUSY = {
  jira: 'Jira is busy and has asked Accord to wait. It is tried again when that time is over.',
  store: 'Accord’s store is busy. It is tried again in a few minutes.',
};

/** The step that failed stays what is to be done; the report says why it waits. Jira's trouble passes: it is asked again soon. */
function sayWhy(report: StoredServiceReport, why: GivenUp, now: Instant): Promise<unknown> {
  const before = workOf(report);
  const isSoon = why === 'down' && before.purpose === null;
  const work = { ...before, problem: problemOf(why, isSoon ? 'in a few minutes' : 'every hour') };
  const beatAt = now + (isSoon ? LONGEST_PAUSE_MS : HOUR_MS);
  return moveServiceReport({ ...report, work: JSON.stringify(work), beatAt });
}

function problemOf(kind: GivenUp, again: 'in a few minutes' | 'every hour'): string {
  switch (kind) {
    case 'not-found':
    case 'forbidden':
      return `Jira does not let Accord read the tickets of this project or create a work item in it. It is tried again ${again}.`;
    case 'down':
      return `Jira could not answer. It is tried again ${again}.`;
    case 'failed':
      return `Something went wrong. It has been written to the app’s log, and is tried again ${again}.`;
  }
}
