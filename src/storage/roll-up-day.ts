import type { Millis } from '../engine/instant';
import { valueOfDimension, type CountedFact } from './cycle-fact';
import { entryColumn, type Entries, type Entry } from './entry-column';
import { codeOfEnding, countsOfEndings, ENDINGS, type FigureCounts } from './figure-counts';
import { COLUMN_OF_FACET, type Dimension, type Facet } from './figure-scope';
import { fixedColumn } from './fixed-digits';
import { PackedSums, type ClauseSum } from './packed-sums';
import { countsOfPacked } from './packed-text';
import type { ReportValue, ValueCodes, ValueKind } from './report-value';
import { sparseColumn } from './sparse-column';
import { waitingOf } from './waiting-holder';

/** What is kept of the cycles of a day, a measure and a security level. */
export interface DayRollup extends FigureCounts {
  readonly agreementId: string;
  readonly measureId: string;
  readonly day: number;
  readonly securityLevelId: string;
  readonly cycles: number;
  /** Working time of all holders, and of customers and third parties. */
  readonly workingMs: Millis;
  readonly waitedMs: Millis;
  readonly excludedMs: Millis;
  /** The cycles by column, some a part. */
  readonly parts: readonly RollupPart[];
}

/**
 * Codes of facets; `ending` of figure-counts; ids of issues; ms, of `excluded` and `waited` where there are any, of
 * `working` where it is not `elapsed` and `excluded` together; `hour` 0..23; entries of `holder` (of whom `elapsed` and
 * `excluded` together are the total) and of `clause`; sums over all parts, in the first one, as entries: breaches by
 * `hourOfWeek`, time by holder, what `CLAUSE_FIGURES` names by clause, and by each of `DIMENSIONS` the working time and
 * the time waited.
 */
export type RollupPart = Readonly<Record<ColumnName, string>>;
export type ColumnName = CellColumn | EntryColumn;
type CellColumn = Facet | TimeColumn | 'ending' | 'issue' | 'hour';
type TimeColumn = 'elapsed' | 'excluded' | 'waited' | 'working' | 'late';
type EntryColumn = 'holder' | 'clause' | SumColumn;
export type SumColumn = 'hour-sum' | 'holder-sum' | 'clause-sum' | 'waiting-sum';

export const CLAUSE_FIGURES = ['ms', 'cycles', 'saved'] as const;
export const DIMENSIONS: readonly Dimension[] = ['priority', 'request-type', 'organization', 'assignee'];

const FACETS = Object.keys(COLUMN_OF_FACET) as readonly Facet[];
export const CELL_COLUMNS: readonly CellColumn[] = [
  ...FACETS,
  'ending',
  'elapsed',
  'excluded',
  'waited',
  'working',
  'hour',
  'late',
  'issue',
];
export const ENTRY_COLUMNS: readonly EntryColumn[] = [
  'hour-sum',
  'holder-sum',
  'clause-sum',
  'waiting-sum',
  'holder',
  'clause',
];

/** What it is called in its table. */
export function columnOf(name: string): string {
  return name.replace('-', '_');
}

/** Working time of a cycle's holders, and of it that of those who keep the provider waiting. */
type HeldTimes = ReturnType<typeof waitingOf>;

/** Far below a megabyte a part, whatever happened to its tickets. */
const CYCLES_PER_PART = 1_000;

/** All that needs a code before a day can be rolled up. */
export function valuesOf(facts: readonly CountedFact[]): readonly ReportValue[] {
  return facts.flatMap((fact) => {
    const { securityLevelId } = fact;
    const of = (kind: ValueKind, values: Iterable<string>) =>
      [...values].map((value): ReportValue => ({ kind, securityLevelId, value }));
    return [
      ...FACETS.flatMap((facet) => of(facet, [valueOfFacet(fact, facet)])),
      ...of('holder', countsOfPacked(fact.holders).keys()),
      ...of('clause', countsOfPacked(fact.excluded).keys()),
    ];
  });
}

/** The roll-ups of a day, made of all its facts, in their order. */
export function rollUpDay(facts: Iterable<CountedFact>, codes: ValueCodes): readonly DayRollup[] {
  const groups = new Map<string, CountedFact[]>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.agreementId, fact.measureId, fact.securityLevelId]);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => rollupOf(group, codes));
}

