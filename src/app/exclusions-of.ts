import type { Exclusion } from '../engine/agreement';
import { groupBy } from '../engine/group-by';
import type { Instant, Interval } from '../engine/instant';
import type { CompiledAgreement } from '../storage/agreement-version';
import type { TabledExclusion } from '../storage/exclusion';

const BEGINNING_OF_TIME = -8_640_000_000_000_000;

/**
 * The signed exclusions of all versions together. The newest version that has an exclusion says what it is,
 * also for the time before that version: a maintenance window may be signed weeks after the event. One that
 * a later version dropped holds until that version takes effect, so that closed verdicts keep theirs.
 */
export function exclusionsOf(versions: readonly CompiledAgreement[]): readonly Exclusion[] {
  return [...groupBy(versions, ({ agreement }) => agreement.id).values()].flatMap(exclusionsOfOne);
}

/** Those agreed beside the agreements that are for this ticket, or for all. */
export function exclusionsBeside(agreed: readonly TabledExclusion[], issueId: string): readonly Exclusion[] {
  return agreed
    .filter((one) => one.issueId === null || one.issueId === issueId)
    .map(({ exclusion }) => exclusion);
}

function exclusionsOfOne(versions: readonly CompiledAgreement[]): Exclusion[] {
  const ordered = [...versions].sort((a, b) => a.agreement.version - b.agreement.version);
  const standing = new Map<string, Exclusion>();
  const dropped: Exclusion[] = [];
  for (const { agreement, exclusions } of ordered) {
    const kept = new Map(exclusions.map((exclusion) => [exclusion.id, exclusion]));
    for (const [id, exclusion] of standing) {
      if (kept.has(id)) continue;
      const ended = endingAt(exclusion, agreement.effectiveFrom);
      if (ended) dropped.push(ended);
    }
    standing.clear();
    for (const [id, exclusion] of kept) standing.set(id, exclusion);
  }
  return [...dropped, ...standing.values()];
}

function endingAt(exclusion: Exclusion, end: Instant): Exclusion | null {
  const windows: readonly Interval[] = exclusion.windows ?? [{ start: BEGINNING_OF_TIME, end }];
  const before = windows
    .filter((w) => w.start < end)
    .map((w) => ({ start: w.start, end: Math.min(w.end, end) }));
  return before.length === 0 ? null : { ...exclusion, windows: before };
}
