import type { Instant } from '../engine/instant';
import { silentServiceReports } from '../storage/service-report';
import type { PushJobs } from './job';
import { reportJob } from './report-job';

/** Longer than a page takes, and than the queue holds a job back. */
export const SILENCE_MS = 3 * 60_000;
const MOST_AT_ONCE = 50;

/**
 * Queues the next step of every report that has fallen silent: the function that worked on it died, the next
 * job could not be queued, or it was told to wait. Answers how many.
 */
export async function reviveReports(push: PushJobs, now: Instant): Promise<number> {
  const silent = await silentServiceReports(now - SILENCE_MS, MOST_AT_ONCE);
  if (silent.length > 0) await push(silent.map(reportJob));
  return silent.length;
}
