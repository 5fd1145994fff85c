import type { CycleView, SegmentView } from '../../src/contract';
import type { SegmentKind } from '../../src/engine/cycle';
import type { Instant } from '../../src/engine/instant';
import { runningAhead } from './tick';

interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly running: boolean;
}

/** [from, to) cut at every opening and closing of the clock. */
function stretches(cycle: CycleView, from: Instant, to: Instant): readonly Stretch[] {
  const list: Stretch[] = [];
  let at = from;
  const push = (end: Instant, running: boolean): void => {
    if (end > at) list.push({ start: at, end, running });
    at = Math.max(at, end);
  };
  for (const ahead of runningAhead(cycle)) {
    push(Math.min(ahead.start, to), false);
    push(Math.min(ahead.end, to), true);
  }
  push(to, false);
  return list;
}

function asSegment(cycle: CycleView, stretch: Stretch, from: Instant): SegmentView {
  const last = cycle.segments.at(-1);
  // Until the clock first opens or closes, what goes on now goes on.
  const goesOn = !stretch.running && stretch.start === from && cycle.phase !== 'running' && last;
  const kind: SegmentKind = stretch.running ? 'running' : goesOn ? last.kind : 'outside-hours';
  const same = last !== undefined && stretch.start === from && last.kind === kind;
  const name = cycle.goal.calendarName;
  const cause = {
    at: stretch.start,
    ref: 'calendar',
    text: stretch.running ? `${name} opens` : `${name} closes`,
  };
  return {
    start: stretch.start,
    end: stretch.end,
    kind,
    open: same ? last.open : stretch.running,
    name: same ? last.name : name,
    cause: same ? last.cause : cause,
  };
}

/**
 * The segments of a cycle from its start to `now`, so that their running sum is what `tick` counts.
 * Completed cycles: as they are.
 */
export function liveSegments(cycle: CycleView, asOf: Instant, now: Instant): readonly SegmentView[] {
  if (cycle.phase === null || now <= asOf) return cycle.segments;
  const [next, ...rest] = stretches(cycle, asOf, now).map((s) => asSegment(cycle, s, asOf));
  const last = cycle.segments.at(-1);
  if (!next) return cycle.segments;
  if (!last || last.kind !== next.kind || last.end !== asOf) return [...cycle.segments, next, ...rest];
  return [...cycle.segments.slice(0, -1), { ...last, end: next.end }, ...rest];
}

/**
 * What comes between `now` and the breach if nothing changes; empty when late, paused, completed or
 * without a goal. A breach beyond the known opening hours: as far as they are known.
 */
export function segmentsAhead(cycle: CycleView, asOf: Instant, now: Instant): readonly SegmentView[] {
  const known = cycle.upcoming.at(-1)?.end ?? now;
  const until = Math.min(cycle.net.breachTime ?? now, known);
  if (cycle.phase === null || until <= now) return [];
  return stretches(cycle, asOf, until)
    .filter((s) => s.end > now)
    .map((s) => asSegment(cycle, s, asOf))
    .map((s) => ({ ...s, start: Math.max(s.start, now) }));
}