function rollupOf(facts: readonly CountedFact[], codes: ValueCodes): DayRollup {
  const { agreementId, measureId, decidedDay, securityLevelId } = facts[0] as CountedFact;
  const endings = ENDINGS.map(() => 0);
  const sums = new PackedSums();
  let excludedMs = 0;
  for (const fact of facts) {
    const ending = endingOf(fact);
    endings[ending] = (endings[ending] ?? 0) + 1;
    excludedMs += fact.excludedMs;
    sums.addFact(fact);
  }
  const waiting = facts.map(({ holders }) => waitingOf(countsOfPacked(holders)));
  const added = {
    ...sumColumns(sums, (kind, value) => codes.codeOf(kind, securityLevelId, value)),
    'waiting-sum': waitingSums(facts, waiting, codes),
  };
  const parts: RollupPart[] = [];
  for (let first = 0; first < facts.length; first += CYCLES_PER_PART) {
    const end = first + CYCLES_PER_PART;
    parts.push({
      ...columnsOf(facts.slice(first, end), waiting.slice(first, end), codes),
      ...(first === 0 ? added : NO_SUMS),
    });
  }
  return {
    agreementId,
    measureId,
    day: decidedDay,
    securityLevelId,
    cycles: facts.length,
    ...countsOfEndings(endings),
    ...waitingOf(sums.holders),
    excludedMs,
    parts,
  };
}

const NO_SUMS: Pick<RollupPart, SumColumn> = {
  'hour-sum': '',
  'holder-sum': '',
  'clause-sum': '',
  'waiting-sum': '',
};

function sumColumns(
  { breachHours, holders, clauses }: PackedSums,
  codeOf: (kind: 'holder' | 'clause', value: string) => number,
): Omit<Pick<RollupPart, SumColumn>, 'waiting-sum'> {
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

function waitingSums(
  facts: readonly CountedFact[],
  waiting: readonly HeldTimes[],
  codes: ValueCodes,
): string {
  return entryColumn(
    DIMENSIONS.flatMap((dimension) => {
      const [working, waited] = [new Map<number, Millis>(), new Map<number, Millis>()];
      for (const [n, fact] of facts.entries()) {
        const code = codes.codeOf(dimension, fact.securityLevelId, valueOfDimension(fact, dimension));
        const { workingMs, waitedMs } = waiting[n] as HeldTimes;
        working.set(code, (working.get(code) ?? 0) + workingMs);
        waited.set(code, (waited.get(code) ?? 0) + waitedMs);
      }
      return [working, waited].map((sums) =>
        inOrder([...sums].flatMap(([code, ms]) => (ms === 0 ? [] : [{ code, ms }]))),
      );
    }),
  );
}

function columnsOf(
  facts: readonly CountedFact[],
  waiting: readonly HeldTimes[],
  codes: ValueCodes,
): Omit<RollupPart, SumColumn> {
  const numbers = (of: (fact: CountedFact) => number) => fixedColumn(facts.map(of));
  const facet = (facet: Facet) =>
    numbers((fact) => codes.codeOf(facet, fact.securityLevelId, valueOfFacet(fact, facet)));
  const entriesOf = (kind: 'holder' | 'clause', { securityLevelId }: CountedFact, packed: string) =>
    [...countsOfPacked(packed)].map(([value, ms]): Entry => ({
      code: codes.codeOf(kind, securityLevelId, value),
      ms,
    }));
  return {
    priority: facet('priority'),
    'request-type': facet('request-type'),
    organization: facet('organization'),
    assignee: facet('assignee'),
    stratum: facet('stratum'),
    ending: numbers(endingOf),
    issue: numbers(({ issueId }) => numberOfIssue(issueId)),
    hour: numbers(({ decidedHour }) => decidedHour),
    elapsed: numbers(({ elapsedMs }) => elapsedMs ?? 0),
    late: numbers(({ lateMs }) => lateMs),
    excluded: sparseColumn(facts.map(({ excludedMs }) => excludedMs || null)),
    waited: sparseColumn(waiting.map(({ waitedMs }) => waitedMs || null)),
    working: sparseColumn(
      waiting.map(({ workingMs }, n) =>
        workingMs === usualWorkingMs(facts[n] as CountedFact) ? null : workingMs,
      ),
    ),
    holder: entryColumn(
      facts.map((fact) => ({
        entries: entriesOf('holder', fact, fact.holders),
        total: usualWorkingMs(fact),
      })),
    ),
    clause: entryColumn(facts.map((fact) => ({ entries: entriesOf('clause', fact, fact.excluded) }))),
  };
}

/** Working time of all holders of a cycle, but of one that has not stopped. */
function usualWorkingMs({ elapsedMs, excludedMs }: CountedFact): Millis {
  return (elapsedMs ?? 0) + excludedMs;
}

/** Jira's ids of issues are whole numbers, written as texts. */
function numberOfIssue(issueId: string): number {
  const number = Number(issueId);
  if (!Number.isSafeInteger(number) || String(number) !== issueId)
    throw new Error(`The id of an issue is no whole number: ${issueId}`);
  return number;
}

function endingOf({ verdict, grossVerdict, leftOutBy, elapsedMs }: CountedFact): number {
  return codeOfEnding({
    verdict,
    grossVerdict,
    leftOut: leftOutBy !== null,
    stopped: elapsedMs !== null,
  });
}

function valueOfFacet(fact: CountedFact, facet: Facet): string {
  return facet === 'stratum' ? fact.stratum : valueOfDimension(fact, facet);
}
