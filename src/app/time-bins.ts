import type { MeasureReport } from '../contract/compliance';
import { boundsOfBucket, placeOfRank, rankOf, type TimesHistogram } from '../engine/times-histogram';

type Bin = MeasureReport['times']['bins'][number];

/** As many as a chart can show. */
const MOST_BINS = 24;

/**
 * A histogram in bins for a chart: neighbouring buckets together, 1, 2, 4 ... at a time, where nearly all times lie;
 * the empty ones between are there. The few that are far shorter or longer share a bin at each end, so that one
 * odd case does not squeeze all others. Bins end where buckets end, so that a bin's count is exactly what lies
 * between its bounds.
 */
export function timeBins(times: TimesHistogram): readonly Bin[] {
  const buckets = [...times.keys()].sort((a, b) => a - b);
  const cases = [...times.values()].reduce((sum, count) => sum + count, 0);
  const [first, last] = [buckets[0], buckets.at(-1)];
  const low = placeOfRank(times, rankOf(5, cases))?.bucket;
  const high = placeOfRank(times, rankOf(98, cases))?.bucket;
  if (first === undefined || last === undefined || low === undefined || high === undefined) return [];
  let wide = 1;
  while (Math.floor(high / wide) - Math.floor(low / wide) >= MOST_BINS - 2) wide *= 2;
  const edges: number[] = [];
  const end = Math.floor(high / wide) + 1;
  for (let edge = Math.floor(low / wide); edge <= end; edge++) edges.push(edge * wide);
  if (first < (edges[0] ?? 0)) edges.unshift(first);
  if (last >= end * wide) edges.push(last + 1);
  const bins = edges.slice(1).map((to, i) => {
    const from = edges[i] ?? 0;
    const within = buckets.filter((at) => at >= from && at < to);
    return {
      from: boundsOfBucket(from).from,
      to: boundsOfBucket(to).from,
      cases: within.reduce((sum, at) => sum + (times.get(at) ?? 0), 0),
    };
  });
  // Buckets of a few milliseconds may be empty by nature.
  return bins.filter(({ from, to }) => from < to);
}
