import type { ExcludedAhead } from '../engine/excluded-time';
import type { Instant, Interval, Millis } from '../engine/instant';
import { flag, int, intOrNull, text, textOrNull } from './column';
import { allOf, among, anyOf, equals, type Clause, type FigureScope } from './figure-scope';
import { select, type Row } from './statement';

/** A cycle on the clock that is late, or will be if nothing moves. */
export interface RunningTimer {
  readonly issueId: string;
  readonly issueKey: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly cycleNumber: number;
  readonly agreementVersion: number;
  readonly goalId: string | null;
  readonly paused: boolean;
  readonly breached: boolean;
  readonly breachAt: Instant;
  /** As of `asOf`; negative = late. */
  readonly remainingMs: Millis;
  /** Of a late one: when an exclusion holds its clock next, seen from `asOf`. */
  readonly excluded: ExcludedAhead | null;
  readonly asOf: Instant;
}

const COLUMNS = `t.issue_id, t.issue_key, t.agreement_id, t.measure_id, t.cycle_number, t.agreement_version,
  t.goal_id, t.paused, t.breached, t.breach_at, t.remaining_ms, t.excluded_from,
  t.excluded_until, t.as_of`;

/** Whose goal is used up within a span, and of which measures. */
export interface RunningClocks extends Interval {
  readonly measureIds: readonly string[];
  /** Also those that are late already. */
  readonly lateToo: boolean;
}

/**
 * Cycles of an agreement that are among the clocks asked for, by when their goal is used up: at most `limit`. Paused
 * ones that are not late yet are not among them: if nothing moves they never will be.
 */
export async function runningTimers(
  {
    projectId,
    agreementId,
    levels,
  }: Pick<FigureScope, 'projectId' | 'levels'> & { readonly agreementId: string },
  clocks: readonly RunningClocks[],
  limit: number,
): Promise<readonly RunningTimer[]> {
  if (clocks.length === 0) return [];
  const { where, params } = allOf(
    equals('t.project_id', projectId),
    equals('t.outcome', 'ongoing'),
    anyOf(clocks.map(clocksClause)),
    equals('t.agreement_id', agreementId),
    { where: 't.left_out_by IS NULL AND t.remaining_ms IS NOT NULL', params: [] },
    among('f.security_level_id', levels),
  );
  const rows = await select(
    `SELECT ${COLUMNS} FROM timer t JOIN issue_fact f ON f.issue_id = t.issue_id
      WHERE ${where} ORDER BY t.breach_at, t.issue_id, t.measure_id LIMIT ?`,
    [...params, limit],
  );
  return rows.map(runningTimerOf);
}

function clocksClause({ start, end, measureIds, lateToo }: RunningClocks): Clause {
  return allOf(
    { where: 't.breach_at >= ? AND t.breach_at < ?', params: [start, end] },
    among('t.measure_id', measureIds),
    lateToo ? null : equals('t.breached', 0),
  );
}

/** Cycles of issues that are late and go on. */
export async function lateTimers(issueIds: readonly string[]): Promise<readonly RunningTimer[]> {
  const { where, params } = allOf(among('t.issue_id', issueIds), equals('t.outcome', 'ongoing'), {
    where: 't.breached = 1 AND t.left_out_by IS NULL AND t.remaining_ms IS NOT NULL',
    params: [],
  });
  return (await select(`SELECT ${COLUMNS} FROM timer t WHERE ${where}`, params)).map(runningTimerOf);
}

function runningTimerOf(row: Row): RunningTimer {
  const start = intOrNull(row, 'excluded_from');
  return {
    issueId: text(row, 'issue_id'),
    issueKey: text(row, 'issue_key'),
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    cycleNumber: int(row, 'cycle_number'),
    agreementVersion: int(row, 'agreement_version'),
    goalId: textOrNull(row, 'goal_id'),
    paused: flag(row, 'paused'),
    breached: flag(row, 'breached'),
    breachAt: int(row, 'breach_at'),
    remainingMs: int(row, 'remaining_ms'),
    excluded: start === null ? null : { start, end: intOrNull(row, 'excluded_until') },
    asOf: int(row, 'as_of'),
  };
}
