import type { Instant, Interval, Millis } from './instant';
import type { Calendar } from './calendar';
import { mergeIntervals, subtractIntervals } from './interval';
import { DAY } from './local-date';
import type { ExclusionPlan } from './rules';

/** A stretch in which an exclusion holds, and which one (the first listed where several overlap). */
export interface ExcludedInterval extends Interval {
  readonly by: ExclusionPlan;
}

/** From `start` on an exclusion holds, up to `end`; null = without an end. */
export interface ExcludedAhead {
  readonly start: Instant;
  readonly end: Instant | null;
}

const NONE: readonly ExcludedInterval[] = [];

/**
 * The stretches of [from, to) in which one of `active` holds, in order and disjoint. `active` are the
 * exclusions whose condition is true of the issue throughout; windows and hours are applied here.
 */
export function excludedIntervals(
  active: readonly ExclusionPlan[],
  from: Instant,
  to: Instant,
): readonly ExcludedInterval[] {
  if (active.length === 0 || to <= from) return NONE;
  let result: ExcludedInterval[] = [];
  for (const by of active) result = [...result, ...minus(stretches(by, from, to), result)];
  return result.sort((a, b) => a.start - b.start);
}

function stretches(by: ExclusionPlan, from: Instant, to: Instant): ExcludedInterval[] {
  const { windows } = by.exclusion;
  const clipped =
    windows === null
      ? [{ start: from, end: to }]
      : windows
          .map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) }))
          .filter(({ start, end }) => start < end);
  const { during } = by;
  const open =
    during === null ? clipped : clipped.flatMap(({ start, end }) => during.openIntervals(start, end));
  return open.map(({ start, end }) => ({ start, end, by }));
}

/** Takes `taken` (and overlaps within `list` itself, which is of one exclusion) out of `list`. */
function minus(list: readonly ExcludedInterval[], taken: readonly Interval[]): ExcludedInterval[] {
  const [first] = list;
  if (first === undefined) return [];
  const rest = subtractIntervals(mergeIntervals(list), mergeIntervals(taken));
  return rest.map(({ start, end }) => ({ start, end, by: first.by }));
}

/** Working time of [from, to) that the active exclusions take out. */
export function excludedWorkingTime(
  calendar: Calendar,
  active: readonly ExclusionPlan[],
  from: Instant,
  to: Instant,
): Millis {
  let sum = 0;
  for (const { start, end } of excludedIntervals(active, from, to)) sum += calendar.elapsed(start, end);
  return sum;
}

/** Recurring exclusions are looked through a quarter at a time, for at most this many quarters. */
const QUARTER: Millis = 92 * DAY;
const QUARTERS = 40;

/**
 * The earliest instant at which `ms` (> 0) of working time outside the active exclusions has passed since
 * `from`; null = never (or, past recurring exclusions, not within ten years).
 */
export function dueOutsideExclusions(
  calendar: Calendar,
  active: readonly ExclusionPlan[],
  from: Instant,
  ms: Millis,
): Instant | null {
  const direct = calendar.due(from, ms);
  if (active.length === 0 || direct === null) return direct;
  const last = lastHoleEnd(active);
  let at = from;
  let left = ms;
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    if (at >= last) return calendar.due(at, left);
    const until = at + QUARTER;
    for (const hole of excludedIntervals(active, at, until)) {
      const before = calendar.elapsed(at, hole.start);
      if (before >= left) return calendar.due(at, left);
      left -= before;
      at = hole.end;
    }
    const rest = calendar.elapsed(at, until);
    if (rest >= left) return calendar.due(at, left);
    left -= rest;
    at = until;
  }
  return null;
}

/**
 * The first stretch from `from` on in which one of the active exclusions holds, whichever; those that touch are one.
 * It starts at `from` where one holds already; null = none begins any more (or, of recurring ones, not within ten
 * years). Example: windows 12-20 and 20-22, from 16 = 16-22.
 */
export function excludedAhead(active: readonly ExclusionPlan[], from: Instant): ExcludedAhead | null {
  const last = lastHoleEnd(active);
  let found: Interval | null = null;
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const at = from + quarter * QUARTER;
    if (at >= last) return found;
    const [first] = mergeIntervals(excludedIntervals(active, at, at + QUARTER));
    if (first !== undefined && (found === null || first.start === found.end))
      found = { start: (found ?? first).start, end: first.end };
    if (found !== null && found.end < at + QUARTER) return found;
  }
  return found && { start: found.start, end: null };
}

/** When the last window of all closes; Infinity where an exclusion recurs or has no end. */
function lastHoleEnd(active: readonly ExclusionPlan[]): Instant {
  let last = -Infinity;
  for (const { exclusion } of active) {
    if (exclusion.windows === null) return Infinity;
    for (const { end } of exclusion.windows) last = Math.max(last, end);
  }
  return last;
}
