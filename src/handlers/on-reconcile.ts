import { reconcile } from '../app/reconcile';
import { orFromQueue } from './or-from-queue';
import { pushJobs } from './queue';

/** Anything but 204 counts as a failed run with the platform. */
export function onReconcile(): Promise<{ statusCode: number }> {
  return orFromQueue('reconcile', async () => {
    const { projects, proposals } = await reconcile(pushJobs, Date.now());
    console.log(`Reconcile: ${projects} projects queued, ${proposals} proposals open`);
  });
}
