import type { Millis } from '../engine/instant';
import { weekdayOf } from '../engine/local-date';
import { BlockFilter } from './block-filter';
import { int, text } from './column';
import type { FactVerdict } from './cycle-fact';
import { EntryReader } from './entry-column';
import { spansOfFacts } from './fact-span';
import { ENDINGS } from './figure-counts';
import { allOf, type Clause, type FigureScope } from './figure-scope';
import { figureSources } from './figure-sources';
import { FixedColumn } from './fixed-digits';
import { hourKey, isSaved, PackedSums } from './packed-sums';
import { codedValues } from './report-value';
import type { SumColumn } from './roll-up-day';
import { cellsOf, rollupBlocks } from './rollup-block';
import { select } from './statement';

/** Of one measure, what no engine can add up. */
export interface PackedFigures {
  /** [weekday 0 = Monday][hour 0..23], breaches. */
  readonly heat: readonly (readonly number[])[];
  /** Working time by holder, with the keys of `CycleFact.holders`. */
  readonly holders: ReadonlyMap<string, Millis>;
  /** By id of the exclusion. `saved`: breached gross, and met or not counted net. */
  readonly clauses: ReadonlyMap<
    string,
    { readonly ms: Millis; readonly cycles: number; readonly saved: number }
  >;
  /** Working time that exclusions took out, each minute once. */
  readonly excludedMs: Millis;
}

/** Hours of breaches, holders and clauses of a scope that names agreement and measure. */
export async function packedFigures(scope: FigureScope): Promise<PackedFigures> {
  const [{ rollups, facts }, filter] = await Promise.all([figureSources(scope), BlockFilter.of(scope)]);
  const sums = new PackedSums();
  const [kept, live] = await Promise.all([
    filter.passesAll ? addSums(sums, rollups) : addColumns(sums, rollups, scope, filter),
    facts === null ? 0 : addFacts(sums, facts),
  ]);
  return {
    heat: heatOf(sums.breachHours),
    holders: new Map([...sums.holders].map(([holder, [ms = 0]]) => [holder, ms])),
    clauses: new Map(
      [...sums.clauses].map(([id, [ms = 0, cycles = 0, saved = 0]]) => [id, { ms, cycles, saved }]),
    ),
    excludedMs: kept + live,
  };
}

const SUMS = ['hour-sum', 'holder-sum', 'clause-sum'] as const satisfies readonly SumColumn[];

/** Answers the time taken out, as the other ways do. */
async function addSums(sums: PackedSums, rollups: Clause): Promise<Millis> {
  const [blocks, [row = {}]] = await Promise.all([
    rollupBlocks(rollups, SUMS),
    select(
      `SELECT COALESCE(SUM(excluded_ms), 0) AS excluded FROM day_rollup WHERE ${rollups.where}`,
      rollups.params,
    ),
  ]);
  for (const block of blocks) {
    const [breachHours, holders, clauses] = SUMS.map((name) => cellsOf(block, name)) as [
      string,
      string,
      string,
    ];
    sums.addTexts({ breachHours, holders, clauses });
  }
  return int(row, 'excluded');
}

async function addColumns(
  sums: PackedSums,
  rollups: Clause,
  { projectId, levels }: FigureScope,
  filter: BlockFilter,
): Promise<Millis> {
  const [blocks, coded] = await Promise.all([
    rollupBlocks(rollups, ['ending', 'hour', 'excluded', 'holder', 'clause', ...filter.columns]),
    codedValues(projectId, { levels }),
  ]);
  const values = new Map(
    coded.map(({ kind, securityLevelId, code, value }) => [`${kind} ${securityLevelId} ${code}`, value]),
  );
  const held = new Map<string, number[]>();
  let excludedMs = 0;
  for (const block of blocks) {
    const endings = new FixedColumn(cellsOf(block, 'ending'));
    const places = filter.placesIn(block, endings.length);
    if (places.length === 0) continue;
    const hours = new FixedColumn(cellsOf(block, 'hour'));
    const excluded = new FixedColumn(cellsOf(block, 'excluded'));
    const holders = new EntryReader(cellsOf(block, 'holder'));
    const clauses = new EntryReader(cellsOf(block, 'clause'));
    const weekday = weekdayOf(block.day);
    const byCode = held.get(block.securityLevelId) ?? [];
    held.set(block.securityLevelId, byCode);
    let next = 0;
    for (const place of places) {
      for (; next < place; next++) {
        holders.skip();
        clauses.skip();
      }
      next++;
      const ending = ENDINGS[endings.at(place)];
      if (ending?.verdict === 'breached') sums.addBreach(weekday, hours.at(place));
      excludedMs += excluded.at(place);
      holders.next((code, ms) => (byCode[code] = (byCode[code] ?? 0) + ms));
      const saved = Number(ending !== undefined && isSaved(ending));
      clauses.next((code, ms) =>
        sums.addClause(values.get(`clause ${block.securityLevelId} ${code}`) ?? '', [ms, 1, saved]),
      );
    }
  }
  for (const [level, byCode] of held)
    for (const [code, ms] of byCode.entries())
      if (ms !== undefined) sums.addHolder(values.get(`holder ${level} ${code}`) ?? '', ms);
  return excludedMs;
}

/** Far below 4 MiB an answer: a row may have a dozen holders. */
const ROWS_PER_ANSWER = 10_000;

async function addFacts(sums: PackedSums, facts: Clause): Promise<Millis> {
  let excludedMs = 0;
  for (const span of await spansOfFacts(facts, ROWS_PER_ANSWER)) {
    const { where, params } = allOf(facts, span);
    for (let offset = 0; ; offset += ROWS_PER_ANSWER) {
      const rows = await select(
        `SELECT decided_day, decided_hour, verdict, gross_verdict, excluded_ms, holders, excluded FROM cycle_fact
          WHERE ${where} ORDER BY issue_id, agreement_id, measure_id, cycle_number LIMIT ? OFFSET ?`,
        [...params, ROWS_PER_ANSWER, offset],
      );
      for (const row of rows) {
        excludedMs += int(row, 'excluded_ms');
        sums.addFact({
          decidedDay: int(row, 'decided_day'),
          decidedHour: int(row, 'decided_hour'),
          verdict: text(row, 'verdict') as FactVerdict,
          grossVerdict: text(row, 'gross_verdict') as FactVerdict,
          holders: text(row, 'holders'),
          excluded: text(row, 'excluded'),
        });
      }
      if (rows.length < ROWS_PER_ANSWER) break;
    }
  }
  return excludedMs;
}

function heatOf(hours: ReadonlyMap<string, readonly number[]>): readonly (readonly number[])[] {
  return Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 24 }, (__, hour) => hours.get(hourKey(weekday, hour))?.[0] ?? 0),
  );
}
