import type { Millis } from './instant';

/** How many times fell into each bucket; buckets without any are not there. */
export type TimesHistogram = ReadonlyMap<number, number>;

/** Steps an octave: a bucket is at most 4.4 % wide. */
const PER_OCTAVE = 16;

/** More than there are up to the largest whole number. */
export const BUCKETS = 54 * PER_OCTAVE;

/** The least time that lies in a bucket of 1 or more, or above it; a whole number of ms. */
const LOWER_BOUNDS = Float64Array.from({ length: BUCKETS }, (_, bucket) =>
  Math.ceil(2 ** ((bucket - 1) / PER_OCTAVE)),
);

function lowerBound(bucket: number): Millis {
  return LOWER_BOUNDS[bucket] as number;
}

/**
 * The bucket a time (ms, 0 or more) falls into: 0 is for 0 ms, the others grow by a sixteenth of an octave.
 * The lower bound belongs to the bucket.
 *
 * bucketOfTime(3_600_000) //=> 349
 */
export function bucketOfTime(ms: Millis): number {
  if (ms < 1) return 0;
  let bucket = 1 + Math.floor(Math.log2(ms) * PER_OCTAVE);
  // Logarithms round: the bounds decide.
  while (lowerBound(bucket) > ms) bucket--;
  while (lowerBound(bucket + 1) <= ms) bucket++;
  return bucket;
}

/** From when to when (exclusive) a bucket goes, in ms. Narrow buckets below 20 ms may be empty. */
export function boundsOfBucket(bucket: number): { readonly from: Millis; readonly to: Millis } {
  if (bucket === 0) return { from: 0, to: 1 };
  return { from: lowerBound(bucket), to: lowerBound(bucket + 1) };
}

/**
 * The nearest rank of a percentile: the 1-based place of the least value that at least `percent` (a whole
 * number, 1..100) of `cases` do not exceed. Without cases there is none: 0.
 *
 * rankOf(95, 20) //=> 19
 */
export function rankOf(percent: number, cases: number): number {
  return Math.ceil((percent * cases) / 100);
}

/** In which bucket the value of a 1-based rank lies, and its rank there; null = there are not as many. */
export function placeOfRank(
  times: TimesHistogram,
  rank: number,
): { readonly bucket: number; readonly rank: number } | null {
  let before = 0;
  for (const bucket of [...times.keys()].sort((a, b) => a - b)) {
    const cases = times.get(bucket) ?? 0;
    if (rank > 0 && rank <= before + cases) return { bucket, rank: rank - before };
    before += cases;
  }
  return null;
}
