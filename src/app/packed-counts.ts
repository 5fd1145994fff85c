import { addPacked } from '../storage/packed-text';

/** The first count of each key of a packed text. */
export function countsOfPacked(packed: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number[]>();
  addPacked(sums, packed);
  return new Map([...sums].map(([key, [count = 0]]) => [key, count]));
}
