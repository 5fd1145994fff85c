import { sweep } from '../app/sweep';
import { pushJobs } from './queue';

/** Anything but 204 counts as a failed run with the platform. */
export async function onSweep(): Promise<{ statusCode: number }> {
  const { due, jobs } = await sweep(pushJobs, Date.now());
  if (due > 0) console.log(`Sweep: ${due} due, ${jobs} jobs queued`);
  return { statusCode: 204 };
}
