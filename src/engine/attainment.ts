import type { Cycle } from './cycle';

/** How many cycles of a set were met of those that count. */
export interface Attainment {
  readonly met: number;
  readonly breached: number;
  /** Ongoing cycles already breached; they count as breached, too. */
  readonly ongoingBreached: number;
  /** Ongoing, within the goal or without one: not counted yet. */
  readonly ongoing: number;
  /** Stopped while no goal applied: never counted. */
  readonly noGoal: number;
  /** Reset, cancelled or left out by an exclusion: never counted. */
  readonly notCounted: number;
}

/**
 * Counts cycles for compliance. Counted are those met or breached, ongoing ones as soon as they are late;
 * cycles that were reset, cancelled or left out by an exclusion are not.
 */
export function attainmentOf(cycles: Iterable<Cycle>): Attainment {
  let [met, breached, ongoingBreached, ongoing, noGoal, notCounted] = [0, 0, 0, 0, 0, 0];
  for (const cycle of cycles) {
    if (cycle.leftOutBy !== null || cycle.outcome === 'reset' || cycle.outcome === 'cancelled') notCounted++;
    else if (cycle.outcome === 'met') met++;
    else if (cycle.outcome === 'breached') breached++;
    else if (cycle.outcome === 'no-goal') noGoal++;
    else if (cycle.net.breached) ongoingBreached++;
    else ongoing++;
  }
  return { met, breached, ongoingBreached, ongoing, noGoal, notCounted };
}

/** Met share of the counted cycles, 0..1; null when none counts. */
export function attainmentShare({ met, breached, ongoingBreached }: Attainment): number | null {
  const counted = met + breached + ongoingBreached;
  return counted === 0 ? null : met / counted;
}
