import type { CycleOutcome } from '../engine/cycle';
import type { Instant, Interval, Millis } from '../engine/instant';
import { flag, int, intOrNull, text, textOrNull } from './column';
import { newerWins, placeholders, select, write, type Param, type Row } from './statement';

/**
 * What a timer says without the help of a clock. Whether the office is open at this minute is no part of it:
 * that changes twice a day on every open issue, and whoever looks at a panel gets it from a fresh replay.
 */
export type TimerState = 'running' | 'at-risk' | 'paused' | 'breached' | 'met' | 'no-goal' | 'not-counted';

/** One cycle of a measure on an issue, as of `asOf`. Sums of an ongoing cycle are only good for that instant. */
export interface TimerRow {
  readonly issueId: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly cycleNumber: number;
  readonly projectId: string;
  readonly issueKey: string;
  readonly agreementVersion: number;
  readonly state: TimerState;
  readonly outcome: CycleOutcome;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly goalId: string | null;
  readonly goalMs: Millis | null;
  readonly elapsedMs: Millis;
  readonly grossElapsedMs: Millis;
  readonly pausedMs: Millis;
  /** Its clock stands still by a pause, late or not. */
  readonly paused: boolean;
  /** Of a late one: when an exclusion holds its clock next; `excludedFrom` is `asOf` where one does, null = never. */
  readonly excludedFrom: Instant | null;
  /** null = without an end. */
  readonly excludedUntil: Instant | null;
  readonly remainingMs: Millis | null;
  readonly breached: boolean;
  readonly grossBreached: boolean;
  readonly atRisk: boolean;
  readonly breachAt: Instant | null;
  readonly nextChangeAt: Instant | null;
  readonly leftOutBy: string | null;
  readonly flag: string | null;
  readonly asOf: Instant;
}

const KEY = ['issue_id', 'agreement_id', 'measure_id', 'cycle_number'] as const;
const VALUES = [
  'project_id',
  'issue_key',
  'agreement_version',
  'state',
  'outcome',
  'started_at',
  'stopped_at',
  'goal_id',
  'goal_ms',
  'elapsed_ms',
  'gross_elapsed_ms',
  'paused_ms',
  'paused',
  'excluded_from',
  'excluded_until',
  'remaining_ms',
  'breached',
  'gross_breached',
  'at_risk',
  'breach_at',
  'next_change_at',
  'left_out_by',
  'flag',
  'as_of',
] as const;
/** What `timerOf` reads. */
export const TIMER_COLUMNS: readonly string[] = [...KEY, ...VALUES];
const COLUMNS = [...TIMER_COLUMNS, 'refresh_version'];

const NEWER_WINS = newerWins(VALUES, 'refresh_version');

// 50 rows x 29 columns: far below 1 MiB a request and the engines' limits on placeholders.
const ROWS_PER_STATEMENT = 50;

export async function timersOfIssue(issueId: string): Promise<readonly TimerRow[]> {
  const rows = await select(
    `SELECT ${COLUMNS.join(', ')} FROM timer WHERE issue_id = ? ORDER BY agreement_id, measure_id, cycle_number`,
    [issueId],
  );
  return rows.map(timerOf);
}

/** Those of the issues that have a cycle of the agreement within the span; null = at any time. */
export async function issuesWithCycles(
  issueIds: readonly string[],
  agreementId: string,
  span: Interval | null,
): Promise<readonly string[]> {
  if (issueIds.length === 0) return [];
  const [where, params] = span
    ? [' AND started_at < ? AND (stopped_at IS NULL OR stopped_at > ?)', [span.end, span.start]]
    : ['', []];
  const rows = await select(
    `SELECT DISTINCT issue_id FROM timer
      WHERE issue_id IN ${placeholders(1, issueIds.length)} AND agreement_id = ?${where} ORDER BY issue_id`,
    [...issueIds, agreementId, ...params],
  );
  return rows.map((row) => text(row, 'issue_id'));
}

/** Closed cycles of a measure that count, net. */
export interface MeasureTally {
  readonly agreementId: string;
  readonly measureId: string;
  readonly met: number;
  readonly breached: number;
}

