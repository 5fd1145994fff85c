import type { Agreement } from '../engine/agreement';
import type { Cycle, MeasureResult } from '../engine/cycle';
import type { Instant } from '../engine/instant';
import type { TimerRow } from '../storage/timer';
import { timerState } from './timer-state';
import { excludedWhileLate, wakeUp } from './wake-up';

export interface IssueIdentity {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
}

/** What is stored of a replay: one row per cycle. */
export function timerRows(
  issue: IssueIdentity,
  results: readonly MeasureResult[],
  versions: readonly Agreement[],
  now: Instant,
): readonly TimerRow[] {
  return results.flatMap((result) => {
    const wake = wakeUp(result, versions, now);
    return result.cycles.map((cycle) =>
      timerRow(issue, result, cycle, cycle.stopTime === null ? wake : null, now),
    );
  });
}

function timerRow(
  issue: IssueIdentity,
  result: MeasureResult,
  cycle: Cycle,
  nextChangeAt: Instant | null,
  now: Instant,
): TimerRow {
  const goal = cycle.goals.at(-1);
  const excluded = excludedWhileLate(cycle);
  return {
    issueId: issue.issueId,
    issueKey: issue.issueKey,
    projectId: issue.projectId,
    agreementId: result.agreementId,
    agreementVersion: cycle.agreementVersion,
    measureId: result.measureId,
    cycleNumber: cycle.number,
    state: timerState(cycle),
    outcome: cycle.outcome,
    startedAt: cycle.startTime,
    stoppedAt: cycle.stopTime,
    goalId: goal?.goalId ?? null,
    goalMs: goal?.durationMs ?? null,
    elapsedMs: cycle.net.elapsedMs,
    grossElapsedMs: cycle.gross.elapsedMs,
    pausedMs: cycle.pausedMs,
    paused: cycle.phase === 'paused',
    excludedFrom: excluded?.start ?? null,
    excludedUntil: excluded?.end ?? null,
    remainingMs: cycle.net.remainingMs,
    breached: cycle.net.breached,
    grossBreached: cycle.gross.breached,
    atRisk: cycle.atRisk,
    breachAt: cycle.net.breachTime,
    nextChangeAt,
    leftOutBy: cycle.leftOutBy,
    flag: cycle.flag,
    asOf: now,
  };
}
