import type { Instant, Millis } from '../engine/instant';
import { int, intOrNull, text, textOrNull } from './column';
import type { Dimension } from './figure-scope';
import { newerWins, placeholders, select, write, type Param, type Row } from './statement';

/** Met or breached; `''` = not counted: without a goal, or left out by an exclusion. */
export type FactVerdict = 'met' | 'breached' | '';

/** What reports know of the issue a cycle belongs to, as it is now. Ids; `''` = it has none. */
export interface IssueDimensions {
  readonly priorityId: string;
  readonly requestTypeId: string;
  readonly assigneeId: string;
  readonly securityLevelId: string;
  /** Ids between commas, `,1,2,`. */
  readonly organizationIds: string;
}

/**
 * A cycle whose verdict has fallen, or that stopped without one: what reports count. What it is of is the day
 * on which that happened. A cycle that is late and goes on is told up to its breach.
 */
export interface CycleFact extends IssueDimensions {
  readonly issueId: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly cycleNumber: number;
  readonly projectId: string;
  readonly issueKey: string;
  readonly agreementVersion: number;
  readonly decidedAt: Instant;
  /** Local day (since 1970-01-01) and hour of it in the zone of the agreement's provider. */
  readonly decidedDay: number;
  readonly decidedHour: number;
  readonly verdict: FactVerdict;
  readonly grossVerdict: FactVerdict;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly goalMs: Millis | null;
  /** null until it stops. */
  readonly elapsedMs: Millis | null;
  readonly grossElapsedMs: Millis | null;
  /** Working time beyond the goal, net; 0 until it stops. */
  readonly lateMs: Millis;
  readonly excludedMs: Millis;
  /** `PRIORITY_ID|in` or `PRIORITY_ID|out`: it began within the hours of its calendar, or not. */
  readonly stratum: string;
  /** The clause that leaves it out of compliance. */
  readonly leftOutBy: string | null;
  /** Packed: working time by holder, `a:ACCOUNT`, `t:TEAM`, `c:` customer, `v:` third party, `u:` nobody. */
  readonly holders: string;
  /** Packed: working time taken out, by id of the exclusion; 0 for one that leaves the whole cycle out. */
  readonly excluded: string;
}

const KEY = ['issue_id', 'agreement_id', 'measure_id', 'cycle_number'] as const;
const VALUES = [
  'project_id',
  'issue_key',
  'agreement_version',
  'decided_at',
  'decided_day',
  'decided_hour',
  'verdict',
  'gross_verdict',
  'started_at',
  'stopped_at',
  'goal_ms',
  'elapsed_ms',
  'gross_elapsed_ms',
  'late_ms',
  'excluded_ms',
  'priority_id',
  'request_type_id',
  'assignee_id',
  'security_level_id',
  'organization_ids',
  'stratum',
  'left_out_by',
  'holders',
  'excluded',
] as const;
/** What `cycleFactOf` reads. */
export const CYCLE_FACT_COLUMNS = [...KEY, ...VALUES].join(', ');

const NEWER_WINS = newerWins([...VALUES, 'touched'], 'refresh_version');
const WIDTH = KEY.length + VALUES.length + 2;
const ROWS_PER_STATEMENT = 50;

/** Writes the facts of replay `refreshVersion`; a row that a newer replay wrote stays as it is. */
export async function saveCycleFacts(facts: readonly CycleFact[], refreshVersion: number): Promise<void> {
  for (let first = 0; first < facts.length; first += ROWS_PER_STATEMENT) {
    const chunk = facts.slice(first, first + ROWS_PER_STATEMENT);
    await write(
      `INSERT INTO cycle_fact (${CYCLE_FACT_COLUMNS}, touched, refresh_version) VALUES ${placeholders(chunk.length, WIDTH)}
       ON DUPLICATE KEY UPDATE ${NEWER_WINS}`,
      chunk.flatMap((fact) => [...paramsOf(fact), Number(isTouched(fact)), refreshVersion]),
    );
  }
}

export async function cycleFactsOfIssue(issueId: string): Promise<readonly CycleFact[]> {
  const rows = await select(
    `SELECT ${CYCLE_FACT_COLUMNS} FROM cycle_fact WHERE issue_id = ? ORDER BY agreement_id, measure_id, cycle_number`,
    [issueId],
  );
  return rows.map(cycleFactOf);
}

