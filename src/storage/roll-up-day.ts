import type { Millis } from '../engine/instant';
import type { CountedFact } from './cycle-fact';
import { codedCycle, type CodedCycle } from './coded-cycle';
import { COLUMNS_OF_ALL, COLUMNS_OF_VALUE, columnsOf } from './column-texts';
import { ENTRY_COLUMNS, type ColumnName, type SumColumn } from './cycle-columns';
import { entryColumn, type Entries, type Entry } from './entry-column';
import { countsOfEndings, ENDINGS, type FigureCounts } from './figure-counts';
import { groupBy } from '../engine/group-by';
import { DIMENSIONS, type Dimension } from './figure-scope';
import { PackedSums, type ClauseSum } from './packed-sums';
import type { ValueCodes } from './report-value';
import { NO_WAITING_SUMS, waitingSums } from './waiting-sums';

/** What is added up of some cycles. */
export interface CycleSums extends FigureCounts {
  readonly cycles: number;
  /** Working time of all holders, and of customers and third parties. */
  readonly workingMs: Millis;
  readonly waitedMs: Millis;
  readonly excludedMs: Millis;
}

/** What is kept of the cycles of a day, a measure and a security level. */
export interface DayRollup extends CycleSums {
  readonly agreementId: string;
  readonly measureId: string;
  readonly day: number;
  readonly securityLevelId: string;
  /** In order of dimension, code and part. */
  readonly parts: readonly RollupPart[];
}

/** Some of these cycles: of all of them, or of those that have one value of a dimension. */
export interface RollupPart extends CycleSums, Readonly<Record<ColumnName, string>> {
  /** `''` = of all. */
  readonly dimension: Dimension | '';
  /** Of the value. */
  readonly code: number;
  readonly part: number;
  /** Of its entry columns together: what an answer with them may weigh. */
  readonly entryCharacters: number;
}

export const CLAUSE_FIGURES = ['ms', 'cycles', 'saved'] as const;

/** Some ten thousand characters a part; below a megabyte even where a hundred people held each of its tickets. */
const CYCLES_PER_PART = 1_000;

/** The roll-ups of a day, made of all its facts, in their order. */
export function rollUpDay(facts: Iterable<CountedFact>, codes: ValueCodes): readonly DayRollup[] {
  const groups = groupBy(facts, ({ agreementId, measureId, securityLevelId }) =>
    JSON.stringify([agreementId, measureId, securityLevelId]),
  );
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => rollupOf(group, codes));
}

function rollupOf(facts: readonly CountedFact[], codes: ValueCodes): DayRollup {
  const { agreementId, measureId, decidedDay, securityLevelId } = facts[0] as CountedFact;
  const cycles = facts.map((fact) => codedCycle(fact, codes));
  const sums = sumColumns(facts, (kind, value) => codes.codeOf(kind, securityLevelId, value));
  const whole = partsOf(cycles, (some, part) => ({
    dimension: '',
    code: 0,
    ...columnsOf(some, COLUMNS_OF_ALL),
    ...(part === 0 ? sums : NO_SUMS),
    ...NO_WAITING_SUMS,
  }));
  const byValue = DIMENSIONS.toSorted().flatMap((dimension) =>
    [...groupBy(cycles, (cycle) => cycle[dimension])]
      .sort(([a], [b]) => a - b)
      .flatMap(([code, own]) =>
        partsOf(own, (some) => ({
          dimension,
          code,
          ...columnsOf(some, COLUMNS_OF_VALUE),
          ...NO_SUMS,
          ...waitingSums(some, dimension),
        })),
      ),
  );
  return {
    agreementId,
    measureId,
    day: decidedDay,
    securityLevelId,
    ...cycleSums(cycles),
    parts: [...whole, ...byValue],
  };
}

function partsOf(
  cycles: readonly CodedCycle[],
  make: (
    some: readonly CodedCycle[],
    part: number,
  ) => Omit<RollupPart, keyof CycleSums | 'part' | 'entryCharacters'>,
): readonly RollupPart[] {
  return Array.from({ length: Math.ceil(cycles.length / CYCLES_PER_PART) }, (_, part) => {
    const some = cycles.slice(part * CYCLES_PER_PART, (part + 1) * CYCLES_PER_PART);
    const own = make(some, part);
    const entryCharacters = ENTRY_COLUMNS.reduce((sum, name) => sum + own[name].length, 0);
    return { ...cycleSums(some), ...own, part, entryCharacters };
  });
}

function cycleSums(cycles: readonly CodedCycle[]): CycleSums {
  const endings = ENDINGS.map(() => 0);
  let [workingMs, waitedMs, excludedMs] = [0, 0, 0];
  for (const cycle of cycles) {
    endings[cycle.ending] = (endings[cycle.ending] ?? 0) + 1;
    workingMs += cycle.workingMs;
    waitedMs += cycle.waitedMs;
    excludedMs += cycle.excluded;
  }
  return { cycles: cycles.length, ...countsOfEndings(endings), workingMs, waitedMs, excludedMs };
}

const NO_SUMS: Readonly<Record<SumColumn, string>> = { 'hour-sum': '', 'holder-sum': '', 'clause-sum': '' };

function sumColumns(
  facts: readonly CountedFact[],
  codeOf: (kind: 'holder' | 'clause', value: string) => number,
): Readonly<Record<SumColumn, string>> {
  const sums = new PackedSums();
  for (const fact of facts) sums.addFact(fact);
  const { breachHours, holders, clauses } = sums;
  const ofClauses = (figure: keyof ClauseSum) =>
    inOrder([...clauses].map(([id, sum]) => ({ code: codeOf('clause', id), ms: sum[figure] })));
  return {
    'hour-sum': entryColumn([inOrder([...breachHours].map(([code, ms]) => ({ code, ms })))]),
    'holder-sum': entryColumn([
      inOrder([...holders].map(([holder, ms]) => ({ code: codeOf('holder', holder), ms }))),
    ]),
    'clause-sum': entryColumn(CLAUSE_FIGURES.map(ofClauses)),
  };
}

function inOrder(sums: readonly Entry[]): Entries {
  return { entries: [...sums].sort((a, b) => a.code - b.code) };
}
