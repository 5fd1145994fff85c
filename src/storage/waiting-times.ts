import type { Millis } from '../engine/instant';
import type { BlockFilter } from './block-filter';
import { int, text } from './column';
import { EntryReader } from './entry-column';
import { factRows } from './fact-rows';
import { FixedColumn } from './fixed-digits';
import { allOf, ofMeasures, type Clause, type FigureScope, type MeasureKey } from './figure-scope';
import { figureSources } from './figure-sources';
import { countsOfPacked } from './packed-text';
import { DIMENSIONS } from './roll-up-day';
import { cellsOf, rollupBlocks } from './rollup-block';
import { SparseReader } from './sparse-column';
import { select, type Row } from './statement';
import { waitingOf } from './waiting-holder';

/** Working time of all who held the tickets of a measure, and of it that of customers and third parties. */
export interface WaitingTime extends MeasureKey {
  readonly workingMs: Millis;
  readonly waitedMs: Millis;
}

/** Of each of these measures that has decided cycles in a scope. It may come several times: add it up. */
export async function waitingTimes(
  scope: FigureScope,
  measures: readonly MeasureKey[],
): Promise<readonly WaitingTime[]> {
  const { rollups, facts, filter } = await figureSources(scope);
  const own = ofMeasures(measures);
  const [kept, live] = await Promise.all([
    keptTimes(allOf(rollups, own), filter),
    facts === null ? [] : timesFromFacts(allOf(facts, own)),
  ]);
  return [...kept, ...live];
}

async function keptTimes(rollups: Clause, filter: BlockFilter): Promise<readonly WaitingTime[]> {
  if (filter.passesAll) return timesFromSums(rollups);
  return filter.only === null ? timesFromColumns(rollups, filter) : timesFromDimension(rollups, filter.only);
}

async function timesFromSums({ where, params }: Clause): Promise<readonly WaitingTime[]> {
  const rows = await select(
    `SELECT agreement_id, measure_id, SUM(working_ms) AS working, SUM(waited_ms) AS waited FROM day_rollup
      WHERE ${where} GROUP BY agreement_id, measure_id`,
    params,
  );
  return rows.map((row) => ({
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    workingMs: int(row, 'working'),
    waitedMs: int(row, 'waited'),
  }));
}

async function timesFromDimension(
  rollups: Clause,
  { dimension, codesOf }: NonNullable<BlockFilter['only']>,
): Promise<readonly WaitingTime[]> {
  const blocks = await rollupBlocks(rollups, ['waiting-sum']);
  return blocks.flatMap((block) => {
    const { agreementId, measureId, securityLevelId } = block;
    const [sums, wanted] = [cellsOf(block, 'waiting-sum'), codesOf(securityLevelId)];
    // Sums are in the first part of a day.
    if (sums === '' || !wanted) return [];
    const reader = new EntryReader(sums);
    const place = 2 * DIMENSIONS.indexOf(dimension);
    let [workingMs, waitedMs] = [0, 0];
    reader.at(place, (code, ms) => {
      if (wanted[code] === 1) workingMs += ms;
    });
    reader.next((code, ms) => {
      if (wanted[code] === 1) waitedMs += ms;
    });
    return [{ agreementId, measureId, workingMs, waitedMs }];
  });
}

async function timesFromColumns(rollups: Clause, filter: BlockFilter): Promise<readonly WaitingTime[]> {
  const names = ['elapsed', 'excluded', 'waited', 'working', ...filter.columns] as const;
  const blocks = await rollupBlocks(rollups, names);
  return blocks.map((block) => {
    const { agreementId, measureId } = block;
    const elapsed = new FixedColumn(cellsOf(block, 'elapsed'));
    const [excluded, waited, working] = (['excluded', 'waited', 'working'] as const).map(
      (name) => new SparseReader(cellsOf(block, name)),
    ) as [SparseReader, SparseReader, SparseReader];
    let [workingMs, waitedMs] = [0, 0];
    for (const place of filter.placesIn(block, elapsed.length)) {
      workingMs += working.at(place) ?? elapsed.at(place) + (excluded.at(place) ?? 0);
      waitedMs += waited.at(place) ?? 0;
    }
    return { agreementId, measureId, workingMs, waitedMs };
  });
}

/** Some hundred bytes each. */
const ROWS_PER_ANSWER = 10_000;

async function timesFromFacts(facts: Clause): Promise<readonly WaitingTime[]> {
  const times: WaitingTime[] = [];
  for await (const rows of factRows(facts, 'agreement_id, measure_id, holders', ROWS_PER_ANSWER))
    times.push(...rows.map(timeOf));
  return times;
}

function timeOf(row: Row): WaitingTime {
  return {
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    ...waitingOf(countsOfPacked(text(row, 'holders'))),
  };
}
