import type { CycleView, SegmentView } from '../../src/contract';
import type { Instant } from '../../src/engine/instant';
import { sayDistance } from './duration';
import type { Place } from './place';
import { sayInstant } from './say-instant';
import type { LiveCycle } from './tick';

const MINUTE = 60_000;

/**
 * The deadline in words. The distance by the wall clock is added only where it differs from the working
 * time left, so the two are never taken for one another.
 */
export function deadlineWords(cycle: CycleView, live: LiveCycle, now: Instant, place: Place): string | null {
  if (live.phase === null) {
    return cycle.stopTime === null ? null : `Stopped ${sayInstant(cycle.stopTime, now, place)}`;
  }
  if (live.remainingMs === null) return null;
  const due = cycle.net.breachTime;
  if (due === null) {
    return live.phase === 'paused'
      ? 'No deadline while paused'
      : 'No deadline: its hours end before the goal';
  }
  if (live.remainingMs < 0) return `Was due ${sayInstant(due, now, place)}`;
  const away = isWorkingTime(cycle, live, now) ? ` (${sayDistance(due - now)} from now)` : '';
  return `Due ${sayInstant(due, now, place)}${away}`;
}

/** Does the time left or late differ from what the wall clock says? Then it must be called working time. */
export function isWorkingTime(cycle: CycleView, live: LiveCycle, now: Instant): boolean {
  if (live.phase === null || live.remainingMs === null) return false;
  const due = cycle.net.breachTime;
  if (due === null) return cycle.segments.some((s) => s.kind === 'outside-hours' || s.kind === 'holiday');
  return Math.abs(due - now - live.remainingMs) >= MINUTE;
}

/** Start of the last unbroken run of segments that share kind and name. */
function since(segments: readonly SegmentView[]): Instant | null {
  const last = segments.at(-1);
  if (!last) return null;
  const other = segments.findLastIndex((s) => s.kind !== last.kind || s.name !== last.name);
  return segments[other + 1]?.start ?? null;
}

/** Why the clock stands still and when it goes on; null while it runs or has stopped. */
export function standstillWords(
  live: LiveCycle,
  segments: readonly SegmentView[],
  now: Instant,
  place: Place,
): string | null {
  const last = segments.at(-1);
  if (!last || live.phase === null || live.phase === 'running') return null;
  const resumes = live.resumesAt === null ? '' : `; resumes ${sayInstant(live.resumesAt, now, place)}`;
  switch (live.phase) {
    case 'paused': {
      // A pause of no length yet has no stretch of its own to name.
      if (last.kind !== 'paused') return 'Paused just now';
      const from = since(segments);
      return `${last.name}${from === null ? '' : ` since ${sayInstant(from, now, place)}`}`;
    }
    case 'outside-hours':
      return `${last.kind === 'holiday' ? last.name : `${last.name} closed`}${resumes}`;
    case 'excluded':
      return `${last.name}${resumes}`;
  }
}
