import type { Millis } from '../engine/instant';
import type { BlockFilter, WantedValue } from './block-filter';
import { int, text } from './column';
import { factRows } from './fact-rows';
import { allOf, ofMeasures, type Clause, type FigureScope, type MeasureKey } from './figure-scope';
import { figureSources, type KeptSums } from './figure-sources';
import { HolderReader } from './holder-reader';
import { countsOfPacked } from './packed-text';
import { codesWhere } from './report-value';
import { cellsOf, rollupBlocks } from './rollup-block';
import { select, type Row } from './statement';
import { isWaiting, waitingOf } from './waiting-holder';
import { addWaitingSums, WITH_WAITING_SUMS, WITHOUT_WAITING_SUMS } from './waiting-sums';

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
  const { sums, cells, facts, filter } = await figureSources(scope);
  const own = ofMeasures(measures);
  const [kept, live] = await Promise.all([
    sums ? timesFromSums(sums, own) : timesFromCells(allOf(cells, own), scope, filter),
    facts === null ? [] : timesFromFacts(allOf(facts, own)),
  ]);
  return [...kept, ...live];
}

async function timesFromSums({ table, clause }: KeptSums, own: Clause): Promise<readonly WaitingTime[]> {
  const { where, params } = allOf(clause, own);
  const rows = await select(
    `SELECT agreement_id, measure_id, SUM(working_ms) AS working, SUM(waited_ms) AS waited FROM ${table}
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

/** Of the two values of two filters, the time of many cycles is added up already. */
async function timesFromCells(
  cells: Clause,
  scope: FigureScope,
  filter: BlockFilter,
): Promise<readonly WaitingTime[]> {
  const { only } = filter;
  if (!only) return timesFromColumns(cells, scope, filter);
  const [many, few] = await Promise.all([
    timesByValue(allOf(cells, WITH_WAITING_SUMS), only),
    timesFromColumns(allOf(cells, WITHOUT_WAITING_SUMS), scope, filter),
  ]);
  return many === null ? timesFromColumns(cells, scope, filter) : [...many, ...few];
}

/** null = some are older than these sums: until an upgrade is over. */
async function timesByValue(
  cells: Clause,
  { facet, codes }: WantedValue,
): Promise<readonly WaitingTime[] | null> {
  const name = `${facet}-waiting` as const;
  const blocks = await rollupBlocks(cells, [name]);
  if (blocks.some((block) => cellsOf(block, name) === '')) return null;
  return blocks.map((block) => {
    const { agreementId, measureId, securityLevelId } = block;
    const sums = { all: 0, wanted: 0 };
    addWaitingSums(cellsOf(block, name), codes.get(securityLevelId) ?? NOBODY, sums);
    return { agreementId, measureId, workingMs: sums.all, waitedMs: sums.wanted };
  });
}

async function timesFromColumns(
  cells: Clause,
  { projectId, levels }: FigureScope,
  filter: BlockFilter,
): Promise<readonly WaitingTime[]> {
  const [blocks, waiting] = await Promise.all([
    rollupBlocks(cells, ['elapsed', 'excluded', 'holder', ...filter.columns]),
    codesWhere(projectId, { kind: 'holder', levels }, isWaiting),
  ]);
  return blocks.map((block) => {
    const { agreementId, measureId, securityLevelId } = block;
    const reader = new HolderReader(block);
    const codes = waiting.get(securityLevelId) ?? NOBODY;
    const sums = { all: 0, wanted: 0 };
    for (const place of filter.placesIn(block, reader.cycles)) reader.addAt(place, codes, sums);
    return { agreementId, measureId, workingMs: sums.all, waitedMs: sums.wanted };
  });
}

const NOBODY = new Uint8Array(0);

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
