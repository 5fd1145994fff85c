import type { CycleView, SegmentView } from '../../src/contract';
import type { CyclePhase, GoalInForce, SegmentKind } from '../../src/engine/cycle';
import type { Interval, Millis } from '../../src/engine/instant';

/** kind, start, name, what began it; each lasts until the next one's start. */
export type Piece = readonly [kind: SegmentKind, start: string, name: string, cause: string];

export interface CycleSketch {
  readonly pieces: readonly Piece[];
  /** Ongoing: `asOf`. Completed: the stop. */
  readonly until: string;
  readonly goalMs: Millis | null;
  readonly phase: CyclePhase | null;
  /** Opening hours from `until` on. */
  readonly ahead?: readonly (readonly [string, string])[];
  readonly with?: Partial<CycleView>;
}

const at = (iso: string): number => Date.parse(iso);

export const aGoal = (durationMs: Millis | null, from: string, name = 'Everything else'): GoalInForce => ({
  at: at(from),
  goalId: durationMs === null ? null : name.toLowerCase().replace(/ /g, '-'),
  name: durationMs === null ? 'No goal applies' : name,
  durationMs,
  calendarId: 'london',
  calendarName: 'London office hours',
  timeZone: 'Europe/London',
  agreementVersion: 1,
});

function segmentsOf({ pieces, until }: CycleSketch): SegmentView[] {
  return pieces.map(([kind, start, name, text], i) => ({
    start: at(start),
    end: at(pieces[i + 1]?.[1] ?? until),
    kind,
    open: kind !== 'outside-hours' && kind !== 'holiday',
    name,
    cause: { at: at(start), ref: kind === 'outside-hours' ? 'calendar' : `changelog:${10_000 + i}`, text },
  }));
}

const sum = (segments: readonly Interval[]): Millis => segments.reduce((ms, s) => ms + s.end - s.start, 0);

/** The instant at which `left` more milliseconds have been counted in `ahead`; null beyond them. */
function reach(left: Millis, ahead: readonly Interval[]): number | null {
  let rest = left;
  for (const open of ahead) {
    if (rest <= open.end - open.start) return open.start + rest;
    rest -= open.end - open.start;
  }
  return null;
}

/** A cycle whose sums follow from its pieces, so that what the panel adds up can be checked. */
export function aCycle(sketch: CycleSketch): CycleView {
  const segments = segmentsOf(sketch);
  const now = at(sketch.until);
  const ongoing = sketch.phase !== null;
  const ahead = (sketch.ahead ?? []).map(([from, to]) => ({ start: at(from), end: at(to) }));
  const running = segments.filter((s) => s.kind === 'running');
  const elapsedMs = sum(running);
  const excludedMs = sum(segments.filter((s) => s.kind === 'excluded'));
  const goal = sketch.goalMs;
  const remainingMs = goal === null ? null : goal - elapsedMs;
  const late = remainingMs !== null && remainingMs < 0;
  const breachTime =
    remainingMs === null ? null : late ? reach(goal ?? 0, running) : reach(remainingMs, ahead);
  const riskLeft = remainingMs === null ? null : remainingMs - (goal ?? 0) * 0.2;
  const atRiskTime = riskLeft === null || riskLeft <= 0 ? null : reach(riskLeft, ahead);
  const atRisk = ongoing && !late && riskLeft !== null && riskLeft <= 0;
  const turns = [...ahead.flatMap((s) => [s.start, s.end]), atRiskTime, late ? null : breachTime];
  const next = Math.min(...turns.filter((t): t is number => t !== null && t > now));
  const first = segments[0];
  return {
    number: 1,
    startTime: first?.start ?? now,
    stopTime: ongoing ? null : now,
    startedBy: { at: first?.start ?? now, ref: 'created', text: 'Ticket created by Sam Reed' },
    stoppedBy: ongoing
      ? null
      : { at: now, ref: 'changelog:10900', text: 'Resolution set to Done by Ana Ruiz' },
    outcome: ongoing ? 'ongoing' : goal === null ? 'no-goal' : late ? 'breached' : 'met',
    phase: sketch.phase,
    atRisk,
    breached: late,
    goal: aGoal(goal, sketch.pieces[0]?.[1] ?? sketch.until),
    earlierGoals: [],
    net: {
      elapsedMs,
      remainingMs,
      breached: late,
      breachTime: sketch.phase === 'paused' && !late ? null : breachTime,
    },
    gross: {
      elapsedMs: elapsedMs + excludedMs,
      remainingMs: remainingMs === null ? null : remainingMs - excludedMs,
      breached: remainingMs !== null && remainingMs - excludedMs < 0,
      breachTime: null,
    },
    pausedMs: sum(segments.filter((s) => s.kind === 'paused')),
    flag: null,
    leftOutBy: null,
    excludedBy: [],
    atRiskTime: ongoing && sketch.phase !== 'paused' ? atRiskTime : null,
    nextChangeAt: ongoing && Number.isFinite(next) ? next : null,
    upcoming: sketch.phase === 'paused' ? [] : ahead,
    segments,
    explainedFrom: null,
    countedBeforeMs: 0,
    ...sketch.with,
  };
}
