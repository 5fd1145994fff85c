import type { Millis } from '../engine/instant';
import { weekdayOf } from '../engine/local-date';
import { int, intOrNull, text } from './column';
import type { FactVerdict } from './cycle-fact';
import { CycleTimes, timesOf } from './cycle-times';
import { EntryReader } from './entry-column';
import { factRows } from './fact-rows';
import { ENDINGS, type Ending } from './figure-counts';
import { type Clause, type FigureScope } from './figure-scope';
import { figureSources, type FigureSources, type KeptSums } from './figure-sources';
import { FixedColumn } from './fixed-digits';
import { HolderReader } from './holder-reader';
import { hourOfWeek, isSaved, PackedSums, type ClauseSum } from './packed-sums';
import { codedValues } from './report-value';
import { CLAUSE_FIGURES } from './roll-up-day';
import { cellsOf, rollupBlocks } from './rollup-block';
import { select } from './statement';

/** Of one measure, what no engine can add up. */
export interface MeasureFigures {
  /** Net, of all cycles that have stopped, left-out ones too. */
  readonly times: CycleTimes;
  /** [weekday 0 = Monday][hour 0..23], breaches. */
  readonly heat: readonly (readonly number[])[];
  /** Working time by holder, with the keys of `CycleFact.holders`. */
  readonly holders: ReadonlyMap<string, Millis>;
  /** By id of the exclusion. */
  readonly clauses: ReadonlyMap<string, ClauseSum>;
  /** Working time that exclusions took out, each minute once. */
  readonly excludedMs: Millis;
}

/** Times, hours of breaches, holders and clauses of a scope that names agreement and measure. */
export async function measureFigures(scope: FigureScope): Promise<MeasureFigures> {
  const sources = await figureSources(scope);
  const sums = new PackedSums();
  const [kept, live] = await Promise.all([
    addRollups(sums, sources, scope),
    sources.facts === null ? NOTHING : addFacts(sums, sources.facts),
  ]);
  return {
    times: CycleTimes.of([...kept.times, ...live.times]),
    heat: heatOf(sums.breachHours),
    holders: sums.holders,
    clauses: sums.clauses,
    excludedMs: kept.excludedMs + live.excludedMs,
  };
}

/** What of some cycles is not in `PackedSums`. */
interface Added {
  readonly times: readonly Float64Array[];
  readonly excludedMs: Millis;
}

const NOTHING: Added = { times: [], excludedMs: 0 };

/** Sums by security level and code, until the codes are told in words. */
class CodedSums {
  readonly holders: Millis[] = [];
  readonly clauses: ClauseSum[] = [];

  addClause(code: number, { ms, cycles, saved }: ClauseSum): void {
    const sum = this.clauses[code] ?? { ms: 0, cycles: 0, saved: 0 };
    this.clauses[code] = { ms: sum.ms + ms, cycles: sum.cycles + cycles, saved: sum.saved + saved };
  }
}

async function addRollups(
  sums: PackedSums,
  sources: FigureSources,
  { projectId, levels }: FigureScope,
): Promise<Added> {
  const byLevel = new Map(levels.map((level) => [level, new CodedSums()]));
  const addBreaches = sums.addBreaches.bind(sums);
  const [added, coded] = await Promise.all([
    // By hour, holder and clause nothing but all cycles is added up.
    sources.sums?.table === 'day_rollup'
      ? addSums(addBreaches, byLevel, sources, sources.sums)
      : addColumns(addBreaches, byLevel, sources),
    codedValues(projectId, { levels }),
  ]);
  for (const { kind, securityLevelId, code, value } of coded) {
    const own = byLevel.get(securityLevelId);
    const ms = kind === 'holder' ? own?.holders[code] : undefined;
    if (ms !== undefined) sums.addHolder(value, ms);
    const clause = kind === 'clause' ? own?.clauses[code] : undefined;
    if (clause !== undefined) sums.addClause(value, clause);
  }
  return added;
}

type AddBreaches = (hour: number, cases: number) => void;
type ByLevel = ReadonlyMap<string, CodedSums>;

