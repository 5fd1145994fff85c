import type { Millis } from '../../../src/engine/instant';

const SHORTEST: Millis = 1_000;
const LONGEST: Millis = 10_000;

/**
 * How long to wait before a run is looked at again: longer and longer while it stands still, and soon again
 * once it has moved.
 * @example pollPause(4_000, false) //=> 6_000
 */
export function pollPause(last: Millis, moved: boolean): Millis {
  return moved ? SHORTEST : Math.min(LONGEST, Math.max(SHORTEST, Math.round(last * 1.5)));
}
