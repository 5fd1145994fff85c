import type { Counts } from '../contract/compliance';

/** Met and breached with their share; null when nothing is counted. */
export function countsOf(met: number, breached: number): Counts {
  return { met, breached, share: met + breached === 0 ? null : met / (met + breached) };
}
