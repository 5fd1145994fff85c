import { int, text } from './column';
import { COUNT_COLUMNS, figureCountsOf, type FigureCounts } from './figure-counts';
import { figureSources, type FigureSources } from './figure-sources';
import {
  allOf,
  COLUMN_OF_FACET,
  facetValuesIn,
  type Clause,
  type Facet,
  type FigureScope,
} from './figure-scope';
import { select, type Row } from './statement';

/** Counts of the cycles that were decided on a day. */
export interface DayFigures extends FigureCounts {
  readonly agreementId: string;
  readonly measureId: string;
  /** `''` = not told apart, or an issue that has no such value. */
  readonly facetValue: string;
  readonly day: number;
}

const OF_ROLLUPS = COUNT_COLUMNS.map((sum) => `SUM(${sum}) AS ${sum}`).join(', ');
/** The same, of the rows themselves. */
const OF_FACTS = `
  SUM(CASE WHEN verdict = 'met' THEN 1 ELSE 0 END) AS met,
  SUM(CASE WHEN verdict = 'breached' THEN 1 ELSE 0 END) AS breached,
  SUM(CASE WHEN gross_verdict = 'met' THEN 1 ELSE 0 END) AS gross_met,
  SUM(CASE WHEN gross_verdict = 'breached' THEN 1 ELSE 0 END) AS gross_breached,
  SUM(CASE WHEN left_out_by IS NULL THEN 0 ELSE 1 END) AS left_out,
  SUM(CASE WHEN elapsed_ms IS NULL THEN 0 ELSE 1 END) AS stopped,
  SUM(COALESCE(elapsed_ms, 0)) AS elapsed_sum, SUM(excluded_ms) AS excluded_sum, SUM(late_ms) AS late_sum`;

/**
 * The counts of a scope, day by day. Days whose roll-ups hold are read from them, the others (`liveDays`) from
 * the rows: the figures are the same. With more than one dimension at once (filters, and what they are told
 * apart by), all days are. A day may come in several rows of the same kind: add them up.
 */
export async function dayFigures(
  scope: FigureScope,
  by?: Facet,
): Promise<{ readonly rows: readonly DayFigures[]; readonly liveDays: number }> {
  const sources = await figureSources(scope, by);
  const [kept, live] = await Promise.all([rolledUpDays(sources, by), daysFromFacts(sources, scope, by)]);
  return { rows: [...kept, ...live], liveDays: sources.liveDays };
}

/** Some hundred bytes each: far below 4 MiB an answer. */
const ROWS_PER_ANSWER = 8_000;

async function rolledUpDays(
  { rollups }: FigureSources,
  by: Facet | undefined,
): Promise<readonly DayFigures[]> {
  if (rollups === null) return [];
  const rows = await figuresBy(by === undefined ? null : 'facet_value', OF_ROLLUPS, 'report_rollup', rollups);
  return rows.map((row) => figuresOf(row, text(row, 'facet_value')));
}

/** Days whose rows one statement adds up: of a million cycles a year it takes some tenths of a second. */
const LIVE_DAYS_AT_ONCE = 31;

async function daysFromFacts(
  { facts, liveDays }: FigureSources,
  scope: FigureScope,
  by: Facet | undefined,
): Promise<readonly DayFigures[]> {
  if (facts === null) return [];
  const column = by === undefined ? null : COLUMN_OF_FACET[by];
  const step = liveDays > LIVE_DAYS_AT_ONCE ? LIVE_DAYS_AT_ONCE : scope.toDay - scope.fromDay + 1;
  const rows: Row[] = [];
  for (let day = scope.fromDay; day <= scope.toDay; day += step) {
    const span = { where: 'decided_day >= ? AND decided_day < ?', params: [day, day + step] };
    rows.push(...(await figuresBy(column, OF_FACTS, 'cycle_fact', allOf(facts, span))));
  }
  if (by === undefined) return rows.map((row) => figuresOf(row, ''));
  const only = by === 'organization' ? scope.filter.organization : undefined;
  return rows.flatMap((row) =>
    facetValuesIn(by, text(row, 'facet_value'))
      .filter((value) => only === undefined || value === only)
      .map((value) => figuresOf(row, value)),
  );
}

async function figuresBy(
  column: string | null,
  sums: string,
  table: 'report_rollup' | 'cycle_fact',
  { where, params }: Clause,
): Promise<readonly Row[]> {
  const keys = `agreement_id, measure_id, ${column === null ? '' : `${column}, `}decided_day`;
  const found: Row[] = [];
  for (;;) {
    const rows = await select(
      `SELECT agreement_id, measure_id, ${column ?? `''`} AS facet_value, decided_day, ${sums} FROM ${table}
        WHERE ${where} GROUP BY ${keys} ORDER BY ${keys} LIMIT ? OFFSET ?`,
      [...params, ROWS_PER_ANSWER, found.length],
    );
    found.push(...rows);
    if (rows.length < ROWS_PER_ANSWER) return found;
  }
}

function figuresOf(row: Row, facetValue: string): DayFigures {
  return {
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    facetValue,
    day: int(row, 'decided_day'),
    ...figureCountsOf(row),
  };
}
