import type { Instant } from '../engine/instant';
import { DAY } from '../engine/local-date';
import { CYCLE_FACT_COLUMNS, cycleFactOf, type CycleFact } from './cycle-fact';
import { allOf, equals, filterClause, scopeClause, type Clause, type FigureScope } from './figure-scope';
import { behind } from './keyset';
import { packedText } from './packed-text';
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

/** The cycles behind a figure, the newest verdicts first, from behind `after` on. */
export async function listCycleFacts(
  scope: FigureScope,
  filter: FactFilter,
  after: FactKey | null,
  limit: number,
): Promise<readonly CycleFact[]> {
  const { where, params } = allOf(
    scopeClause(scope, 'decided_day + 0'),
    // An index has the order of the list, so the days are told by the instant: no local day is further from
    // UTC's. The exact days are asked for in a way that no index by day is preferred, which would need sorting.
    decidedBetween((scope.fromDay - 1) * DAY, (scope.toDay + 2) * DAY),
    filterClause(scope.filter),
    verdictClause(filter),
    timesClause(filter),
    cellClause(filter),
    filter.holder === undefined ? null : bears('holders', filter.holder),
    filter.exclusionId === undefined ? null : bears('excluded', filter.exclusionId),
    hasExclusions(filter) ? equals('touched', 1) : null,
    after && afterClause(after),
  );
  const rows = await select(
    `SELECT ${CYCLE_FACT_COLUMNS} FROM cycle_fact WHERE ${where}
      ORDER BY decided_at DESC, issue_id, agreement_id, measure_id, cycle_number LIMIT ?`,
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

function timesClause({ times }: FactFilter): Clause | null {
  return times ? { where: 'elapsed_ms >= ? AND elapsed_ms < ?', params: [times.from, times.to] } : null;
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
    { column: 'issue_id', value: after.issueId },
    { column: 'agreement_id', value: after.agreementId },
    { column: 'measure_id', value: after.measureId },
    { column: 'cycle_number', value: after.cycleNumber },
  ]);
}
