import { sweep } from '../app/sweep';
import { orFromQueue } from './or-from-queue';
import { pushJobs } from './queue';

/** Anything but 204 counts as a failed run with the platform. */
export function onSweep(): Promise<{ statusCode: number }> {
  return orFromQueue('sweep', async () => {
    const { due, jobs } = await sweep(pushJobs, Date.now());
    if (due > 0) console.log(`Sweep: ${due} due, ${jobs} jobs queued`);
  });
}
