import type { AsyncEvent, InvocationError } from '@forge/events';
import { beginReports } from '../app/begin-reports';
import { faultOf } from '../app/fault-of';
import { findDeleted } from '../app/find-deleted';
import type { IssueRef, Job } from '../app/job';
import { migrate } from '../app/migrate';
import { reconcile, reconcileProject } from '../app/reconcile';
import { refreshTimers } from '../app/refresh-timers';
import { proposeForLinks } from '../app/propose-for-links';
import { removeProject } from '../app/remove-project';
import { whatIfPage } from '../app/what-if-page';
import { replayExclusion } from '../app/replay-exclusion';
import { rollUp } from '../app/roll-up';
import { serviceReportStep } from '../app/service-report-step';
import { sweep } from '../app/sweep';
import { jobSchema } from './job-schema';
import { pushJobs } from './queue';
import { callAgain } from './retry';

const OVERTAKEN_PAUSE_MS = 2_000;
const NOT_READY_PAUSE_MS = 5_000;
const UNEXPECTED_PAUSE_MS = 60_000;
// What keeps failing is left to the daily reconcile rather than to 24 hours of retries.
const MOST_RETRIES = 5;

/** Does what waits in the queue. Every job may come twice, late or in any order. */
export async function refreshConsumer(event: AsyncEvent): Promise<InvocationError | undefined> {
  const parsed = jobSchema.safeParse(event.body);
  if (!parsed.success) {
    console.warn('A job of an unknown kind was dropped', JSON.stringify(event.body).slice(0, 200));
    return undefined;
  }
  const retries = event.retryContext?.retryCount ?? 0;
  try {
    return await perform(parsed.data, retries);
  } catch (error) {
    return afterFault(error, retries);
  }
}

async function perform(job: Job, retries: number): Promise<InvocationError | undefined> {
  switch (job.kind) {
    case 'refresh':
      return refreshAll(job.issues);
    case 'reconcile-project':
      await reconcileProject(job, pushJobs, Date.now());
      return undefined;
    case 'find-deleted':
      await findDeleted(job, pushJobs);
      return undefined;
    case 'what-if':
      await whatIfPage(job, retries, pushJobs, Date.now());
      return undefined;
    case 'replay-exclusion':
      await replayExclusion(job, pushJobs, Date.now());
      return undefined;
    case 'propose-for-links':
      await proposeForLinks(job.issueIds, Date.now());
      return undefined;
    case 'roll-up':
      await rollUp(job.projectId, pushJobs, Date.now());
      return undefined;
    case 'begin-reports':
      await beginReports(job.projectId, pushJobs, Date.now());
      return undefined;
    case 'service-report':
      await serviceReportStep(job, retries, pushJobs, Date.now());
      return undefined;
    case 'sweep':
      await sweep(pushJobs, Date.now());
      return undefined;
    case 'reconcile':
      await reconcile(pushJobs, Date.now());
      return undefined;
    case 'remove-project':
      await removeProject(job.projectId, pushJobs);
      return undefined;
    case 'migrate':
      await migrate(job.missing);
      return undefined;
  }
}

/** One issue that cannot be read does not keep the others waiting. */
async function refreshAll(issues: readonly IssueRef[]): Promise<InvocationError | undefined> {
  let overtaken = false;
  const failures: unknown[] = [];
  for (const issue of issues) {
    try {
      const outcome = await refreshTimers(issue, pushJobs, Date.now());
      overtaken ||= outcome === 'overtaken';
    } catch (error) {
      const { kind } = faultOf(error);
      if (kind === 'busy' || kind === 'not-ready') throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return overtaken ? callAgain(OVERTAKEN_PAUSE_MS) : undefined;
}

async function afterFault(error: unknown, retries: number): Promise<InvocationError | undefined> {
  const fault = faultOf(error);
  if (fault.kind === 'busy') return callAgain(fault.retryAfterMs);
  if (fault.kind === 'not-ready') {
    // One migration at a time: Forge allows 25 definitions a minute, and many may find a table missing.
    await pushJobs([{ job: { v: 1, kind: 'migrate', missing: true }, delayMs: 0 }]);
    return callAgain(NOT_READY_PAUSE_MS);
  }
  console.error(error);
  return retries < MOST_RETRIES ? callAgain(UNEXPECTED_PAUSE_MS * 2 ** retries) : undefined;
}
