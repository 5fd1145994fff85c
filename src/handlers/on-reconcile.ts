import { completeProposals } from '../app/complete-proposal';
import { reconcile } from '../app/reconcile';
import { pushJobs } from './queue';

/** Anything but 204 counts as a failed run with the platform. */
export async function onReconcile(): Promise<{ statusCode: number }> {
  // What was signed but not published, after a crash, comes first: its tickets are queued with the rest.
  const proposals = await completeProposals(pushJobs, Date.now());
  const projects = await reconcile(pushJobs);
  console.log(`Reconcile: ${projects} projects queued, ${proposals} proposals open`);
  return { statusCode: 204 };
}
