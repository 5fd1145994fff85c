import { reconcile } from '../app/reconcile';
import { pushJobs } from './queue';

/** Anything but 204 counts as a failed run with the platform. */
export async function onReconcile(): Promise<{ statusCode: number }> {
  const projects = await reconcile(pushJobs);
  console.log(`Reconcile: ${projects} projects queued`);
  return { statusCode: 204 };
}
