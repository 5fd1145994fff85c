/**
 * For an ascending list, where in it to start looking for a value: the axis is cut into buckets as wide as a
 * power of two, and each knows the last entry before it. The rest is a step or two.
 */
export interface Buckets {
  /** 1 / width: exact, as the width is a power of two. */
  readonly scale: number;
  /** Table position of the last entry < the bucket's beginning (0 if none). */
  readonly first: Int32Array;
}

/** Four buckets an entry keep the steps few; wider than this and a dense week would be walked entry by entry. */
const PER_ENTRY = 4;
const WIDEST = 2 ** 26;

/**
 * Buckets over one column (0 or 1) of a table of pairs: entries 1..count are ascending and lie in
 * [origin, origin + span]; entry 0 stands for what is before.
 */
export function bucketsOf(
  table: Float64Array,
  column: 0 | 1,
  count: number,
  origin: number,
  span: number,
): Buckets {
  let width = WIDEST;
  while (width > 1 && span / width < PER_ENTRY * count) width /= 2;
  const size = Math.floor(span / width) + 1;
  const first = new Int32Array(size);
  let at = 0;
  for (let bucket = 0; bucket < size; bucket++) {
    const beginning = origin + bucket * width;
    while (at < 2 * count && table[at + 2 + column]! < beginning) at += 2;
    first[bucket] = at;
  }
  return { scale: 1 / width, first };
}
