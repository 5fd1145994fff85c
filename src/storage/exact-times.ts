import type { Millis } from '../engine/instant';
import { boundsOfBucket, placeOfRank, type TimesHistogram } from '../engine/times-histogram';
import { int } from './column';
import { allOf, filterClause, scopeClause, type Clause, type FigureScope } from './figure-scope';
import { select } from './statement';

/**
 * The times at 1-based ranks among all that stopped in the scope, exactly: `times`, of the same scope, tells
 * the bucket, one indexed look-up the value in it. null for a rank that is not there.
 */
export async function exactTimes(
  scope: FigureScope,
  ranks: readonly number[],
  times: TimesHistogram,
): Promise<readonly (Millis | null)[]> {
  const within = allOf(scopeClause(scope), filterClause(scope.filter));
  return Promise.all(
    ranks.map(async (rank) => {
      const place = placeOfRank(times, rank);
      return place && timeInBucket(within, place.bucket, place.rank);
    }),
  );
}

async function timeInBucket(within: Clause, bucket: number, rank: number): Promise<Millis> {
  const { from, to } = boundsOfBucket(bucket);
  const rows = await select(
    `SELECT elapsed_ms FROM cycle_fact WHERE ${within.where} AND elapsed_ms >= ? AND elapsed_ms < ?
      ORDER BY elapsed_ms LIMIT 1 OFFSET ?`,
    [...within.params, from, to, rank - 1],
  );
  // A cycle that has just gone from the bucket: its bound is as near as can be told.
  return rows[0] ? int(rows[0], 'elapsed_ms') : to - 1;
}
