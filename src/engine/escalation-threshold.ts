import type { Agreement } from './agreement';
import { compileCalendar } from './calendar';
import { WHOLE } from './consequences';
import type { Cycle, GoalInForce } from './cycle';
import type { Escalation, Threshold } from './escalation';
import type { Instant, Millis } from './instant';
import { instantAhead, instantOfElapsed } from './reckon';
import { ReplayedCycle } from './replayed-cycle';

/** When a cycle reaches the threshold of an escalation, and when it is acted on. */
export interface ThresholdReached {
  readonly escalation: Escalation;
  /** The earliest instant at which the net clock says so; of a breach: one working millisecond after the goal. */
  readonly thresholdAt: Instant;
  /** The same, or the next opening of the agreement's first calendar. */
  readonly fireAt: Instant;
  /**
   * Nobody waited for it, so nothing is done: the clock said so before the agreement came to cover the ticket
   * (`not-covered`), or a version's other goal made it so (`other-goal`). null = it was waited for.
   */
  readonly passedBefore: 'not-covered' | 'other-goal' | null;
}

/**
 * The thresholds of an ongoing cycle under the version that judges it, in working time, past ones and those
 * ahead if nothing changes. A closing instant is closed: what falls on it waits for the next opening. Absent:
 * those of other measures, of a cycle that stopped, is left out of compliance or has no goal, those a pause holds,
 * and warnings that are longer than the goal itself.
 *
 * @example created Mon 17:00, 4 h in Mon–Fri 08–18, `1h before breach` // thresholdAt Tue 10:00
 */
export function thresholdsReached(
  cycle: Cycle,
  { measureId, agreement }: { readonly measureId: string; readonly agreement: Agreement },
): readonly ThresholdReached[] {
  const goal = cycle.goals.at(-1);
  if (cycle.stopTime !== null || cycle.leftOutBy !== null || goal?.durationMs == null) return [];
  const { durationMs } = goal;
  return (agreement.escalations ?? []).flatMap((escalation) => {
    if (escalation.measures.length > 0 && !escalation.measures.includes(measureId)) return [];
    const elapsed = elapsedAt(escalation.threshold, durationMs);
    const clockAt = elapsed > 0 ? instantAt(cycle, elapsed) : null;
    if (clockAt === null) return [];
    const change = changeOfGoal(cycle.goals);
    const raised = change !== null && change.byVersion === false && clockAt < change.at;
    const thresholdAt = raised ? change.at : clockAt;
    const fireAt = escalation.anyHour ? thresholdAt : nextOpening(agreement, thresholdAt);
    if (fireAt === null) return [];
    const since = change?.byVersion ? change.at : cycle.startedBy.at;
    const why = change?.byVersion ? 'other-goal' : 'not-covered';
    return [{ escalation, thresholdAt, fireAt, passedBefore: thresholdAt < since ? why : null }];
  });
}

/** Working time after which a threshold of a goal is reached; 0 or less = the goal is too short for it. */
export function elapsedAt(threshold: Threshold, goalMs: Millis): Millis {
  switch (threshold.at) {
    case 'before-breach':
      return goalMs - threshold.ms;
    case 'breach':
      return goalMs + 1;
    case 'after-breach':
      return goalMs + threshold.ms;
    case 'share':
      // Up: 75 % of 1 ms is not reached before a whole one. BigInt: two years in ms times a million.
      return Number((BigInt(goalMs) * BigInt(threshold.share) + BigInt(WHOLE - 1)) / BigInt(WHOLE));
  }
}

function instantAt(cycle: Cycle, elapsed: Millis): Instant | null {
  if (!(cycle instanceof ReplayedCycle)) {
    throw new Error('Only a cycle made by evaluate() knows when its clock reached something.');
  }
  return elapsed <= cycle.net.elapsedMs
    ? instantOfElapsed(cycle.pieces, elapsed, 'net')
    : instantAhead(cycle.outlook, elapsed - cycle.net.elapsedMs, 'net');
}

/** The last time the goal became another length, and whether another version did that or the ticket. */
function changeOfGoal(goals: readonly GoalInForce[]): { at: Instant; byVersion: boolean } | null {
  for (let i = goals.length - 1; i > 0; i--) {
    const [before, after] = [goals[i - 1] as GoalInForce, goals[i] as GoalInForce];
    if (before.durationMs === after.durationMs) continue;
    return { at: after.at, byVersion: before.agreementVersion !== after.agreementVersion };
  }
  return null;
}

function nextOpening({ calendars }: Agreement, at: Instant): Instant | null {
  const [first] = calendars;
  return first === undefined ? at : compileCalendar(first).nextOpen(at);
}
