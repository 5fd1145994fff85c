import type { Millis } from '../engine/instant';
import {
  boundsOfBucket,
  BUCKETS,
  bucketOfTime,
  placeOfRank,
  type TimesHistogram,
} from '../engine/times-histogram';
import type { BlockFilter } from './block-filter';
import { int } from './column';
import { ElapsedColumn } from './elapsed-column';
import { factRows } from './fact-rows';
import { allOf, type Clause, type FigureScope } from './figure-scope';
import { figureSources } from './figure-sources';
import { cellsOf, rollupBlocks, type RollupBlock } from './rollup-block';

/** How long cycles took, to the millisecond. */
export class CycleTimes {
  readonly histogram: TimesHistogram;

  /** In any order. */
  constructor(private readonly times: Float64Array) {
    const cases = new Uint32Array(BUCKETS);
    for (let n = 0; n < times.length; n++) {
      const bucket = bucketOfTime(times[n] as number);
      cases[bucket] = (cases[bucket] as number) + 1;
    }
    this.histogram = new Map([...cases.entries()].filter(([, count]) => count > 0));
  }

  /** Of times that come in several lists. */
  static of(lists: readonly Float64Array[]): CycleTimes {
    const times = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
    let cases = 0;
    for (const list of lists) {
      times.set(list, cases);
      cases += list.length;
    }
    return new CycleTimes(times);
  }

  get cases(): number {
    return this.times.length;
  }

  get sum(): Millis {
    let sum = 0;
    for (let n = 0; n < this.times.length; n++) sum += this.times[n] as number;
    return sum;
  }

  /** The time at a 1-based rank, the shortest first; null for a rank that is not there. */
  atRank(rank: number): Millis | null {
    const place = placeOfRank(this.histogram, rank);
    if (place === null) return null;
    const { from, to } = boundsOfBucket(place.bucket);
    const near: Millis[] = [];
    for (let n = 0; n < this.times.length; n++) {
      const ms = this.times[n] as number;
      if (ms >= from && ms < to) near.push(ms);
    }
    return near.sort((a, b) => a - b)[place.rank - 1] ?? null;
  }
}

/** The times, net, of all cycles of a scope that have stopped, left-out ones too. */
export async function cycleTimes(scope: FigureScope): Promise<CycleTimes> {
  const { cells, facts, filter } = await figureSources(scope);
  const [kept, live] = await Promise.all([
    timesFromColumns(cells, filter),
    facts === null ? [] : timesFromFacts(facts),
  ]);
  return CycleTimes.of([kept, Float64Array.from(live)]);
}

async function timesFromColumns(cells: Clause, filter: BlockFilter): Promise<Float64Array> {
  return timesOf(await rollupBlocks(cells, ['elapsed', ...filter.columns]), filter);
}

/** Of the cycles that pass, in blocks with their column `elapsed`. */
export function timesOf(blocks: readonly RollupBlock[], filter: BlockFilter): Float64Array {
  const columns = blocks.map((block) => ({ block, elapsed: new ElapsedColumn(cellsOf(block, 'elapsed')) }));
  const times = new Float64Array(columns.reduce((sum, { elapsed }) => sum + elapsed.cycles, 0));
  let cases = 0;
  for (const { block, elapsed } of columns)
    for (const place of filter.placesIn(block, elapsed.cycles)) {
      const ms = elapsed.at(place);
      if (ms !== null) times[cases++] = ms;
    }
  return times.subarray(0, cases);
}

/** Some twenty bytes each. */
const ROWS_PER_ANSWER = 50_000;

async function timesFromFacts(facts: Clause): Promise<readonly Millis[]> {
  const times: Millis[] = [];
  const stopped = allOf(facts, { where: 'elapsed_ms IS NOT NULL', params: [] });
  for await (const rows of factRows(stopped, 'elapsed_ms', ROWS_PER_ANSWER))
    for (const row of rows) times.push(int(row, 'elapsed_ms'));
  return times;
}
