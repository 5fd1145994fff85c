/**
 * Where an axis of shares begins so that differences near the top can be seen: at a whole tenth below the least
 * share; an axis that begins above zero says so by its labels.
 * @example axisFloor([0.97, 0.91]) //=> 0.8
 */
export function axisFloor(shares: readonly number[]): number {
  const least = Math.min(1, ...shares);
  return Math.max(0, Math.floor((least - 0.05) * 10 + 1e-9) / 10);
}

/** Every how many-th of `count` labels fits when each takes `room` pixels. */
export const labelStep = (count: number, width: number, room: number): number =>
  Math.max(1, Math.ceil((count * room) / Math.max(width, 1)));