/** How often each measure of a project was kept so far; ongoing cycles count once they are late. One statement. */
export async function talliesOfProject(projectId: string): Promise<readonly MeasureTally[]> {
  const rows = await select(
    `SELECT agreement_id, measure_id,
            SUM(CASE WHEN outcome = 'met' THEN 1 ELSE 0 END) AS met,
            SUM(CASE WHEN outcome <> 'met' AND breached = 1 THEN 1 ELSE 0 END) AS breached
       FROM timer
      WHERE project_id = ? AND outcome IN ('met', 'breached', 'ongoing') AND left_out_by IS NULL
      GROUP BY agreement_id, measure_id ORDER BY agreement_id, measure_id`,
    [projectId],
  );
  return rows.map((row) => ({
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    met: int(row, 'met'),
    breached: int(row, 'breached'),
  }));
}

/** Writes the cycles of replay `refreshVersion`; a row that a newer replay wrote stays as it is. */
export async function saveTimers(timers: readonly TimerRow[], refreshVersion: number): Promise<void> {
  for (let first = 0; first < timers.length; first += ROWS_PER_STATEMENT) {
    const chunk = timers.slice(first, first + ROWS_PER_STATEMENT);
    await write(
      `INSERT INTO timer (${COLUMNS.join(', ')}) VALUES ${placeholders(chunk.length, COLUMNS.length)}
       ON DUPLICATE KEY UPDATE ${NEWER_WINS}`,
      chunk.flatMap((timer) => [...params(timer), refreshVersion]),
    );
  }
}

/** Removes the issue's cycles that replays before `refreshVersion` wrote and that no later one found again. */
export async function forgetTimersBefore(issueId: string, refreshVersion: number): Promise<number> {
  return write(`DELETE FROM timer WHERE issue_id = ? AND refresh_version < ?`, [issueId, refreshVersion]);
}

export async function forgetTimersOfIssues(issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  await write(`DELETE FROM timer WHERE issue_id IN ${placeholders(1, issueIds.length)}`, issueIds);
}

function params(timer: TimerRow): Param[] {
  return [
    timer.issueId,
    timer.agreementId,
    timer.measureId,
    timer.cycleNumber,
    timer.projectId,
    timer.issueKey,
    timer.agreementVersion,
    timer.state,
    timer.outcome,
    timer.startedAt,
    timer.stoppedAt,
    timer.goalId,
    timer.goalMs,
    timer.elapsedMs,
    timer.grossElapsedMs,
    timer.pausedMs,
    Number(timer.paused),
    timer.excludedFrom,
    timer.excludedUntil,
    timer.remainingMs,
    Number(timer.breached),
    Number(timer.grossBreached),
    Number(timer.atRisk),
    timer.breachAt,
    timer.nextChangeAt,
    timer.leftOutBy,
    timer.flag,
    timer.asOf,
  ];
}

export function timerOf(row: Row): TimerRow {
  return {
    issueId: text(row, 'issue_id'),
    agreementId: text(row, 'agreement_id'),
    measureId: text(row, 'measure_id'),
    cycleNumber: int(row, 'cycle_number'),
    projectId: text(row, 'project_id'),
    issueKey: text(row, 'issue_key'),
    agreementVersion: int(row, 'agreement_version'),
    state: text(row, 'state') as TimerState,
    outcome: text(row, 'outcome') as CycleOutcome,
    startedAt: int(row, 'started_at'),
    stoppedAt: intOrNull(row, 'stopped_at'),
    goalId: textOrNull(row, 'goal_id'),
    goalMs: intOrNull(row, 'goal_ms'),
    elapsedMs: int(row, 'elapsed_ms'),
    grossElapsedMs: int(row, 'gross_elapsed_ms'),
    pausedMs: int(row, 'paused_ms'),
    paused: flag(row, 'paused'),
    excludedFrom: intOrNull(row, 'excluded_from'),
    excludedUntil: intOrNull(row, 'excluded_until'),
    remainingMs: intOrNull(row, 'remaining_ms'),
    breached: flag(row, 'breached'),
    grossBreached: flag(row, 'gross_breached'),
    atRisk: flag(row, 'at_risk'),
    breachAt: intOrNull(row, 'breach_at'),
    nextChangeAt: intOrNull(row, 'next_change_at'),
    leftOutBy: textOrNull(row, 'left_out_by'),
    flag: textOrNull(row, 'flag'),
    asOf: int(row, 'as_of'),
  };
}
