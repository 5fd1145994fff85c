import type { Instant } from './instant';
import type { HistoryEntry } from './issue-history';
import type { DateReachedEntry } from './moment-match';
import type { ExclusionPlan, GoalPlan, MeasurePlan } from './rules';

/** A version of the agreement took effect: the rules' own entry beside Jira's. */
export interface RulesChangedEntry {
  readonly kind: 'rules';
  readonly at: Instant;
  readonly agreementId: string;
  readonly version: number;
}

export type TrackEntry = HistoryEntry | DateReachedEntry | RulesChangedEntry;

/** The clock runs, unless `pause` is a pause condition's index. */
export const NOT_PAUSED = -1;
/** The cycle had stopped and went on later (reopen "continue"). */
export const STOPPED = -2;

/**
 * From `at` on, until the next span: what holds of the measure on this issue. Spans are kept from the
 * creation on, also while no cycle is open, so that a retroactive start finds them.
 */
export interface Span {
  readonly at: Instant;
  readonly pause: number;
  readonly goal: GoalPlan;
  readonly plan: MeasurePlan;
  /** Time exclusions whose condition holds. */
  readonly excluded: readonly ExclusionPlan[];
  /** Cycle exclusions whose condition holds. */
  readonly leftOut: readonly ExclusionPlan[];
  readonly cause: TrackEntry;
}

/** A cycle as the replay records it: boundaries and their reasons; the sums are made from the spans. */
export interface CycleTrack {
  readonly number: number;
  readonly startTime: Instant;
  readonly startEntry: TrackEntry;
  /** True when the agreement came to cover an issue on which the clock would already be running. */
  readonly attached: boolean;
  stopTime: Instant | null;
  stopEntry: TrackEntry | null;
  ending: 'stopped' | 'reset' | 'cancelled' | null;
  flag: string | null;
}

/** A stretch of a cycle under one span. */
export interface Piece {
  readonly start: Instant;
  readonly end: Instant;
  readonly span: Span;
}

/** The spans of [start, end), clipped, in order. */
export function piecesOf(spans: readonly Span[], start: Instant, end: Instant): Piece[] {
  const pieces: Piece[] = [];
  let index = spans.length - 1;
  while (index > 0 && (spans[index] as Span).at > start) index--;
  for (; index < spans.length; index++) {
    const span = spans[index] as Span;
    const next = spans[index + 1];
    const from = Math.max(span.at, start);
    const to = next === undefined ? end : Math.min(next.at, end);
    if (from < to) pieces.push({ start: from, end: to, span });
    if (next === undefined || next.at >= end) break;
  }
  return pieces;
}

/** The span that holds at the end of [start, end): the one in force right before `end`, or at `start`. */
export function lastSpan(spans: readonly Span[], start: Instant, end: Instant, ongoing: boolean): Span {
  let index = spans.length - 1;
  const limit = Math.max(end, start);
  while (index > 0) {
    const { at } = spans[index] as Span;
    if (at < limit || (at === limit && (ongoing || at <= start))) break;
    index--;
  }
  return spans[index] as Span;
}
