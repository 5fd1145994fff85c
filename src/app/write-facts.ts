import type { Instant } from '../engine/instant';
import {
  cycleFactsOfIssue,
  daysOfIssues,
  forgetCycleFactsBefore,
  forgetCycleFactsOfIssues,
  saveCycleFacts,
  type CycleFact,
} from '../storage/cycle-fact';
import {
  forgetIssueFactBefore,
  forgetIssueFactsOfIssues,
  readIssueFact,
  saveIssueFact,
  type IssueFact,
} from '../storage/issue-fact';
import { resolutionsOfIssues, utcDayOf } from '../storage/resolved-issue';
import { markDirty } from '../storage/rollup-dirty';
import { sameJson } from './same-json';

/** What reports are told of an issue. */
export interface Facts {
  readonly cycles: readonly CycleFact[];
  /** null = nothing is promised of it. */
  readonly issue: IssueFact | null;
}

export const NO_FACTS: Facts = { cycles: [], issue: null };

export async function factsOfIssue(issueId: string): Promise<Facts> {
  return { cycles: await cycleFactsOfIssue(issueId), issue: await readIssueFact(issueId) };
}

/**
 * Writes the facts that replay `version` found in place of `before`. Whose facts are others than before, their
 * days are marked: before, so that no roll-up is believed while it is written, and after, so that one made
 * meanwhile is made again.
 */
export async function writeFacts(
  issueId: string,
  before: Facts,
  facts: Facts,
  version: number,
  now: Instant,
): Promise<void> {
  const days = changedDays(before, facts);
  await markAll(days, now);
  await saveCycleFacts(facts.cycles, version);
  if (before.cycles.length > 0) await forgetCycleFactsBefore(issueId, version);
  if (facts.issue) await saveIssueFact(facts.issue, version);
  else await forgetIssueFactBefore(issueId, version);
  await markAll(days, now);
}

/** Removes what replays before `version` wrote of an issue, late. */
export async function clearFactsBefore(issueId: string, version: number, now: Instant): Promise<void> {
  const days = await daysOf([issueId]);
  await markAll(days, now);
  await forgetCycleFactsBefore(issueId, version);
  await forgetIssueFactBefore(issueId, version);
  await markAll(days, now);
}

/** Removes all that reports know of issues. */
export async function forgetFacts(issueIds: readonly string[], now: Instant): Promise<void> {
  const days = await daysOf(issueIds);
  await markAll(days, now);
  await forgetCycleFactsOfIssues(issueIds);
  await forgetIssueFactsOfIssues(issueIds);
  await markAll(days, now);
}

interface ProjectDay {
  readonly projectId: string;
  readonly day: number;
}

/** The days of decisions where cycles are others; those of resolution also where the issue is, or its agreements. */
function changedDays(before: Facts, after: Facts): readonly ProjectDay[] {
  const sameCycles = sameJson(before.cycles, after.cycles);
  if (sameCycles && sameJson(before.issue, after.issue)) return [];
  const cycles = sameCycles ? [] : [...before.cycles, ...after.cycles];
  return [
    ...cycles.map(({ projectId, decidedDay }) => ({ projectId, day: decidedDay })),
    ...[before.issue, after.issue].flatMap((issue) =>
      issue === null || issue.resolvedAt === null
        ? []
        : [{ projectId: issue.projectId, day: utcDayOf(issue.resolvedAt) }],
    ),
  ];
}

async function daysOf(issueIds: readonly string[]): Promise<readonly ProjectDay[]> {
  return [...(await daysOfIssues(issueIds)), ...(await resolutionsOfIssues(issueIds))];
}

async function markAll(days: readonly ProjectDay[], now: Instant): Promise<void> {
  for (const projectId of new Set(days.map((one) => one.projectId)))
    await markDirty(
      projectId,
      days.filter((one) => one.projectId === projectId).map(({ day }) => day),
      now,
    );
}
