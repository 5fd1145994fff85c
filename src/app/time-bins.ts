import type { MeasureReport } from '../contract/compliance';
import { boundsOfBucket, type TimesHistogram } from '../engine/times-histogram';

type Bin = MeasureReport['times']['bins'][number];

/** As many as a chart can show. */
const MOST_BINS = 24;

/**
 * A histogram in bins for a chart: neighbouring buckets together, 1, 2, 4 ... at a time, from the least time to
 * the longest; the empty ones between are there. Bins end where buckets end, so that a bin's count is exactly
 * what lies between its bounds.
 */
export function timeBins(times: TimesHistogram): readonly Bin[] {
  const buckets = [...times.keys()].sort((a, b) => a - b);
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return [];
  let wide = 1;
  while (Math.floor(last / wide) - Math.floor(first / wide) >= MOST_BINS) wide *= 2;
  const bins: Bin[] = [];
  for (let bin = Math.floor(first / wide); bin <= Math.floor(last / wide); bin++) {
    const [from, to] = [bin * wide, (bin + 1) * wide];
    const cases = buckets.reduce((sum, at) => sum + (at >= from && at < to ? (times.get(at) ?? 0) : 0), 0);
    bins.push({ from: boundsOfBucket(from).from, to: boundsOfBucket(to).from, cases });
  }
  // Buckets of a few milliseconds may be empty by nature.
  return bins.filter(({ from, to }) => from < to);
}