/** Days of the issues' facts, by project. */
export async function daysOfIssues(
  issueIds: readonly string[],
): Promise<readonly { readonly projectId: string; readonly day: number }[]> {
  if (issueIds.length === 0) return [];
  const rows = await select(
    `SELECT DISTINCT project_id, decided_day FROM cycle_fact WHERE issue_id IN ${placeholders(1, issueIds.length)}`,
    issueIds,
  );
  return rows.map((row) => ({ projectId: text(row, 'project_id'), day: int(row, 'decided_day') }));
}

/** Removes the issue's facts that replays before `refreshVersion` wrote and that no later one found again. */
export async function forgetCycleFactsBefore(issueId: string, refreshVersion: number): Promise<void> {
  await write(`DELETE FROM cycle_fact WHERE issue_id = ? AND refresh_version < ?`, [issueId, refreshVersion]);
}

export async function forgetCycleFactsOfIssues(issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await write(`DELETE FROM cycle_fact WHERE issue_id IN ${placeholders(1, issueIds.length)}`, issueIds);
}

/** Has an exclusion anything to do with it? What lists of clauses and of what they saved look through. */
function isTouched({ excluded, leftOutBy, verdict, grossVerdict }: CycleFact): boolean {
  return excluded !== '' || leftOutBy !== null || verdict !== grossVerdict;
}

function paramsOf(fact: CycleFact): Param[] {
  return [
    fact.issueId,
    fact.agreementId,
    fact.measureId,
    fact.cycleNumber,
    fact.projectId,
    fact.issueKey,
    fact.agreementVersion,
    fact.decidedAt,
    fact.decidedDay,
    fact.decidedHour,
    fact.verdict,
    fact.grossVerdict,
    fact.startedAt,
    fact.stoppedAt,
    fact.goalMs,
    fact.elapsedMs,
    fact.grossElapsedMs,
    fact.lateMs,
    fact.excludedMs,
    fact.priorityId,
    fact.requestTypeId,
    fact.assigneeId,
    fact.securityLevelId,
    fact.organizationIds,
    fact.stratum,
    fact.leftOutBy,
    fact.holders,
    fact.excluded,
  ];
}

/** Of a row of any table that holds an issue's dimensions. */
export function dimensionsOf(row: Row): IssueDimensions {
  return {
    priorityId: text(row, 'priority_id'),
    requestTypeId: text(row, 'request_type_id'),
    assigneeId: text(row, 'assignee_id'),
    securityLevelId: text(row, 'security_level_id'),
    organizationIds: text(row, 'organization_ids'),
  };
}

export function valueOfDimension(issue: IssueDimensions, dimension: Dimension): string {
  switch (dimension) {
    case 'priority':
      return issue.priorityId;
    case 'request-type':
      return issue.requestTypeId;
    case 'organization':
      return issue.organizationIds;
    case 'assignee':
      return issue.assigneeId;
  }
}

/** Of a fact, what roll-ups are made of. */
export type CountedFact = IssueDimensions &
  Pick<
    CycleFact,
    | 'issueId'
    | 'agreementId'
    | 'measureId'
    | 'decidedDay'
    | 'decidedHour'
    | 'verdict'
    | 'grossVerdict'
    | 'elapsedMs'
    | 'lateMs'
    | 'excludedMs'
    | 'stratum'
    | 'leftOutBy'
    | 'holders'
    | 'excluded'
  >;

export function countedFactOf(row: Row): CountedFact {
  return {
    issueId: text(row, 'issue_id'),
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    decidedDay: int(row, 'decided_day'),
    decidedHour: int(row, 'decided_hour'),
    verdict: text(row, 'verdict') as FactVerdict,
    grossVerdict: text(row, 'gross_verdict') as FactVerdict,
    elapsedMs: intOrNull(row, 'elapsed_ms'),
    lateMs: int(row, 'late_ms'),
    excludedMs: int(row, 'excluded_ms'),
    ...dimensionsOf(row),
    stratum: text(row, 'stratum'),
    leftOutBy: textOrNull(row, 'left_out_by'),
    holders: text(row, 'holders'),
    excluded: text(row, 'excluded'),
  };
}

export function cycleFactOf(row: Row): CycleFact {
  return {
    ...countedFactOf(row),
    cycleNumber: int(row, 'cycle_number'),
    projectId: text(row, 'project_id'),
    issueKey: text(row, 'issue_key'),
    agreementVersion: int(row, 'agreement_version'),
    decidedAt: int(row, 'decided_at'),
    startedAt: int(row, 'started_at'),
    stoppedAt: intOrNull(row, 'stopped_at'),
    goalMs: intOrNull(row, 'goal_ms'),
    grossElapsedMs: intOrNull(row, 'gross_elapsed_ms'),
  };
}
