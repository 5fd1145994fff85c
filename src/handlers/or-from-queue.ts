import { faultOf } from '../app/fault-of';
import type { Job } from '../app/job';
import { pushJobs } from './queue';

/**
 * Does the work of a schedule. When Jira or the store asks to wait, it goes on from the queue as soon as they let
 * it, not when the schedule comes round again. Throws what else the work throws: the platform counts that as a
 * failed run.
 */
export async function orFromQueue(
  kind: Extract<Job['kind'], 'sweep' | 'reconcile'>,
  work: () => Promise<void>,
): Promise<{ statusCode: number }> {
  try {
    await work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind !== 'busy') throw error;
    console.warn(`${kind}: the ${fault.who} asks to wait; it goes on from the queue`);
    await pushJobs([{ job: { v: 1, kind }, delayMs: fault.retryAfterMs }]);
  }
  return { statusCode: 204 };
}
