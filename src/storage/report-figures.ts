import { int, text } from './column';
import { COUNT_COLUMNS, countsOfEndings, ENDINGS, figureCountsOf, type FigureCounts } from './figure-counts';
import { figureSources, type FigureSources, type KeptSums } from './figure-sources';
import {
  allOf,
  among,
  COLUMN_OF_FACET,
  facetValuesIn,
  type Clause,
  type Facet,
  type FigureScope,
} from './figure-scope';
import { FixedColumn } from './fixed-digits';
import { codedValues } from './report-value';
import { cellsOf, rollupBlocks } from './rollup-block';
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
  SUM(CASE WHEN elapsed_ms IS NULL THEN 0 ELSE 1 END) AS stopped`;

/**
 * The counts of a scope, day by day. Days whose roll-ups hold are read from them, the others (`liveDays`) from
 * the rows: the figures are the same. A day may come in several rows of the same kind: add them up.
 */
export async function dayFigures(
  scope: FigureScope,
  by?: Facet,
): Promise<{ readonly rows: readonly DayFigures[]; readonly liveDays: number }> {
  const sources = await figureSources(scope);
  const [kept, live] = await Promise.all([
    by === undefined && sources.sums ? daysFromSums(sources.sums) : daysFromColumns(sources, scope, by),
    daysFromFacts(sources, scope, by),
  ]);
  return { rows: [...kept, ...live], liveDays: sources.liveDays.length };
}

/** Some hundred bytes each: far below 4 MiB an answer. */
const ROWS_PER_ANSWER = 8_000;

async function daysFromSums({ table, clause }: KeptSums): Promise<readonly DayFigures[]> {
  const rows = await figuresBy(null, OF_ROLLUPS, table, clause);
  return rows.map((row) => figuresOf(row, ''));
}

async function daysFromColumns(
  { cells, filter }: FigureSources,
  scope: FigureScope,
  by: Facet | undefined,
): Promise<readonly DayFigures[]> {
  const names = ['ending', ...filter.columns, ...(by === undefined ? [] : [by])] as const;
  const [blocks, valuesOf] = await Promise.all([
    rollupBlocks(cells, [...new Set(names)]),
    by === undefined ? null : facetValuesByCode(scope, by),
  ]);
  return blocks.flatMap((block): readonly DayFigures[] => {
    const { agreementId, measureId, day, securityLevelId } = block;
    const endings = new FixedColumn(cellsOf(block, 'ending'));
    const facet = by && new FixedColumn(cellsOf(block, by));
    const cases: number[][] = [];
    const places = filter.placesIn(block, endings.length);
    for (let n = 0; n < places.length; n++) {
      const place = places[n] as number;
      const code = facet ? facet.at(place) : 0;
      const own = (cases[code] ??= ENDINGS.map(() => 0));
      const ending = endings.at(place);
      own[ending] = (own[ending] as number) + 1;
    }
    return Object.entries(cases).flatMap(([code, own]) => {
      const counts = countsOfEndings(own);
      const values = valuesOf === null ? [''] : (valuesOf.get(`${securityLevelId} ${code}`) ?? []);
      return values.map((facetValue) => ({ agreementId, measureId, facetValue, day, ...counts }));
    });
  });
}

/** By security level and code, the values of a facet that are asked for. */
async function facetValuesByCode(
  scope: FigureScope,
  facet: Facet,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const coded = await codedValues(scope.projectId, { kind: facet, levels: scope.levels });
  const isAsked = isAskedBy(scope, facet);
  return new Map(
    coded.map(({ securityLevelId, code, value }) => [
      `${securityLevelId} ${code}`,
      facetValuesIn(facet, value).filter(isAsked),
    ]),
  );
}

/** Of the organizations of an issue, a filter wants one. */
function isAskedBy({ filter }: FigureScope, facet: Facet): (value: string) => boolean {
  const only = facet === 'organization' ? filter.organization : undefined;
  return (value) => only === undefined || value === only;
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
  const rows: Row[] = [];
  for (let first = 0; first < liveDays.length; first += LIVE_DAYS_AT_ONCE) {
    const days = among('decided_day', liveDays.slice(first, first + LIVE_DAYS_AT_ONCE));
    rows.push(...(await figuresBy(column, OF_FACTS, 'cycle_fact', allOf(facts, days))));
  }
  if (by === undefined) return rows.map((row) => figuresOf(row, ''));
  const isAsked = isAskedBy(scope, by);
  return rows.flatMap((row) =>
    facetValuesIn(by, text(row, 'facet_value'))
      .filter(isAsked)
      .map((value) => figuresOf(row, value)),
  );
}

async function figuresBy(
  column: string | null,
  sums: string,
  table: 'day_rollup' | 'report_cells' | 'cycle_fact',
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
