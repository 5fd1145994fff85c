import type { Cycle } from './cycle';
import type { Instant } from './instant';

/**
 * The instant at which a cycle's verdict fell, by which reports put it into a period: the breach if there was
 * one (a late ticket never moves into a later period by staying open), else the stop. null = nothing is
 * decided: it is ongoing within its goal, or was reset or cancelled. Of a cycle that an exclusion leaves out the
 * gross verdict is taken; one without a goal is decided by its stop.
 */
export function decidedAt(cycle: Cycle): Instant | null {
  if (cycle.outcome === 'reset' || cycle.outcome === 'cancelled') return null;
  const { breached, breachTime } = cycle.leftOutBy === null ? cycle.net : cycle.gross;
  return breached ? (breachTime ?? cycle.stopTime) : cycle.stopTime;
}
