import type { Cycle } from '../engine/cycle';
import type { TimerState } from '../storage/timer';

/** A cycle's state without the help of a clock; lateness outweighs a pause, a pause outweighs the risk. */
export function timerState(cycle: Cycle): TimerState {
  if (cycle.leftOutBy !== null) return 'not-counted';
  switch (cycle.outcome) {
    case 'reset':
    case 'cancelled':
      return 'not-counted';
    case 'met':
    case 'breached':
    case 'no-goal':
      return cycle.outcome;
    case 'ongoing':
      if (cycle.net.breached) return 'breached';
      if (cycle.phase === 'paused') return 'paused';
      if (cycle.net.remainingMs === null) return 'no-goal';
      return cycle.atRisk ? 'at-risk' : 'running';
  }
}
