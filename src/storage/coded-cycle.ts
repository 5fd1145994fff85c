import type { Millis } from '../engine/instant';
import { valueOfDimension, type CountedFact } from './cycle-fact';
import { FACETS, type NumberColumn } from './cycle-columns';
import type { Entries, Entry } from './entry-column';
import { codeOfEnding } from './figure-counts';
import type { Facet } from './figure-scope';
import { countsOfPacked } from './packed-text';
import type { ReportValue, ValueCodes, ValueKind } from './report-value';
import { waitingOf } from './waiting-holder';

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
