import type { CycleView } from '../../src/contract';
import type { Instant, Millis } from '../../src/engine/instant';
import { untilSaidAnew } from './duration';
import { runningAhead, tick } from './tick';
import type { TimedView } from './timer-loop-state';

const MINUTE = 60_000;

/** Far-off timers still look up now and then: that is how a moved clock is noticed. */
export const LONGEST_SLEEP: Millis = 10_000;

function nextOf(cycle: CycleView, asOf: Instant, now: Instant): Instant {
  const turns = runningAhead(cycle).flatMap((s) => [s.start, s.end]);
  // A goal is missed one millisecond after its breach time, not at it.
  const late = cycle.net.breachTime === null ? [] : [cycle.net.breachTime + 1];
  const risk = cycle.atRiskTime === null ? [] : [cycle.atRiskTime];
  const turn = [...turns, ...late, ...risk].filter((at) => at > now);
  const live = tick(cycle, asOf, now);
  if (live.phase !== 'running') return Math.min(...turn, Infinity);
  const said =
    live.remainingMs === null ? MINUTE - (live.elapsedMs % MINUTE) : untilSaidAnew(live.remainingMs);
  return Math.min(...turn, now + said);
}

/**
 * How long the panel may sleep before something it shows changes: each second in the last hour of a
 * running goal, each minute before that, and at the very instants at which a state turns; at most
 * `LONGEST_SLEEP`.
 */
export function nextWake(view: TimedView, now: Instant): Millis {
  const ongoing = view.timers.map((t) => t.current).filter((c) => c.phase !== null);
  const next = Math.min(...ongoing.map((c) => nextOf(c, view.asOf, now)), Infinity);
  return Math.max(1, Math.min(next - now, LONGEST_SLEEP));
}
