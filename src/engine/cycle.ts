import type { Instant, Interval, Millis } from './instant';

/** What brought something about: a history entry (`ref`), the clock, or the rules. */
export interface Cause {
  readonly at: Instant;
  /** `created`, `changelog:10001`, `comment:10203`, `calendar`, `agreement:ID@VERSION`, `exclusion:ID`. */
  readonly ref: string;
  /** In words, present tense: "Status changed from Open to Waiting for customer by Ana". */
  readonly text: string;
}

/** The state of an ongoing cycle now. Paused wins over outside hours, that over excluded. */
export type CyclePhase = 'running' | 'paused' | 'outside-hours' | 'excluded';

/**
 * How a cycle ended, or that it has not. `reset` and `cancelled` cycles and those with `leftOutBy`
 * are not counted in compliance; a cycle that stopped while no goal applied is `no-goal`.
 */
export type CycleOutcome = 'ongoing' | 'met' | 'breached' | 'no-goal' | 'reset' | 'cancelled';

export interface GoalInForce {
  readonly at: Instant;
  readonly goalId: string | null;
  readonly name: string;
  readonly durationMs: Millis | null;
  readonly calendarId: string;
  readonly calendarName: string;
  readonly timeZone: string;
  readonly agreementVersion: number;
}

/** Sums of one way of counting. `remainingMs = goal - elapsedMs`, negative = late; null without a goal. */
export interface Reckoning {
  readonly elapsedMs: Millis;
  readonly remainingMs: Millis | null;
  readonly breached: boolean;
  /**
   * The earliest instant at which elapsed = goal. Ongoing: where it falls if nothing changes; null while
   * paused before a breach, or without a goal. Stopped in time: stop + remaining working time (as JSM).
   */
  readonly breachTime: Instant | null;
}

export type SegmentKind = 'running' | 'paused' | 'outside-hours' | 'holiday' | 'excluded';

/**
 * A stretch of a cycle with one kind. The segments of a cycle are contiguous from its start to its stop
 * (or now); net elapsed = sum of `running`, gross elapsed = `running` + `excluded`.
 */
export interface Segment extends Interval {
  readonly kind: SegmentKind;
  /** False for the part of a pause that lies outside hours (it changes nothing). */
  readonly open: boolean;
  /** Pause condition's, holiday's or clause's name; the calendar's name otherwise. */
  readonly name: string;
  /** What began it. */
  readonly cause: Cause;
}

export interface Cycle {
  /** From 1. */
  readonly number: number;
  readonly startTime: Instant;
  readonly startedBy: Cause;
  /** null = ongoing. */
  readonly stopTime: Instant | null;
  readonly stoppedBy: Cause | null;
  readonly outcome: CycleOutcome;
  /** null = completed. */
  readonly phase: CyclePhase | null;
  /** From `flag` of the moment that ended it: "resolved without a reply". */
  readonly flag: string | null;
  /** The version whose rules made this verdict. */
  readonly agreementVersion: number;
  /** Goals in force over its life; the last one judges. Never empty. */
  readonly goals: readonly GoalInForce[];
  readonly net: Reckoning;
  readonly gross: Reckoning;
  /** Working time spent paused. */
  readonly pausedMs: Millis;
  /** The exclusion of effect `cycle` that takes it out of compliance. */
  readonly leftOutBy: string | null;
  /** When the net clock reaches the at-risk share; null while paused, past or without a goal. */
  readonly atRiskTime: Instant | null;
  readonly atRisk: boolean;
  /** The next instant at which phase, at-risk or breach changes with no event; null = never by itself. */
  readonly nextChangeAt: Instant | null;
}

/** A measure of one agreement on one issue: its cycles in order, or why there is none. */
export interface MeasureResult {
  readonly agreementId: string;
  readonly agreementName: string;
  readonly agreementVersion: number;
  readonly measureId: string;
  readonly measureName: string;
  readonly cycles: readonly Cycle[];
  /** Why no cycle ever started; null when there is one. */
  readonly notStarted: NotStarted | null;
  /** The next instant at which anything of this measure changes with no event; null = never by itself. */
  readonly nextChangeAt: Instant | null;
}

export type NotStarted =
  | { readonly reason: 'out-of-scope'; readonly text: string }
  | { readonly reason: 'not-in-force'; readonly text: string }
  | { readonly reason: 'stopped-before'; readonly text: string }
  | { readonly reason: 'no-start-moment'; readonly text: string }
  | { readonly reason: 'cancelled'; readonly text: string };
