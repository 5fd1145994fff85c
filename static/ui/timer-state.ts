import type { CycleView } from '../../src/contract';
import { sayDuration, sayLeft } from './duration';
import type { LiveCycle } from './tick';

/** The words a timer's state is said in. Each has its own icon and colour. */
export type StateWord =
  | 'running'
  | 'at-risk'
  | 'breached'
  | 'paused'
  | 'outside-hours'
  | 'excluded'
  | 'met'
  | 'no-goal'
  | 'cancelled'
  | 'reset';

function finished(cycle: CycleView): readonly StateWord[] {
  switch (cycle.outcome) {
    case 'met':
    case 'breached':
    case 'no-goal':
    case 'cancelled':
    case 'reset':
      return [cycle.outcome];
    case 'ongoing':
      return [];
  }
}

/**
 * The verdict first, if there is one to tell, then why the clock stands still. A clock that runs is called
 * running unless it is at risk or late, which says so already.
 */
export function stateWords(cycle: CycleView, live: LiveCycle): readonly StateWord[] {
  if (live.phase === null) return finished(cycle);
  const verdict: StateWord[] =
    live.remainingMs === null ? ['no-goal'] : live.breached ? ['breached'] : live.atRisk ? ['at-risk'] : [];
  if (live.phase !== 'running') return [...verdict, live.phase];
  return live.remainingMs === null ? [...verdict, 'running'] : verdict.length > 0 ? verdict : ['running'];
}

/** The one figure of a timer: time left, how late, time to spare, or time counted where there is no goal. */
export function headline(cycle: CycleView, live: LiveCycle): string {
  const { remainingMs } = live;
  const counted = sayDuration(live.elapsedMs);
  if (live.phase !== null) return remainingMs === null ? `${counted} so far` : sayLeft(remainingMs);
  if (cycle.outcome === 'cancelled' || cycle.outcome === 'reset') return `after ${counted}`;
  if (remainingMs === null) return counted;
  if (remainingMs < 0) return sayLeft(remainingMs);
  return remainingMs === 0 ? 'exactly in time' : `${sayDuration(remainingMs)} to spare`;
}
