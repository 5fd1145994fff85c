import type { Instant } from '../engine/instant';
import type { TimerRow } from '../storage/timer';
import { sha256 } from './canonical-json';
import type { SlaProperty } from './sla-property';
import type { Facts } from './write-facts';

/**
 * A fingerprint of all that a refresh writes. What a running clock changes by itself (the sums of ongoing
 * cycles, the instant of the replay) is left out: a refresh that finds nothing new has the same fingerprint
 * and writes nothing.
 */
export function contentHash(
  timers: readonly TimerRow[],
  facts: Facts,
  property: SlaProperty,
  nextChangeAt: Instant | null,
): string {
  return sha256(JSON.stringify([timers.map(lasting), facts, property, nextChangeAt]));
}

function lasting(timer: TimerRow): object {
  const { stoppedAt, breached, paused, elapsedMs, grossElapsedMs, pausedMs, asOf } = timer;
  if (stoppedAt !== null) return { ...timer, asOf: null };
  const excludedNow = timer.excludedFrom === asOf;
  return {
    ...timer,
    asOf: null,
    elapsedMs: 0,
    grossElapsedMs: 0,
    pausedMs: 0,
    remainingMs: 0,
    ...(excludedNow && { excludedFrom: 'now' }),
    // Until it is late, its breach time tells of any pause or exclusion; after that only its sums do.
    ...(breached &&
      (paused || excludedNow ? { elapsedMs } : { pausedMs, excludedMs: grossElapsedMs - elapsedMs })),
  };
}
