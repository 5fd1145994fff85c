import type { CycleView } from '../contract';
import type { Cycle } from '../engine/cycle';
import { explain, upcoming } from '../engine/explain';
import type { Instant } from '../engine/instant';

const MOST_RUNS_AHEAD = 1_000;
const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

/** A cycle as the screens draw it, with every interval that its numbers are the sum of. */
export function cycleView(cycle: Cycle, now: Instant): CycleView {
  const goal = cycle.goals.at(-1);
  if (!goal) throw new Error('A cycle without a goal in force');
  const segments = explain(cycle);
  const clauses = segments.flatMap(({ kind, name }) => (kind === 'excluded' ? [name] : []));
  return {
    number: cycle.number,
    startTime: cycle.startTime,
    stopTime: cycle.stopTime,
    startedBy: cycle.startedBy,
    stoppedBy: cycle.stoppedBy,
    outcome: cycle.outcome,
    phase: cycle.phase,
    atRisk: cycle.atRisk,
    breached: cycle.net.breached,
    goal,
    earlierGoals: cycle.goals.slice(0, -1),
    net: cycle.net,
    gross: cycle.gross,
    pausedMs: cycle.pausedMs,
    flag: cycle.flag,
    leftOutBy: cycle.leftOutBy,
    excludedBy: [...new Set(clauses)],
    atRiskTime: cycle.atRiskTime,
    nextChangeAt: cycle.nextChangeAt,
    upcoming: cycle.stopTime === null ? upcoming(cycle, horizon(cycle, now)).slice(0, MOST_RUNS_AHEAD) : [],
    segments,
    explainedFrom: null,
    countedBeforeMs: 0,
  };
}

/** Far enough to reach the breach, and two weeks in any case. */
function horizon(cycle: Cycle, now: Instant): Instant {
  return Math.max(cycle.net.breachTime ?? 0, now + TWO_WEEKS_MS);
}
