import { existingIssueIds } from '../jira/existing-issue-ids';
import { issuesOfProject } from '../storage/issue-refresh';
import { refreshJobs, type DelayedJob, type PushJobs } from './job';

/** A seventh of the issues a day: every issue is asked for once a week, at a price Jira's limits can bear. */
export const SHARES = 7;
const PAGE = 500;
const PAGE_GAP_MS = 30_000;

/**
 * Looks for issues that were deleted although no event said so: their rows would count in reports for ever.
 * One page of a share of the project's issues; those that Jira does not know are refreshed, which removes
 * them. Queues the next page. Answers how many were missing.
 */
export async function findDeleted(
  {
    projectId,
    share,
    after,
  }: { readonly projectId: string; readonly share: number; readonly after?: string | undefined },
  push: PushJobs,
): Promise<number> {
  const page = await issuesOfProject(projectId, after ?? '', PAGE);
  const asked = page.filter((issueId) => Number(issueId) % SHARES === share);
  const known = asked.length === 0 ? new Set<string>() : await existingIssueIds(asked);
  const missing = asked.filter((issueId) => !known.has(issueId));
  const last = page.at(-1);
  const next: DelayedJob[] =
    page.length < PAGE || last === undefined
      ? []
      : [{ job: { v: 1, kind: 'find-deleted', projectId, share, after: last }, delayMs: PAGE_GAP_MS }];
  const jobs = [
    ...refreshJobs(
      missing.map((issueId) => ({ issueId, projectId })),
      0,
    ),
    ...next,
  ];
  if (jobs.length > 0) await push(jobs);
  return missing.length;
}
