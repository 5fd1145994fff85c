import type { Cause, Cycle, Segment, SegmentKind } from './cycle';
import { NOT_PAUSED, STOPPED, type Piece, type Span } from './cycle-track';
import { excludedAhead, excludedIntervals, type ExcludedAhead } from './excluded-time';
import type { Instant, Interval, Millis } from './instant';
import { causeOf, ReplayedCycle } from './replayed-cycle';

/**
 * The derivation of a cycle: contiguous segments from its start to its stop (or now), each of one kind with
 * what began it. The sum of `running` is its net elapsed time, `running` + `excluded` the gross.
 * Throws on a cycle that `evaluate` did not make.
 */
export function explain(cycle: Cycle): readonly Segment[] {
  const replayed = replayedCycle(cycle);
  const segments: Segment[] = [];
  let began: Cause = replayed.startedBy;
  let last: Piece | null = null;
  for (const piece of replayed.pieces) {
    // A pause that goes on under another goal was still begun by what began it.
    const goesOn = last !== null && piece.span.pause !== NOT_PAUSED && piece.span.pause === last.span.pause;
    if (last !== null && !goesOn) began = causeOf(piece.span.cause);
    last = piece;
    for (const segment of segmentsOf(piece, began)) append(segments, segment);
  }
  return segments;
}

/**
 * From `from` (the cycle's now) on: the stretches up to `until` in which the net clock will run if nothing
 * changes. Empty for a cycle that is paused or has ended.
 */
export function upcoming(cycle: Cycle, until: Instant): readonly Interval[] {
  const { outlook } = replayedCycle(cycle);
  if (!outlook.ongoing || outlook.paused || until <= outlook.end) return [];
  const runs: Interval[] = [];
  for (const open of outlook.goal.calendar.openIntervals(outlook.end, until)) {
    let at = open.start;
    for (const hole of excludedIntervals(outlook.excluded, open.start, open.end)) {
      if (at < hole.start) runs.push({ start: at, end: hole.start });
      at = hole.end;
    }
    if (at < open.end) runs.push({ start: at, end: open.end });
  }
  return runs;
}

/** From the cycle's now on: when an exclusion holds its net clock next. null for a cycle that is paused or has ended. */
export function nextExcluded(cycle: Cycle): ExcludedAhead | null {
  const { outlook } = replayedCycle(cycle);
  return outlook.ongoing && !outlook.paused ? excludedAhead(outlook.excluded, outlook.end) : null;
}

/** The cycle with the pieces it is the sum of. Throws on one that `evaluate` did not make. */
export function replayedCycle(cycle: Cycle): ReplayedCycle {
  if (cycle instanceof ReplayedCycle) return cycle;
  throw new Error('Only a cycle made by evaluate() can be explained; a copy has lost its derivation.');
}

function segmentsOf(piece: Piece, began: Cause): Segment[] {
  const { start, end, span } = piece;
  const { calendar, spec } = span.goal;
  const segments: Segment[] = [];
  const paused = span.pause !== NOT_PAUSED;
  const pauseName = paused ? nameOfPause(span) : '';
  const push = (from: Instant, to: Instant, kind: SegmentKind, open: boolean, name: string, cause: Cause) => {
    if (from < to) segments.push({ start: from, end: to, kind, open, name, cause });
  };
  const closed = (from: Instant, to: Instant) => {
    if (paused) return push(from, to, 'paused', false, pauseName, began);
    let at = from;
    for (const holiday of calendar.holidaysIn(from, to)) {
      push(
        at,
        holiday.start,
        'outside-hours',
        false,
        spec.name,
        causeAt(at, start, began, `${spec.name} close`),
      );
      push(holiday.start, holiday.end, 'holiday', false, holiday.name, {
        at: holiday.start,
        ref: 'calendar',
        text: `Holiday: ${holiday.name}`,
      });
      at = Math.max(at, holiday.end);
    }
    push(at, to, 'outside-hours', false, spec.name, causeAt(at, start, began, `${spec.name} close`));
  };
  const open = (from: Instant, to: Instant) => {
    if (paused) return push(from, to, 'paused', true, pauseName, began);
    let at = from;
    let cause = causeAt(from, start, began, `${spec.name} open`);
    for (const hole of excludedIntervals(span.excluded, from, to)) {
      const { id, clause } = hole.by.exclusion;
      push(at, hole.start, 'running', true, spec.name, cause);
      push(hole.start, hole.end, 'excluded', true, clause, {
        at: hole.start,
        ref: `exclusion:${id}`,
        text: `Excluded by “${clause}”`,
      });
      at = hole.end;
      cause = { at, ref: `exclusion:${id}`, text: `“${clause}” ends` };
    }
    push(at, to, 'running', true, spec.name, cause);
  };
  let at = start;
  for (const interval of calendar.openIntervals(start, end)) {
    closed(at, interval.start);
    open(interval.start, interval.end);
    at = interval.end;
  }
  closed(at, end);
  return segments;
}

/** A stretch that begins with its piece was begun by what began the piece, else by the calendar. */
function causeAt(at: Instant, pieceStart: Instant, began: Cause, text: string): Cause {
  return at === pieceStart ? began : { at, ref: 'calendar', text };
}

function nameOfPause({ pause, plan }: Span): string {
  if (pause === STOPPED) return 'Stopped until reopened';
  return plan.pauses[pause]?.condition.name ?? '';
}

/** Joins a stretch to the one before it where only the calendar's bookkeeping parts them. */
function append(segments: Segment[], next: Segment): void {
  const last = segments[segments.length - 1];
  if (
    last !== undefined &&
    last.end === next.start &&
    last.kind === next.kind &&
    last.name === next.name &&
    last.open === next.open &&
    last.cause.ref === next.cause.ref &&
    last.kind !== 'running'
  ) {
    segments[segments.length - 1] = { ...last, end: next.end };
    return;
  }
  segments.push(next);
}

/** The sum of the lengths of the segments of some kinds. */
export function totalOf(segments: readonly Segment[], kinds: readonly SegmentKind[]): Millis {
  let sum = 0;
  for (const { kind, start, end } of segments) if (kinds.includes(kind)) sum += end - start;
  return sum;
}
