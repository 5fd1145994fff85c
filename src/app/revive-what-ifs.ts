import type { Instant } from '../engine/instant';
import { silentWhatIfs } from '../storage/what-if';
import type { PushJobs } from './job';
import { whatIfJob } from './what-if-job';

/** Longer than a page takes, and than the queue holds a job back. */
const SILENCE_MS = 3 * 60_000;

/**
 * Queues the page of every what-if that has fallen silent: the function that worked on it died, or the next
 * job could not be queued. A page that is still being worked on elsewhere is counted once all the same.
 * Answers how many.
 */
export async function reviveWhatIfs(push: PushJobs, now: Instant): Promise<number> {
  const silent = await silentWhatIfs(now - SILENCE_MS);
  if (silent.length > 0) await push(silent.map(whatIfJob));
  return silent.length;
}
