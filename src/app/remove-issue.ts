import { forgetRefreshOfIssue } from '../storage/issue-refresh';
import { forgetTimersOfIssue } from '../storage/timer';

/** Forgets a deleted issue. The audit of its verdicts stays. Doing it twice changes nothing. */
export async function removeIssue(issueId: string): Promise<void> {
  await forgetTimersOfIssue(issueId);
  await forgetRefreshOfIssue(issueId);
}
