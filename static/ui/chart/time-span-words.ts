import type { Millis } from '../../../src/engine/instant';
import { exactDuration, sayDuration } from '../duration';

/**
 * From when to when a time lies, to the minute where that tells its ends apart.
 * @example sayTimeSpan({ from: 5_400_000, to: 7_200_000 }) //=> "1 h 30 min to 2 h"
 */
export function sayTimeSpan({ from, to }: { readonly from: Millis; readonly to: Millis }): string {
  const [start, end] = [sayDuration(from), sayDuration(to)];
  return start === end || to < 1_000
    ? `${exactDuration(from)} to ${exactDuration(to)}`
    : `${start} to ${end}`;
}
