import type { Instant } from '../engine/instant';
import { DAY } from '../engine/local-date';
import { CYCLE_FACT_COLUMNS, cycleFactOf, type CycleFact } from './cycle-fact';
import type { Ending } from './figure-counts';
import {
  allOf,
  among,
  equals,
  filterClause,
  filtersSet,
  scopeClause,
  type Clause,
  type FigureScope,
} from './figure-scope';
import { behind } from './keyset';
import { isSaved } from './packed-sums';
import { packedText } from './packed-text';
import { passingDays, type CycleCondition } from './passing-issues';
import { select } from './statement';

/** Which of a scope's cycles; an absent part means all. */
export interface FactFilter {
  /** `counted`: met or breached. `saved`: breached gross, and met or not counted net. */
  readonly verdict?: 'met' | 'breached' | 'counted' | 'left-out' | 'saved';
  /** Verdicts as they are without exclusions. */
  readonly gross?: boolean;
  /** Of the time it took, net; `to` exclusive. */
  readonly times?: { readonly from: number; readonly to: number };
  /** Weekday (0 = Monday) and hour of the verdict. */
  readonly cell?: { readonly weekday: number; readonly hour: number };
  /** A key of `CycleFact.holders`: `a:ACCOUNT`, `t:TEAM`, `c:`, `v:`, `u:`. */
  readonly holder?: string;
  /** An exclusion that took time from it, or left it out. */
  readonly exclusionId?: string;
}

/** The place of a fact in the order of the list. */
export type FactKey = Pick<CycleFact, 'decidedAt' | 'issueId' | 'agreementId' | 'measureId' | 'cycleNumber'>;

/**
 * The cycles behind a figure, the newest verdicts first, from behind `after` on. All in one direction, so that an
 * index that is read backwards has them in order.
 */
export async function listCycleFacts(
  scope: FigureScope,
  filter: FactFilter,
  after: FactKey | null,
  limit: number,
): Promise<readonly CycleFact[]> {
  const whole = { from: (scope.fromDay - 1) * DAY, to: (scope.toDay + 2) * DAY };
  if (isFoundByIndex(scope, filter))
    return factsBetween(scope, filter, { ...whole, after, limit, issueIds: null });
  const facts: CycleFact[] = [];
  let to = after === null ? whole.to : Math.min(whole.to, after.decidedAt + 1);
  for (
    let [days, enough] = [FIRST_DAYS, limit];
    to > whole.from && facts.length < limit;
    days *= 4, enough *= 4
  ) {
    const part = await newestPassing(scope, filter, to, days, enough);
    if (part.issueIds === null || part.issueIds.length > 0)
      facts.push(...(await factsBetween(scope, filter, { ...part, to, after, limit: limit - facts.length })));
    to = part.from;
  }
  return facts;
}

/** Is an index in the order of the list as good as the columns: does it meet with what is wanted soon enough? */
function isFoundByIndex({ filter }: FigureScope, { times, exclusionId }: FactFilter): boolean {
  return filtersSet(filter).length === 0 && times === undefined && exclusionId === undefined;
}

/** Days looked through at first for cycles that pass a filter; then four times as many, and so on. */
const FIRST_DAYS = 8;
/** So many are looked up one by one; where there are more, an index in the order of the list is as good. */
const MOST_ISSUES = 500;

/**
 * Before which instant (`from`) nothing of the next page is, by the columns of some days, and the issues of what is
 * from there on; null = too many to name. A local day d lies between d - 1 and d + 2 of UTC's, wherever it is.
 */
async function newestPassing(
  scope: FigureScope,
  filter: FactFilter,
  to: Instant,
  days: number,
  enough: number,
): Promise<{ readonly from: Instant; readonly issueIds: readonly string[] | null }> {
  const toDay = Math.min(scope.toDay, Math.floor(to / DAY) + 1);
  const fromDay = Math.max(scope.fromDay, toDay - days + 1);
  const lowest = (fromDay === scope.fromDay ? fromDay - 1 : fromDay + 1) * DAY;
  const passing = await passingDays({ ...scope, fromDay, toDay }, conditionOf(filter));
  let [cycles, from] = [0, lowest];
  for (const one of passing) {
    // Of a day that reaches beyond, some may have been shown.
    if ((one.day + 2) * DAY <= to) cycles += one.cycles;
    if (cycles < enough) continue;
    from = Math.max(lowest, (one.day - 1) * DAY);
    break;
  }
  const issueIds = new Set<string>();
  for (const one of passing)
    if ((one.day + 2) * DAY > from) for (const issueId of one.issueIds) issueIds.add(issueId);
  return { from, issueIds: issueIds.size > MOST_ISSUES ? null : [...issueIds] };
}

