import type { Instant, Millis } from '../engine/instant';
import { firingsOfIssue, forgetFiringsOfIssues } from '../storage/escalation-firing';
import { forgetRefreshesOfIssues } from '../storage/issue-refresh';
import { forgetTimersOfIssues } from '../storage/timer';
import { TOO_LATE_MS } from './escalate';
import { refreshJobs, type PushJobs } from './job';
import { forgetFacts } from './write-facts';

/** As long as a queue holds a job back. */
const LOOK_AGAIN_MS: Millis = 15 * 60_000;

/**
 * Forgets a deleted issue. The audit of its verdicts stays. Doing it twice changes nothing. An issue that Jira
 * hides from the app looks deleted and may come back: what escalations did is kept until nothing could be done
 * again, and looked at again then.
 */
export async function removeIssue(issueId: string, push: PushJobs, now: Instant): Promise<void> {
  await forgetTimersOfIssues([issueId]);
  await forgetFacts([issueId], now);
  await forgetFiringsOfIssues([issueId], now - TOO_LATE_MS);
  await forgetRefreshesOfIssues([issueId]);
  const [recent] = await firingsOfIssue(issueId);
  if (recent) await push(refreshJobs([{ issueId, projectId: recent.projectId }], LOOK_AGAIN_MS));
}
