import type { Measure } from './agreement';

/**
 * Does a measure promise a time for any ticket? A goal without a duration promises none.
 *
 * promisesTime({ goals: [] }) //=> false
 */
export function promisesTime({ goals }: Pick<Measure, 'goals'>): boolean {
  return goals.some(({ durationMs }) => durationMs !== null);
}
