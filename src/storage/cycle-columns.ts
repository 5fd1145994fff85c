import type { Millis } from '../engine/instant';
import { valueOfDimension, type CountedFact } from './cycle-fact';
import { elapsedColumn } from './elapsed-column';
import { entryColumn, type Entries, type Entry } from './entry-column';
import { codeOfEnding } from './figure-counts';
import { COLUMN_OF_FACET, type Facet } from './figure-scope';
import { fixedColumn } from './fixed-digits';
import { countsOfPacked } from './packed-text';
import type { ReportValue, ValueCodes, ValueKind } from './report-value';
import { sparseColumn } from './sparse-column';
import { waitingOf } from './waiting-holder';

/**
 * Codes of facets; `ending` of figure-counts; ids of issues; ms, of `excluded` and `late` where there are any; `hour` 0..23; entries
 * of `holder` (of whom `elapsed` and `excluded` together are the total) and of `clause`; sums over all parts, in the
 * first one, as entries: breaches by `hourOfWeek`, time by holder, and what `CLAUSE_FIGURES` names by clause.
 */
export type ColumnName = CellColumn | EntryColumn;
type CellColumn = NumberColumn | 'elapsed';
type NumberColumn = Facet | 'ending' | 'excluded' | 'hour' | 'late' | 'issue';
type EntryColumn = 'holder' | 'clause' | SumColumn;
export type SumColumn = 'hour-sum' | 'holder-sum' | 'clause-sum';

const FACETS = Object.keys(COLUMN_OF_FACET) as readonly Facet[];
/** What more questions ask stands first. */
export const COLUMNS: readonly ColumnName[] = [
  'ending',
  ...FACETS,
  'elapsed',
  'excluded',
  'hour',
  'late',
  'issue',
  'clause',
  'holder',
  'hour-sum',
  'holder-sum',
  'clause-sum',
];
export const ENTRY_COLUMNS: readonly ColumnName[] = [
  'holder',
  'clause',
  'hour-sum',
  'holder-sum',
  'clause-sum',
];

/** What it is called in its table. */
export function columnOf(name: string): string {
  return name.replace('-', '_');
}

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

/** A cycle as columns tell it. */
export interface CodedCycle extends Readonly<Record<NumberColumn, number>>, WaitingTime {
  readonly elapsed: Millis | null;
  readonly holder: Entries;
  readonly clause: Entries;
}
type WaitingTime = ReturnType<typeof waitingOf>;

export function codedCycle(fact: CountedFact, codes: ValueCodes): CodedCycle {
  const code = (kind: ValueKind, value: string) => codes.codeOf(kind, fact.securityLevelId, value);
  const facet = (name: Facet) => code(name, valueOfFacet(fact, name));
  const entries = (kind: 'holder' | 'clause', times: ReadonlyMap<string, Millis>) =>
    [...times].map(([value, ms]): Entry => ({ code: code(kind, value), ms }));
  const holders = countsOfPacked(fact.holders);
  return {
    priority: facet('priority'),
    'request-type': facet('request-type'),
    organization: facet('organization'),
    assignee: facet('assignee'),
    stratum: facet('stratum'),
    ending: endingOf(fact),
    elapsed: fact.elapsedMs,
    excluded: fact.excludedMs,
    hour: fact.decidedHour,
    late: fact.lateMs,
    issue: numberOfIssue(fact.issueId),
    // All holders together, but of a cycle that has not stopped.
    holder: { entries: entries('holder', holders), total: (fact.elapsedMs ?? 0) + fact.excludedMs },
    clause: { entries: entries('clause', countsOfPacked(fact.excluded)) },
    ...waitingOf(holders),
  };
}

type CycleColumn = Exclude<ColumnName, SumColumn>;

const WRITERS: Readonly<Record<CycleColumn, (cycles: readonly CodedCycle[]) => string>> = {
  ending: digits('ending'),
  priority: digits('priority'),
  'request-type': digits('request-type'),
  organization: digits('organization'),
  assignee: digits('assignee'),
  stratum: digits('stratum'),
  elapsed: (cycles) => elapsedColumn(cycles.map(({ elapsed }) => elapsed)),
  excluded: (cycles) => sparseColumn(cycles.map(({ excluded }) => excluded || null)),
  hour: digits('hour'),
  late: (cycles) => sparseColumn(cycles.map(({ late }) => late || null)),
  issue: digits('issue'),
  clause: (cycles) => entryColumn(cycles.map(({ clause }) => clause)),
  holder: (cycles) => entryColumn(cycles.map(({ holder }) => holder)),
};

function digits(name: NumberColumn): (cycles: readonly CodedCycle[]) => string {
  return (cycles) => fixedColumn(cycles.map((cycle) => cycle[name]));
}

const CYCLE_COLUMNS = Object.keys(WRITERS) as readonly CycleColumn[];
/** Of all cycles these are added up, or asked for by nobody. */
const ADDED_UP: readonly CycleColumn[] = ['excluded', 'hour', 'holder'];
export const COLUMNS_OF_ALL: ReadonlySet<CycleColumn> = new Set(
  CYCLE_COLUMNS.filter((name) => !ADDED_UP.includes(name)),
);
export const COLUMNS_OF_VALUE: ReadonlySet<CycleColumn> = new Set(CYCLE_COLUMNS);

export function columnsOf(
  cycles: readonly CodedCycle[],
  names: ReadonlySet<CycleColumn>,
): Readonly<Record<CycleColumn, string>> {
  return Object.fromEntries(
    CYCLE_COLUMNS.map((name) => [name, names.has(name) ? WRITERS[name](cycles) : '']),
  ) as Record<CycleColumn, string>;
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
