import type { Instant } from '../engine/instant';
import { endWhatIf, silentWhatIfs } from '../storage/what-if';
import type { PushJobs } from './job';
import { whatIfJob } from './what-if-job';

/** Longer than a page takes, and than the queue holds a job back. */
const SILENCE_MS = 3 * 60_000;
/** A run that falls silent over and over cannot be finished. */
const LONGEST_MS = 24 * 3_600_000;
const TOO_LONG = 'It was not finished within a day. Look at fewer days, or try again later.';

/**
 * Queues the page of every what-if that has fallen silent: the function that worked on it died, or the next
 * job could not be queued. One that has gone on for a day has failed. A page that is still being worked on elsewhere is counted once all the same.
 * Answers how many.
 */
export async function reviveWhatIfs(push: PushJobs, now: Instant): Promise<number> {
  const silent = await silentWhatIfs(now - SILENCE_MS);
  const tooLong = silent.filter(({ startedAt }) => startedAt < now - LONGEST_MS);
  for (const run of tooLong) await endWhatIf(run, { state: 'failed', problem: TOO_LONG }, now);
  const revived = silent.filter((run) => !tooLong.includes(run));
  if (revived.length > 0) await push(revived.map(whatIfJob));
  return revived.length;
}
