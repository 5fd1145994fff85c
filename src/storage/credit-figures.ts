import type { Instant, Interval, Millis } from '../engine/instant';
import { flag, int, text, textOrNull } from './column';
import { allOf, among, equals, scopeClause, type FigureScope } from './figure-scope';
import { select } from './statement';

/** A cycle on the clock that is late, or will be if nothing moves. */
export interface RunningTimer {
  readonly issueId: string;
  readonly issueKey: string;
  readonly measureId: string;
  readonly agreementVersion: number;
  readonly goalId: string | null;
  readonly paused: boolean;
  readonly breached: boolean;
  readonly breachAt: Instant;
  /** As of `asOf`; negative = late. */
  readonly remainingMs: Millis;
  readonly asOf: Instant;
}

/** How late the breached cycles of a measure that have stopped were, each less `freeMs`: sums by day. */
export async function chargedTimeByDay(
  scope: FigureScope,
  freeMs: Millis,
): Promise<readonly { readonly day: number; readonly chargedMs: Millis }[]> {
  const { where, params } = allOf(scopeClause(scope), {
    where: `verdict = 'breached' AND late_ms > ?`,
    params: [freeMs],
  });
  const rows = await select(
    `SELECT decided_day, SUM(late_ms - ?) AS charged FROM cycle_fact WHERE ${where} GROUP BY decided_day`,
    [freeMs, ...params],
  );
  return rows.map((row) => ({ day: int(row, 'decided_day'), chargedMs: int(row, 'charged') }));
}

/**
 * Cycles of an agreement whose goal is used up within a span, in order: at most `limit`. Paused ones that are
 * not late yet are not among them: if nothing moves they never will be.
 */
export async function runningTimers(
  {
    projectId,
    agreementId,
    levels,
  }: Pick<FigureScope, 'projectId' | 'levels'> & { readonly agreementId: string },
  { start, end }: Interval,
  limit: number,
): Promise<readonly RunningTimer[]> {
  const { where, params } = allOf(
    equals('t.project_id', projectId),
    equals('t.outcome', 'ongoing'),
    { where: 't.breach_at >= ? AND t.breach_at < ?', params: [start, end] },
    equals('t.agreement_id', agreementId),
    { where: 't.left_out_by IS NULL AND t.remaining_ms IS NOT NULL', params: [] },
    among('f.security_level_id', levels),
  );
  const rows = await select(
    `SELECT t.issue_id, t.issue_key, t.measure_id, t.agreement_version, t.goal_id, t.paused, t.breached,
            t.breach_at, t.remaining_ms, t.as_of
       FROM timer t JOIN issue_fact f ON f.issue_id = t.issue_id
      WHERE ${where} ORDER BY t.breach_at, t.issue_id, t.measure_id LIMIT ?`,
    [...params, limit],
  );
  return rows.map((row) => ({
    issueId: text(row, 'issue_id'),
    issueKey: text(row, 'issue_key'),
    measureId: text(row, 'measure_id'),
    agreementVersion: int(row, 'agreement_version'),
    goalId: textOrNull(row, 'goal_id'),
    paused: flag(row, 'paused'),
    breached: flag(row, 'breached'),
    breachAt: int(row, 'breach_at'),
    remainingMs: int(row, 'remaining_ms'),
    asOf: int(row, 'as_of'),
  }));
}
