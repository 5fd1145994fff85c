import { forgetRefreshesOfIssues } from '../storage/issue-refresh';
import { forgetTimersOfIssues } from '../storage/timer';

/** Forgets a deleted issue. The audit of its verdicts stays. Doing it twice changes nothing. */
export async function removeIssue(issueId: string): Promise<void> {
  await forgetTimersOfIssues([issueId]);
  await forgetRefreshesOfIssues([issueId]);
}