interface Part {
  readonly from: Instant;
  readonly to: Instant;
  readonly after: FactKey | null;
  readonly limit: number;
  /** null = of any issue. */
  readonly issueIds: readonly string[] | null;
}

async function factsBetween(
  scope: FigureScope,
  filter: FactFilter,
  { from, to, after, limit, issueIds }: Part,
): Promise<readonly CycleFact[]> {
  const { where, params } = allOf(
    // An index has the order of the list, so the days are told by the instant: no local day is further from
    // UTC's. The exact days are asked for in a way that no index by day is preferred, which would need sorting; of
    // few issues the project, too, so that they are looked up one by one.
    scopeClause(scope, 'decided_day + 0', issueIds === null ? 'project_id' : `CONCAT(project_id, '')`),
    decidedBetween(from, to),
    issueIds && among('issue_id', issueIds),
    filterClause(scope.filter),
    conditionOf(filter).clause,
    cellClause(filter),
    filter.holder === undefined ? null : bears('holders', filter.holder),
    after && afterClause(after),
  );
  const rows = await select(
    `SELECT ${CYCLE_FACT_COLUMNS} FROM cycle_fact WHERE ${where}
      ORDER BY decided_at DESC, issue_id DESC, agreement_id DESC, measure_id DESC, cycle_number DESC LIMIT ?`,
    [...params, limit],
  );
  return rows.map(cycleFactOf);
}

/** What an index finds at once. */
function hasExclusions({ exclusionId, verdict }: FactFilter): boolean {
  return exclusionId !== undefined || verdict === 'left-out' || verdict === 'saved';
}

function decidedBetween(from: Instant, to: Instant): Clause {
  return { where: 'decided_at >= ? AND decided_at < ?', params: [from, to] };
}

function conditionOf(filter: FactFilter): CycleCondition {
  const { times, exclusionId } = filter;
  return {
    ending: (ending) => endsAs(filter, ending),
    times,
    exclusionId,
    clause: allOf(
      verdictClause(filter),
      times ? { where: 'elapsed_ms >= ? AND elapsed_ms < ?', params: [times.from, times.to] } : null,
      exclusionId === undefined ? null : bears('excluded', exclusionId),
      hasExclusions(filter) ? equals('touched', 1) : null,
      ALWAYS,
    ),
  };
}

/** So that a condition is never empty. */
const ALWAYS: Clause = { where: '1 = 1', params: [] };

function endsAs({ verdict, gross }: FactFilter, ending: Ending): boolean {
  const own = gross ? ending.grossVerdict : ending.verdict;
  switch (verdict) {
    case undefined:
      return true;
    case 'met':
    case 'breached':
      return own === verdict;
    case 'counted':
      return own !== '';
    case 'left-out':
      return ending.leftOut;
    case 'saved':
      return isSaved(ending);
  }
}

function verdictClause({ verdict, gross }: FactFilter): Clause | null {
  const column = gross ? 'gross_verdict' : 'verdict';
  switch (verdict) {
    case undefined:
      return null;
    case 'met':
    case 'breached':
      return equals(column, verdict);
    case 'counted':
      return { where: `${column} IN ('met', 'breached')`, params: [] };
    case 'left-out':
      return { where: 'left_out_by IS NOT NULL', params: [] };
    case 'saved':
      return { where: `gross_verdict = 'breached' AND verdict <> 'breached'`, params: [] };
  }
}

/** The first of January 1970 was a Thursday. */
function cellClause({ cell }: FactFilter): Clause | null {
  if (!cell) return null;
  return {
    where: 'decided_hour = ? AND (decided_day + 3) % 7 = ?',
    params: [cell.hour, cell.weekday],
  };
}

/** Rows whose packed column has the key. */
function bears(column: string, key: string): Clause {
  const entry = packedText(new Map([[key, []]]));
  return { where: `INSTR(CONCAT(';', ${column}), ?) > 0`, params: [`;${entry}`] };
}

function afterClause(after: FactKey): Clause {
  return behind([
    { column: 'decided_at', value: after.decidedAt, descending: true },
    { column: 'issue_id', value: after.issueId, descending: true },
    { column: 'agreement_id', value: after.agreementId, descending: true },
    { column: 'measure_id', value: after.measureId, descending: true },
    { column: 'cycle_number', value: after.cycleNumber, descending: true },
  ]);
}
