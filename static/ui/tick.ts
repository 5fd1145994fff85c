import type { CycleView } from '../../src/contract';
import type { CyclePhase } from '../../src/engine/cycle';
import type { Instant, Interval, Millis } from '../../src/engine/instant';

/** A cycle as it stands at an instant the server has not seen yet. */
export interface LiveCycle {
  /** null once completed. */
  readonly phase: CyclePhase | null;
  readonly elapsedMs: Millis;
  readonly grossElapsedMs: Millis;
  /** Negative = late; null without a goal. */
  readonly remainingMs: Millis | null;
  readonly atRisk: boolean;
  readonly breached: boolean;
  /** When the clock starts again by itself; null while it runs, or when only an event can start it. */
  readonly resumesAt: Instant | null;
}

/**
 * The stretches in which the clock runs from `asOf` on. The view's list may end at the breach; a clock
 * that ran until there runs on, so that stretch is left open.
 */
export function runningAhead(cycle: CycleView): readonly Interval[] {
  const last = cycle.upcoming.at(-1);
  if (!last || last.end !== cycle.net.breachTime) return cycle.upcoming;
  return [...cycle.upcoming.slice(0, -1), { start: last.start, end: Infinity }];
}

/** Milliseconds of `stretches` that lie before `now`. */
export function countedUntil(stretches: readonly Interval[], now: Instant): Millis {
  return stretches.reduce((sum, s) => sum + Math.max(0, Math.min(s.end, now) - s.start), 0);
}

function phaseAt(cycle: CycleView, ahead: readonly Interval[], now: Instant): CyclePhase | null {
  if (cycle.phase === null || cycle.phase === 'paused') return cycle.phase;
  if (ahead.some((s) => s.start <= now && now < s.end)) return 'running';
  const first = ahead[0];
  const hasRun = cycle.phase === 'running' || (first !== undefined && first.start <= now);
  return hasRun ? 'outside-hours' : cycle.phase;
}

/**
 * Carries a cycle on from `asOf` to `now` as if nothing happened in between: it counts inside `upcoming`
 * only, and turns at risk, late, closed or open at the very instants. Completed cycles stay as they are.
 * The server has the last word: the panel asks it at `nextChangeAt`.
 */
export function tick(cycle: CycleView, asOf: Instant, now: Instant): LiveCycle {
  const { net, gross } = cycle;
  const ahead = runningAhead(cycle);
  const phase = phaseAt(cycle, ahead, now);
  const counted = cycle.phase === null ? 0 : countedUntil(ahead, now);
  const remainingMs = net.remainingMs === null ? null : net.remainingMs - counted;
  // Excluded time lies in opening hours, so the gross clock runs on through it.
  const excluded =
    cycle.phase === 'excluded' ? Math.min(now, ahead[0]?.start ?? cycle.nextChangeAt ?? now) - asOf : 0;
  const ongoing = cycle.phase !== null;
  return {
    phase,
    elapsedMs: net.elapsedMs + counted,
    grossElapsedMs: gross.elapsedMs + counted + Math.max(0, excluded),
    remainingMs,
    atRisk: cycle.atRisk || (ongoing && cycle.atRiskTime !== null && now >= cycle.atRiskTime),
    breached: cycle.breached || (ongoing && remainingMs !== null && remainingMs < 0),
    resumesAt: ongoing && phase !== 'running' ? (ahead.find((s) => s.start > now)?.start ?? null) : null,
  };
}
