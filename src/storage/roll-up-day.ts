import type { Millis } from '../engine/instant';
import type { CountedFact } from './cycle-fact';
import { entryColumn, type Entry } from './entry-column';
import { codeOfEnding, countsOfEndings, ENDINGS, type FigureCounts } from './figure-counts';
import { COLUMN_OF_FACET, type Facet } from './figure-scope';
import { fixedColumn } from './fixed-digits';
import { PackedSums } from './packed-sums';
import { addPacked } from './packed-text';
import type { ReportValue, ValueCodes, ValueKind } from './report-value';
import { isWaiting } from './waiting-holder';

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
  readonly columns: readonly RollupColumn[];
}

/** One column of some of the cycles, or, by the name of a sum, of all of them. */
export interface RollupColumn {
  readonly name: ColumnName;
  readonly part: number;
  readonly cells: string;
}

/** Codes of facets; `ending` of figure-counts; ms; `hour` 0..23; entries of `holder` and `clause`; packed sums. */
export type ColumnName = Facet | NumberColumn | EntryColumn | SumColumn;
type NumberColumn = 'ending' | 'hour' | 'elapsed' | 'late' | 'excluded';
type EntryColumn = 'holder' | 'clause';
export type SumColumn = 'hour-sum' | 'holder-sum' | 'clause-sum';

/** Far below a megabyte a part, whatever happened to its tickets. */
const CYCLES_PER_PART = 1_000;
const FACETS = Object.keys(COLUMN_OF_FACET) as readonly Facet[];

/** All that needs a code before a day can be rolled up. */
export function valuesOf(facts: readonly CountedFact[]): readonly ReportValue[] {
  return facts.flatMap((fact) => {
    const { securityLevelId } = fact;
    const of = (kind: ValueKind, values: Iterable<string>) =>
      [...values].map((value): ReportValue => ({ kind, securityLevelId, value }));
    return [
      ...FACETS.flatMap((facet) => of(facet, [valueOfFacet(fact, facet)])),
      ...of('holder', timesBy(fact.holders).keys()),
      ...of('clause', timesBy(fact.excluded).keys()),
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
  const [workingMs, waitedMs] = waitingOf(sums);
  const { breachHours, holders, clauses } = sums.texts();
  const columns: RollupColumn[] = [
    { name: 'hour-sum', part: 0, cells: breachHours },
    { name: 'holder-sum', part: 0, cells: holders },
    { name: 'clause-sum', part: 0, cells: clauses },
  ];
  for (let part = 0; part * CYCLES_PER_PART < facts.length; part++) {
    const own = facts.slice(part * CYCLES_PER_PART, (part + 1) * CYCLES_PER_PART);
    for (const [name, cells] of columnsOf(own, codes)) columns.push({ name, part, cells });
  }
  return {
    agreementId,
    measureId,
    day: decidedDay,
    securityLevelId,
    cycles: facts.length,
    ...countsOfEndings(endings),
    workingMs,
    waitedMs,
    excludedMs,
    columns,
  };
}

function waitingOf({ holders }: PackedSums): readonly [workingMs: Millis, waitedMs: Millis] {
  let [working, waited] = [0, 0];
  for (const [holder, [ms = 0]] of holders) {
    working += ms;
    if (isWaiting(holder)) waited += ms;
  }
  return [working, waited];
}

function columnsOf(
  facts: readonly CountedFact[],
  codes: ValueCodes,
): readonly (readonly [ColumnName, string])[] {
  const numbers = (of: (fact: CountedFact) => number) => fixedColumn(facts.map(of));
  const entries = (kind: EntryColumn, packedOf: (fact: CountedFact) => string) =>
    entryColumn(
      facts.map((fact) =>
        [...timesBy(packedOf(fact))].map(([value, ms]): Entry => ({
          code: codes.codeOf(kind, fact.securityLevelId, value),
          ms,
        })),
      ),
    );
  return [
    ...FACETS.map((facet) => {
      const code = (fact: CountedFact) =>
        codes.codeOf(facet, fact.securityLevelId, valueOfFacet(fact, facet));
      return [facet, numbers(code)] as const;
    }),
    ['ending', numbers(endingOf)],
    ['hour', numbers(({ decidedHour }) => decidedHour)],
    ['elapsed', numbers(({ elapsedMs }) => elapsedMs ?? 0)],
    ['late', numbers(({ lateMs }) => lateMs)],
    ['excluded', numbers(({ excludedMs }) => excludedMs)],
    ['holder', entries('holder', ({ holders }) => holders)],
    ['clause', entries('clause', ({ excluded }) => excluded)],
  ];
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
  switch (facet) {
    case 'priority':
      return fact.priorityId;
    case 'request-type':
      return fact.requestTypeId;
    case 'organization':
      return fact.organizationIds;
    case 'assignee':
      return fact.assigneeId;
    case 'stratum':
      return fact.stratum;
  }
}

function timesBy(packed: string): ReadonlyMap<string, Millis> {
  const sums = new Map<string, number[]>();
  addPacked(sums, packed);
  return new Map([...sums].map(([key, [ms = 0]]) => [key, ms]));
}
