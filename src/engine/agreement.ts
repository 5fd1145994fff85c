import type { CalendarSpec } from './calendar-spec';
import type { Consequences } from './consequences';
import type { Escalation } from './escalation';
import type { Instant, Interval, Millis } from './instant';
import type { Moment } from './moment';
import type { Predicate } from './predicate';

export type AgreementKind = 'sla' | 'ola' | 'underpinning-contract';

/** Duration null = matched, but nothing is promised: the measure shows "no goal". */
export interface Goal {
  readonly id: string;
  readonly name: string;
  readonly when: Predicate;
  readonly durationMs: Millis | null;
  /** Calendar id. */
  readonly calendar: string;
}

/** A named state in which the clock stands still. */
export interface PauseCondition {
  readonly id: string;
  readonly name: string;
  readonly when: Predicate;
}

/** What a start does after a cycle has stopped: open a new cycle, go on with the old one, or nothing. */
export type Reopen = 'new-cycle' | 'continue' | 'ignore';

export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly start: readonly Moment[];
  readonly stop: readonly Moment[];
  readonly pauseWhile: readonly PauseCondition[];
  /** Closes the ongoing cycle as `reset` (not counted) and opens a new one at the same instant. */
  readonly reset: readonly Moment[];
  /** While true there is no cycle: an ongoing one is cancelled (not counted), none starts. */
  readonly cancelWhile: Predicate | null;
  /** The cancel condition as people wrote it. */
  readonly cancelText?: string;
  readonly reopen: Reopen;
  /** `created`: a retroactive start: the cycle counts from the creation, earlier pauses credited. */
  readonly startFrom: 'moment' | 'created';
  /** First match wins; no match = no goal. */
  readonly goals: readonly Goal[];
  /** Calendar id used while no goal applies. */
  readonly calendar: string;
  /** At risk once this share of the goal (0..1) or less is left. */
  readonly atRiskShare: number;
}

/**
 * One version of an agreement, ready to evaluate: JQL already parsed, durations in ms. Immutable;
 * in force from `effectiveFrom` until the next version's.
 */
export interface Agreement {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: AgreementKind;
  readonly effectiveFrom: Instant;
  readonly scope: Predicate;
  /** The scope as people wrote it, to say why a ticket is not covered. */
  readonly scopeText?: string;
  readonly calendars: readonly CalendarSpec[];
  readonly measures: readonly Measure[];
  /** Service credits; absent = none are agreed. No verdict depends on them. */
  readonly consequences?: Consequences;
  /** Absent = none are agreed. No verdict depends on them. */
  readonly escalations?: readonly Escalation[];
}

/**
 * An exclusion both sides have signed. It holds at an instant that lies in one of `windows`
 * (null = at any time), in the hours of `during` (null = all hours), while `when` is true of the issue.
 * Effect `time`: those minutes do not count. Effect `cycle`: a cycle that overlaps it is left out of
 * compliance.
 */
export interface Exclusion {
  readonly id: string;
  /** The clause of the contract, as people cite it: "4.2 Planned maintenance". */
  readonly clause: string;
  readonly agreementId: string;
  readonly effect: 'time' | 'cycle';
  /** Measure ids it applies to; empty = all. */
  readonly measures: readonly string[];
  readonly windows: readonly Interval[] | null;
  readonly during: CalendarSpec | null;
  readonly when: Predicate;
}
