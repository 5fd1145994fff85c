import type { Instant } from '../engine/instant';
import {
  daysOfIssues,
  forgetCycleFactsBefore,
  forgetCycleFactsOfIssues,
  saveCycleFacts,
  type CycleFact,
} from '../storage/cycle-fact';
import {
  forgetIssueFactBefore,
  forgetIssueFactsOfIssues,
  saveIssueFact,
  type IssueFact,
} from '../storage/issue-fact';
import { markDirty } from '../storage/rollup-dirty';
import { sameJson } from './same-json';

/** What reports are told of an issue. */
export interface Facts {
  readonly cycles: readonly CycleFact[];
  /** null = nothing is promised of it. */
  readonly issue: IssueFact | null;
}

/**
 * Writes the facts that replay `version` found in place of `before`. Whose facts are others than before, their
 * days are marked: before, so that no roll-up is believed while it is written, and after, so that one made
 * meanwhile is made again.
 */
export async function writeFacts(
  issueId: string,
  before: readonly CycleFact[],
  { cycles, issue }: Facts,
  version: number,
  now: Instant,
): Promise<void> {
  const days = sameJson(before, cycles) ? [] : daysOf([...before, ...cycles]);
  await markAll(days, now);
  await saveCycleFacts(cycles, version);
  if (before.length > 0) await forgetCycleFactsBefore(issueId, version);
  if (issue) await saveIssueFact(issue, version);
  else await forgetIssueFactBefore(issueId, version);
  await markAll(days, now);
}

/** Removes what replays before `version` wrote of an issue, late. */
export async function clearFactsBefore(issueId: string, version: number, now: Instant): Promise<void> {
  const days = await daysOfIssues([issueId]);
  await markAll(days, now);
  await forgetCycleFactsBefore(issueId, version);
  await forgetIssueFactBefore(issueId, version);
  await markAll(days, now);
}

/** Removes all that reports know of issues. */
export async function forgetFacts(issueIds: readonly string[], now: Instant): Promise<void> {
  const days = await daysOfIssues(issueIds);
  await markAll(days, now);
  await forgetCycleFactsOfIssues(issueIds);
  await forgetIssueFactsOfIssues(issueIds);
  await markAll(days, now);
}

interface ProjectDay {
  readonly projectId: string;
  readonly day: number;
}

function daysOf(facts: readonly CycleFact[]): readonly ProjectDay[] {
  return facts.map(({ projectId, decidedDay }) => ({ projectId, day: decidedDay }));
}

async function markAll(days: readonly ProjectDay[], now: Instant): Promise<void> {
  for (const projectId of new Set(days.map((one) => one.projectId)))
    await markDirty(
      projectId,
      days.filter((one) => one.projectId === projectId).map(({ day }) => day),
      now,
    );
}
