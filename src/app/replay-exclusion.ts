import type { Instant, Interval } from '../engine/instant';
import type { Exclusion } from '../engine/agreement';
import { readExclusion } from '../storage/exclusion';
import { issuesOfProject } from '../storage/issue-refresh';
import { issuesWithCycles } from '../storage/timer';
import { refreshJobs, type DelayedJob, type PushJobs } from './job';
import { settleExclusion } from './settle-exclusion';

const PAGE = 500;
const PAGE_GAP_MS = 30_000;
const JOB_GAP_MS = 1_000;

/**
 * One page of the issues that an agreed exclusion may concern, closed ones too: those with a cycle of its
 * agreement within its windows are queued, then the next page. It is queued before the exclusion is ticked off
 * as agreed, so that neither can be lost without the other: the first page does what is left to do.
 */
export async function replayExclusion(
  {
    projectId,
    exclusionId,
    after,
  }: { readonly projectId: string; readonly exclusionId: string; readonly after?: string | undefined },
  push: PushJobs,
  now: Instant,
): Promise<number> {
  if (after === undefined) await settleExclusion(projectId, exclusionId, null, now);
  const exclusion = await readExclusion(projectId, exclusionId);
  if (exclusion?.state !== 'agreed') return 0;
  if (exclusion.issueId !== null) {
    await push(refreshJobs([{ issueId: exclusion.issueId, projectId }], 0));
    return 1;
  }
  const page = await issuesOfProject(projectId, after ?? '', PAGE);
  const concerned = await issuesWithCycles(page, exclusion.agreementId, spanOf(exclusion.compiled));
  const refreshes = refreshJobs(
    concerned.map((issueId) => ({ issueId, projectId })),
    0,
  ).map(({ job }, index): DelayedJob => ({ job, delayMs: index * JOB_GAP_MS }));
  const last = page.at(-1);
  const next: DelayedJob[] =
    page.length < PAGE || last === undefined
      ? []
      : [
          {
            job: { v: 1, kind: 'replay-exclusion', projectId, exclusionId, after: last },
            delayMs: PAGE_GAP_MS,
          },
        ];
  if (refreshes.length + next.length > 0) await push([...refreshes, ...next]);
  return concerned.length;
}

/** From its first window to the end of its last; null = at any time. */
export function spanOf({ windows }: Exclusion): Interval | null {
  if (windows === null || windows.length === 0) return null;
  return {
    start: Math.min(...windows.map(({ start }) => start)),
    end: Math.max(...windows.map(({ end }) => end)),
  };
}
