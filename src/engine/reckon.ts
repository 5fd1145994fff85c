import type { Reckoning } from './cycle';
import { NOT_PAUSED, type Piece } from './cycle-track';
import { dueOutsideExclusions, excludedWorkingTime } from './excluded-time';
import type { Instant, Millis } from './instant';
import type { ExclusionPlan, GoalPlan } from './rules';

const NONE: readonly ExclusionPlan[] = [];

/** Gross ignores signed exclusions, net applies them. */
export type Way = 'gross' | 'net';

/** Counted time of one piece: its working time, less the excluded part in the net way; 0 while paused. */
export function countedTime({ start, end, span }: Piece, way: Way): Millis {
  if (span.pause !== NOT_PAUSED) return 0;
  const { calendar } = span.goal;
  const working = calendar.elapsed(start, end);
  if (way === 'gross' || span.excluded.length === 0 || working === 0) return working;
  return working - excludedWorkingTime(calendar, span.excluded, start, end);
}

/** Working time the pieces spent paused. */
export function pausedTime(pieces: readonly Piece[]): Millis {
  let sum = 0;
  for (const { start, end, span } of pieces) {
    if (span.pause !== NOT_PAUSED) sum += span.goal.calendar.elapsed(start, end);
  }
  return sum;
}

/** The state from which a cycle goes on: what holds at its end, and whether the clock could run then. */
export interface Outlook {
  readonly end: Instant;
  readonly ongoing: boolean;
  readonly paused: boolean;
  readonly goal: GoalPlan;
  readonly excluded: readonly ExclusionPlan[];
}

/** Elapsed, remaining, verdict and breach time of a cycle, in integer ms. */
export function reckon(pieces: readonly Piece[], outlook: Outlook, way: Way): Reckoning {
  let elapsedMs = 0;
  for (const piece of pieces) elapsedMs += countedTime(piece, way);
  const durationMs = outlook.goal.goal?.durationMs ?? null;
  if (durationMs === null) return { elapsedMs, remainingMs: null, breached: false, breachTime: null };
  return {
    elapsedMs,
    remainingMs: durationMs - elapsedMs,
    breached: elapsedMs > durationMs,
    breachTime:
      elapsedMs >= durationMs
        ? instantOfElapsed(pieces, durationMs, way)
        : instantAhead(outlook, durationMs - elapsedMs, way),
  };
}

/** The earliest instant at which the pieces' counted time reaches `target` (0 < target <= their sum). */
export function instantOfElapsed(pieces: readonly Piece[], target: Millis, way: Way): Instant | null {
  let sum = 0;
  for (const piece of pieces) {
    const counted = countedTime(piece, way);
    if (sum + counted >= target) {
      const { goal, excluded } = piece.span;
      return dueOutsideExclusions(
        goal.calendar,
        way === 'gross' ? NONE : excluded,
        piece.start,
        target - sum,
      );
    }
    sum += counted;
  }
  return null;
}

/** When `ms` (> 0) more will have counted if nothing changes; null while a pause holds an ongoing cycle. */
export function instantAhead(outlook: Outlook, ms: Millis, way: Way): Instant | null {
  if (outlook.ongoing && outlook.paused) return null;
  const active = way === 'gross' ? NONE : outlook.excluded;
  return dueOutsideExclusions(outlook.goal.calendar, active, outlook.end, ms);
}
