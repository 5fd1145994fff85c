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
  const lasting = timers.map((timer) => ({
    ...timer,
    asOf: null,
    ...(timer.stoppedAt === null && { elapsedMs: 0, grossElapsedMs: 0, pausedMs: 0, remainingMs: 0 }),
  }));
  return sha256(JSON.stringify([lasting, facts, property, nextChangeAt]));
}
