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

/** A column of a table of numbers: entry i stands at i * width and holds, at `column`, the value of entry i + 1. */
export interface Column {
  readonly width: number;
  readonly column: number;
  /** Entries 1..count have values, ascending; entry 0 stands for what is before. */
  readonly count: number;
}

/** Buckets over the values of a column, all of which lie in [origin, origin + span]. */
export function bucketsOf(table: Float64Array, entries: Column, origin: number, span: number): Buckets {
  const { width, column, count } = entries;
  let size = WIDEST;
  while (size > 1 && span / size < PER_ENTRY * count) size /= 2;
  const first = new Int32Array(Math.floor(span / size) + 1);
  let at = 0;
  for (let bucket = 0; bucket < first.length; bucket++) {
    const beginning = origin + bucket * size;
    while (at < count && table[at * width + column]! < beginning) at++;
    first[bucket] = at * width;
  }
  return { scale: 1 / size, first };
}
