import type { Millis } from '../engine/instant';
import type { TimesHistogram } from '../engine/times-histogram';
import { int, intOrNull, text } from './column';
import type { FactVerdict } from './cycle-fact';
import { allOf, type Clause, type FigureScope } from './figure-scope';
import { figureSources } from './figure-sources';
import { hourKey, PackedSums } from './packed-sums';
import { select } from './statement';

/** Of one measure, what no engine can add up. */
export interface PackedFigures {
  readonly times: TimesHistogram;
  /** [weekday 0 = Monday][hour 0..23], breaches. */
  readonly heat: readonly (readonly number[])[];
  /** Working time by holder, with the keys of `CycleFact.holders`. */
  readonly holders: ReadonlyMap<string, Millis>;
  /** By id of the exclusion. `saved`: breached gross, and met or not counted net. */
  readonly clauses: ReadonlyMap<
    string,
    { readonly ms: Millis; readonly cycles: number; readonly saved: number }
  >;
}

/** Far below 4 MiB an answer: a day may have a hundred holders, a row a dozen. */
const DAYS_PER_ANSWER = 100;
const ROWS_PER_ANSWER = 10_000;

/** Times, hours of breaches, holders and clauses of a scope that names agreement and measure. */
export async function packedFigures(scope: FigureScope): Promise<PackedFigures> {
  const { rollups, facts } = await figureSources(scope);
  const sums = new PackedSums();
  if (rollups) await addRollups(sums, rollups, scope);
  if (facts) await addFacts(sums, facts);
  return {
    times: new Map([...sums.times].map(([bucket, [cases = 0]]) => [Number(bucket), cases])),
    heat: heatOf(sums.breachHours),
    holders: new Map([...sums.holders].map(([holder, [ms = 0]]) => [holder, ms])),
    clauses: new Map(
      [...sums.clauses].map(([id, [ms = 0, cycles = 0, saved = 0]]) => [id, { ms, cycles, saved }]),
    ),
  };
}

async function addRollups(sums: PackedSums, rollups: Clause, { fromDay, toDay }: FigureScope): Promise<void> {
  for (let from = fromDay; from <= toDay; from += DAYS_PER_ANSWER) {
    const { where, params } = allOf(rollups, daysBetween(from, Math.min(toDay, from + DAYS_PER_ANSWER - 1)));
    const rows = await select(
      `SELECT times, breach_hours, holders, clauses FROM report_rollup WHERE ${where}`,
      params,
    );
    for (const row of rows)
      sums.addTexts({
        times: text(row, 'times'),
        breachHours: text(row, 'breach_hours'),
        holders: text(row, 'holders'),
        clauses: text(row, 'clauses'),
      });
  }
}

async function addFacts(sums: PackedSums, facts: Clause): Promise<void> {
  for (const [from, to] of await spansOfFacts(facts)) {
    const { where, params } = allOf(facts, daysBetween(from, to));
    for (let offset = 0; ; offset += ROWS_PER_ANSWER) {
      const rows = await select(
        `SELECT decided_day, decided_hour, time_bucket, verdict, gross_verdict, holders, excluded FROM cycle_fact
          WHERE ${where} ORDER BY decided_day, issue_id, cycle_number LIMIT ? OFFSET ?`,
        [...params, ROWS_PER_ANSWER, offset],
      );
      for (const row of rows)
        sums.addFact({
          decidedDay: int(row, 'decided_day'),
          decidedHour: int(row, 'decided_hour'),
          timeBucket: intOrNull(row, 'time_bucket'),
          verdict: text(row, 'verdict') as FactVerdict,
          grossVerdict: text(row, 'gross_verdict') as FactVerdict,
          holders: text(row, 'holders'),
          excluded: text(row, 'excluded'),
        });
      if (rows.length < ROWS_PER_ANSWER) break;
    }
  }
}

/** Spans of days that one answer holds; a day with more rows is a span of its own. */
async function spansOfFacts({ where, params }: Clause): Promise<readonly (readonly [number, number])[]> {
  const days = await select(
    `SELECT decided_day, COUNT(*) AS cases FROM cycle_fact WHERE ${where} GROUP BY decided_day ORDER BY decided_day`,
    params,
  );
  const spans: [number, number][] = [];
  let room = 0;
  for (const row of days) {
    const [day, cases] = [int(row, 'decided_day'), int(row, 'cases')];
    const last = spans.at(-1);
    if (last && cases < room) last[1] = day;
    else {
      spans.push([day, day]);
      room = ROWS_PER_ANSWER;
    }
    room -= cases;
  }
  return spans;
}

function daysBetween(from: number, to: number): Clause {
  return { where: 'decided_day >= ? AND decided_day <= ?', params: [from, to] };
}

function heatOf(hours: ReadonlyMap<string, readonly number[]>): readonly (readonly number[])[] {
  return Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 24 }, (__, hour) => hours.get(hourKey(weekday, hour))?.[0] ?? 0),
  );
}
