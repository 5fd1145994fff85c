import type { Millis } from '../../src/engine/instant';

/** One look at both clocks: the wall's, which can be moved, and a steady one, which cannot. */
export interface Look {
  readonly wall: number;
  readonly steady: number;
}

const TOLERANCE: Millis = 2_000;
const OVERSLEPT: Millis = 30_000;

/**
 * Did the wall clock jump between two looks, or the machine sleep? What happened meanwhile is unknown
 * then. A wall clock that stands still has not jumped.
 */
export function jumped(before: Look, after: Look, plannedMs: Millis): boolean {
  const wall = after.wall - before.wall;
  const steady = after.steady - before.steady;
  return wall < -TOLERANCE || wall - Math.max(steady, 0) > TOLERANCE || wall - plannedMs > OVERSLEPT;
}
