import type { Instant } from '../engine/instant';
import { searchIssueIds } from '../jira/search-issues';
import { projectsWithAgreements } from '../storage/agreement-version';
import { completeProposals } from './complete-proposal';
import { SHARES } from './find-deleted';
import { exclusionJobs } from './exclusion-jobs';
import { refreshJobs, type DelayedJob, type PushJobs } from './job';

// Longer than the day between two runs: also a run that was skipped is made good.
const RECENT = '-3d';
const PAGE_GAP_MS = 30_000;
const DAY_MS = 86_400_000;

/**
 * Once a day every issue that can still change is looked at again, for events that Jira never sent: one job per
 * project. What was signed but not published, after a crash, comes first: its tickets are queued with the rest.
 */
export async function reconcile(
  push: PushJobs,
  now: Instant,
): Promise<{ readonly projects: number; readonly proposals: number }> {
  const proposals = await completeProposals(push, now);
  const projects = await projectsWithAgreements();
  if (projects.length > 0)
    await push(
      projects.map((projectId) => ({ job: { v: 1, kind: 'reconcile-project', projectId }, delayMs: 0 })),
    );
  return { projects: projects.length, proposals };
}

/**
 * One page of a project's open and recently changed issues: queues their refreshes, spread out so that they
 * do not crowd Jira's limits, and then the next page; after the last one, the search for deleted issues. Answers how many issues the page had.
 */
export async function reconcileProject(
  { projectId, page }: { readonly projectId: string; readonly page?: string | undefined },
  push: PushJobs,
  now: Instant,
): Promise<number> {
  // A project id is digits; it goes into JQL.
  if (!/^\d+$/.test(projectId)) throw new Error(`No project id: ${projectId}`);
  const jql = `project = ${projectId} AND (statusCategory != Done OR updated >= ${RECENT}) ORDER BY key ASC`;
  const { issueIds, nextPage } = await searchIssueIds(jql, page ?? null);
  const refreshes = refreshJobs(
    issueIds.map((issueId) => ({ issueId, projectId })),
    0,
  ).map(({ job }, index): DelayedJob => ({ job, delayMs: index * 1000 }));
  const lost = page === undefined ? await exclusionJobs(projectId) : [];
  const share = Math.floor(now / DAY_MS) % SHARES;
  const next: DelayedJob[] =
    nextPage === null
      ? [{ job: { v: 1, kind: 'find-deleted', projectId, share }, delayMs: PAGE_GAP_MS }]
      : [{ job: { v: 1, kind: 'reconcile-project', projectId, page: nextPage }, delayMs: PAGE_GAP_MS }];
  const jobs = [...lost, ...refreshes, ...next];
  if (jobs.length > 0) await push(jobs);
  return issueIds.length;
}
