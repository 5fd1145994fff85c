import { dimensionsOf, type IssueDimensions } from './cycle-fact';
import { int } from './column';
import { allOf, among, equals, filterClause, type Clause, type FigureScope } from './figure-scope';
import { behind, type KeyColumn } from './keyset';
import { select } from './statement';
import { timerOf, TIMER_COLUMNS, type TimerRow } from './timer';

/** Of what ongoing cycles are asked for: no days, they have none yet. */
export type OngoingScope = Omit<FigureScope, 'fromDay' | 'toDay'>;

/** An ongoing cycle with a goal, and what reports know of its issue. */
export interface OngoingTimer extends TimerRow, IssueDimensions {}

/** The place of a cycle in the order of least slack. */
export type OngoingKey = Pick<TimerRow, 'breachAt' | 'issueId' | 'agreementId' | 'measureId' | 'cycleNumber'>;

/**
 * Ongoing cycles that count, least slack first, from behind `after` on: late ones (their breach is the longest
 * past), then those that run out first, last those that are paused. Cycles without a goal and those that an
 * exclusion leaves out are not among them.
 */
export async function ongoingTimers(
  scope: OngoingScope,
  after: OngoingKey | null,
  limit: number,
): Promise<readonly OngoingTimer[]> {
  const { where, params } = allOf(ongoingClause(scope), after && afterClause(after));
  const rows = await select(
    `SELECT ${TIMER_COLUMNS.map((column) => `t.${column}`).join(', ')},
            f.priority_id, f.request_type_id, f.assignee_id, f.security_level_id, f.organization_ids
       FROM timer t JOIN issue_fact f ON f.issue_id = t.issue_id
      WHERE ${where}
      ORDER BY t.breach_at IS NULL, t.breach_at, t.issue_id, t.agreement_id, t.measure_id, t.cycle_number LIMIT ?`,
    [...params, limit],
  );
  return rows.map((row) => ({ ...timerOf(row), ...dimensionsOf(row) }));
}

/** How many of them are late, and how many are at risk and not late. */
export async function countOngoing(
  scope: OngoingScope,
): Promise<{ readonly ongoing: number; readonly late: number; readonly atRisk: number }> {
  const { where, params } = ongoingClause(scope);
  const [row = {}] = await select(
    `SELECT COUNT(*) AS ongoing, COALESCE(SUM(t.breached), 0) AS late,
            COALESCE(SUM(CASE WHEN t.breached = 0 THEN t.at_risk ELSE 0 END), 0) AS at_risk
       FROM timer t JOIN issue_fact f ON f.issue_id = t.issue_id WHERE ${where}`,
    params,
  );
  return { ongoing: int(row, 'ongoing'), late: int(row, 'late'), atRisk: int(row, 'at_risk') };
}

function ongoingClause({ projectId, agreementId, measureId, levels, filter }: OngoingScope): Clause {
  return allOf(
    equals('t.project_id', projectId),
    { where: `t.outcome = 'ongoing' AND t.goal_ms IS NOT NULL AND t.left_out_by IS NULL`, params: [] },
    equals('t.agreement_id', agreementId),
    equals('t.measure_id', measureId),
    among('f.security_level_id', levels),
    filterClause(filter, 'f.'),
  );
}

function afterClause(after: OngoingKey): Clause {
  const ids: readonly KeyColumn[] = [
    { column: 't.issue_id', value: after.issueId },
    { column: 't.agreement_id', value: after.agreementId },
    { column: 't.measure_id', value: after.measureId },
    { column: 't.cycle_number', value: after.cycleNumber },
  ];
  if (after.breachAt === null) return allOf({ where: 't.breach_at IS NULL', params: [] }, behind(ids));
  const next = behind([{ column: 't.breach_at', value: after.breachAt }, ...ids]);
  return { where: `(t.breach_at IS NULL OR ${next.where})`, params: next.params };
}
