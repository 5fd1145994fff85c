import type { Millis } from '../engine/instant';
import type { BlockFilter } from './block-filter';
import { int, text } from './column';
import { EntryReader } from './entry-column';
import { factRows } from './fact-rows';
import { type Clause, type FigureScope } from './figure-scope';
import { figureSources } from './figure-sources';
import { HolderReader } from './holder-reader';
import { countsOfPacked } from './packed-text';
import { codedValues } from './report-value';
import { DIMENSIONS } from './roll-up-day';
import { cellsOf, rollupBlocks } from './rollup-block';
import { select, type Row } from './statement';
import { isWaiting, waitingOf } from './waiting-holder';

/** Working time of all who held the tickets of a measure, and of it that of customers and third parties. */
export interface WaitingTime {
  readonly agreementId: string;
  readonly measureId: string;
  readonly workingMs: Millis;
  readonly waitedMs: Millis;
}

/** Of each measure of a scope that has decided cycles. It may come several times: add it up. */
export async function waitingTimes(scope: FigureScope): Promise<readonly WaitingTime[]> {
  const { rollups, facts, filter } = await figureSources(scope);
  const [kept, live] = await Promise.all([
    keptTimes(rollups, scope, filter),
    facts === null ? [] : timesFromFacts(facts),
  ]);
  return [...kept, ...live];
}

async function keptTimes(
  rollups: Clause,
  scope: FigureScope,
  filter: BlockFilter,
): Promise<readonly WaitingTime[]> {
  if (filter.passesAll) return timesFromSums(rollups);
  return filter.only === null
    ? timesFromColumns(rollups, scope, filter)
    : timesFromDimension(rollups, filter.only);
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

async function timesFromColumns(
  rollups: Clause,
  { projectId, levels }: FigureScope,
  filter: BlockFilter,
): Promise<readonly WaitingTime[]> {
  const [blocks, coded] = await Promise.all([
    rollupBlocks(rollups, ['elapsed', 'excluded', 'holder', ...filter.columns]),
    codedValues(projectId, { kind: 'holder', levels }),
  ]);
  const waitingIn = new Map(levels.map((level) => [level, new Set<number>()]));
  for (const { securityLevelId, code, value } of coded)
    if (isWaiting(value)) waitingIn.get(securityLevelId)?.add(code);
  return blocks.map((block) => {
    const { agreementId, measureId, securityLevelId } = block;
    const waiting = waitingIn.get(securityLevelId);
    const holders = new HolderReader(block);
    let [workingMs, waitedMs] = [0, 0];
    for (const place of filter.placesIn(block, holders.cycles))
      holders.at(place, (code, ms) => {
        workingMs += ms;
        if (waiting?.has(code)) waitedMs += ms;
      });
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
