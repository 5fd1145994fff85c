import type { Instant } from '../engine/instant';
import type { TimerRow } from '../storage/timer';
import { sameJson } from './same-json';
import type { Verdict, VerdictChange, VerdictChangeReason } from '../storage/verdict-change';

/**
 * The closed verdicts that this replay found otherwise. They are updated, because rows are a cache of the
 * replay, but never silently: each one goes into the audit. `historyChanged` tells whether Jira's history of
 * the issue is another one than at the last replay (somebody deleted a comment); if not, the rules are. Where
 * only the net count is another one, an exclusion brought it about, whatever else happened to the issue.
 */
export function verdictChanges(
  before: readonly TimerRow[],
  after: readonly TimerRow[],
  replay: { readonly version: number; readonly historyChanged: boolean },
  now: Instant,
): readonly VerdictChange[] {
  const found = new Map(after.map((timer) => [keyOf(timer), timer]));
  return before
    .filter((timer) => timer.stoppedAt !== null)
    .flatMap((timer): VerdictChange[] => {
      const other = found.get(keyOf(timer));
      const verdict = other ? verdictOf(other) : null;
      if (verdict && JSON.stringify(verdict) === JSON.stringify(verdictOf(timer))) return [];
      return [
        {
          issueId: timer.issueId,
          agreementId: timer.agreementId,
          measureId: timer.measureId,
          cycleNumber: timer.cycleNumber,
          refreshVersion: replay.version,
          projectId: timer.projectId,
          changedAt: now,
          reason: reasonOf(timer, other, replay.historyChanged),
          before: verdictOf(timer),
          after: verdict,
        },
      ];
    });
}

function reasonOf(
  before: TimerRow,
  after: TimerRow | undefined,
  historyChanged: boolean,
): VerdictChangeReason {
  if (after && onlyNetDiffers(before, after)) return 'exclusion';
  if (!historyChanged) return 'rules';
  const goesOn = after && (after.stoppedAt === null || after.stoppedAt > (before.stoppedAt ?? 0));
  return goesOn && after.startedAt === before.startedAt ? 'reopened' : 'history';
}

/** Gross ignores exclusions: where the same cycle has the same gross count, they make the difference. */
function onlyNetDiffers(before: TimerRow, after: TimerRow): boolean {
  const gross = (timer: TimerRow) => [
    timer.agreementVersion,
    timer.startedAt,
    timer.stoppedAt,
    timer.goalMs,
    timer.grossElapsedMs,
  ];
  const net = (timer: TimerRow) => [timer.elapsedMs, timer.leftOutBy];
  return !sameJson(net(before), net(after)) && sameJson(gross(before), gross(after));
}

function keyOf(timer: TimerRow): string {
  return JSON.stringify([timer.agreementId, timer.measureId, timer.cycleNumber]);
}

function verdictOf(timer: TimerRow): Verdict {
  return {
    outcome: timer.outcome,
    agreementVersion: timer.agreementVersion,
    startedAt: timer.startedAt,
    stoppedAt: timer.stoppedAt,
    goalMs: timer.goalMs,
    elapsedMs: timer.elapsedMs,
    leftOutBy: timer.leftOutBy,
  };
}
