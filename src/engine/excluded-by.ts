import type { Cycle } from './cycle';
import { NOT_PAUSED, STOPPED } from './cycle-track';
import { excludedIntervals } from './excluded-time';
import { replayedCycle } from './explain';
import type { Instant, Millis } from './instant';

/**
 * What each exclusion took out of a cycle's working time up to `until`, in ms by its id; where several hold,
 * the first listed one did. Up to its stop, the sum is gross less net. One that leaves the whole cycle out of
 * compliance is there with what it took, or 0.
 *
 * excludedBy(cycle, stop) //=> Map { 'maintenance' => 1_800_000 }
 */
export function excludedBy(cycle: Cycle, until: Instant): ReadonlyMap<string, Millis> {
  const taken = new Map<string, Millis>();
  for (const { start, end: pieceEnd, span } of replayedCycle(cycle).pieces) {
    const end = Math.min(pieceEnd, until);
    if (span.pause === NOT_PAUSED) {
      for (const hole of excludedIntervals(span.excluded, start, end)) {
        const { id } = hole.by.exclusion;
        const worked = span.goal.calendar.elapsed(hole.start, hole.end);
        if (worked > 0) taken.set(id, (taken.get(id) ?? 0) + worked);
      }
    }
    if (span.pause === STOPPED) continue;
    for (const { by } of excludedIntervals(span.leftOut, start, pieceEnd))
      taken.set(by.exclusion.id, taken.get(by.exclusion.id) ?? 0);
  }
  return taken;
}
