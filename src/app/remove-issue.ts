import type { Instant } from '../engine/instant';
import { forgetFiringsOfIssues } from '../storage/escalation-firing';
import { forgetRefreshesOfIssues } from '../storage/issue-refresh';
import { forgetTimersOfIssues } from '../storage/timer';
import { forgetFacts } from './write-facts';

/** Forgets a deleted issue. The audit of its verdicts stays. Doing it twice changes nothing. */
export async function removeIssue(issueId: string, now: Instant): Promise<void> {
  await forgetTimersOfIssues([issueId]);
  await forgetFacts([issueId], now);
  await forgetFiringsOfIssues([issueId]);
  await forgetRefreshesOfIssues([issueId]);
}