async function addSums(
  addBreaches: AddBreaches,
  byLevel: ByLevel,
  { cells, filter }: FigureSources,
  { table, clause }: KeptSums,
): Promise<Added> {
  const [blocks, [row = {}]] = await Promise.all([
    rollupBlocks(cells, ['elapsed', 'hour-sum', 'holder-sum', 'clause-sum']),
    select(
      `SELECT COALESCE(SUM(excluded_ms), 0) AS excluded FROM ${table} WHERE ${clause.where}`,
      clause.params,
    ),
  ]);
  for (const block of blocks) {
    const own = byLevel.get(block.securityLevelId);
    const [hours, holders, clauses] = [
      cellsOf(block, 'hour-sum'),
      cellsOf(block, 'holder-sum'),
      cellsOf(block, 'clause-sum'),
    ];
    // Sums are in the first part of a day.
    if (!own || holders === '') continue;
    new EntryReader(hours).next(addBreaches);
    new EntryReader(holders).next((code, ms) => {
      own.holders[code] = (own.holders[code] ?? 0) + ms;
    });
    const reader = new EntryReader(clauses);
    for (const figure of CLAUSE_FIGURES)
      reader.next((code, sum) => own.addClause(code, { ms: 0, cycles: 0, saved: 0, [figure]: sum }));
  }
  return { times: [timesOf(blocks, filter)], excludedMs: int(row, 'excluded') };
}

async function addColumns(
  addBreaches: AddBreaches,
  byLevel: ByLevel,
  { cells, filter }: FigureSources,
): Promise<Added> {
  const times: Float64Array[] = [];
  let excludedMs = 0;
  const names = ['ending', 'hour', 'elapsed', 'excluded', 'holder', 'clause', ...filter.columns] as const;
  for (const block of await rollupBlocks(cells, names)) {
    const own = byLevel.get(block.securityLevelId);
    const endings = new FixedColumn(cellsOf(block, 'ending'));
    const places = filter.placesIn(block, endings.length);
    if (!own || places.length === 0) continue;
    const hours = new FixedColumn(cellsOf(block, 'hour'));
    const holders = new HolderReader(block);
    const clauses = new EntryReader(cellsOf(block, 'clause'));
    const weekday = weekdayOf(block.day);
    const taken = new Float64Array(places.length);
    let stopped = 0;
    const addHolder = (code: number, ms: Millis) => {
      own.holders[code] = (own.holders[code] ?? 0) + ms;
    };
    for (const place of places) {
      const ending = ENDINGS[endings.at(place)] as Ending;
      if (ending.verdict === 'breached') addBreaches(hourOfWeek(weekday, hours.at(place)), 1);
      const cycle = holders.at(place, addHolder);
      excludedMs += cycle.excludedMs;
      if (cycle.elapsedMs !== null) taken[stopped++] = cycle.elapsedMs;
      const saved = Number(isSaved(ending));
      clauses.at(place, (code, ms) => own.addClause(code, { ms, cycles: 1, saved }));
    }
    times.push(taken.subarray(0, stopped));
  }
  return { times, excludedMs };
}

/** Far below 4 MiB an answer: a row may have a dozen holders. */
const ROWS_PER_ANSWER = 10_000;

async function addFacts(sums: PackedSums, facts: Clause): Promise<Added> {
  const times: Millis[] = [];
  let excludedMs = 0;
  const columns =
    'decided_day, decided_hour, verdict, gross_verdict, elapsed_ms, excluded_ms, holders, excluded';
  for await (const rows of factRows(facts, columns, ROWS_PER_ANSWER))
    for (const row of rows) {
      const elapsedMs = intOrNull(row, 'elapsed_ms');
      if (elapsedMs !== null) times.push(elapsedMs);
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
  return { times: [Float64Array.from(times)], excludedMs };
}

function heatOf(hours: ReadonlyMap<number, number>): readonly (readonly number[])[] {
  return Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 24 }, (__, hour) => hours.get(hourOfWeek(weekday, hour)) ?? 0),
  );
}
