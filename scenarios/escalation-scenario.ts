import type { Scenario } from './scenario';

/** A scenario whose agreement escalates: what the app has done to the ticket by itself at its end, in order. */
export interface EscalationScenario extends Scenario {
  readonly until: string;
  readonly done: readonly EscalationDone[];
  /** Ids of those whose instant had passed before anybody could wait for it: noted, and nothing done. */
  readonly notWaitedFor?: readonly string[];
}

export interface EscalationDone {
  /** ISO text with an offset; the app acts in the second that begins here. */
  readonly at: string;
  readonly escalation: string;
  /** Absent: the first. */
  readonly cycle?: number;
}
