import type { CycleOutcome, CyclePhase, GoalInForce, Reckoning, SegmentKind } from './engine/cycle';
import type { Instant, Interval, Millis } from './engine/instant';
import type { IncidentView, ProposedExclusionView } from './contract/exclusion';

/** Types that cross the bridge between the app and its screens. Types only: no runtime code here. */

/**
 * Why an expected failure happened.
 * - `not-found`: no such issue, project or agreement, or the caller may not see it
 * - `forbidden`: the caller may see it but not do this
 * - `invalid`: the input is faulty; `faults` lists every fault
 * - `conflict`: somebody else changed it first; read again
 * - `busy`: try again after `retryAfterMs`; `who` asks to wait, or cannot answer
 * - `failed`: anything else; details are in the app's log only
 */
export type FailureCode = 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'busy' | 'failed';

/** One fault of a document: where it is and what to do about it. */
export interface Fault {
  /** Path in the document: `measures[0].goals[2].when`. Empty = the whole document. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * What an answer waits for: Jira or the store, which ask to wait; Jira, which could not answer (`jira-down`); or the
 * app, whose tables are only being made.
 */
export type Busy = 'jira' | 'jira-down' | 'store' | 'setting-up';

interface Refusal {
  readonly ok: false;
  readonly message: string;
  readonly faults?: readonly Fault[];
  readonly retryAfterMs?: Millis;
}

export type Failure =
  | (Refusal & { readonly code: Exclude<FailureCode, 'busy'> })
  | (Refusal & { readonly code: 'busy'; readonly who: Busy });

export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

export interface PublishedAgreement {
  readonly agreementId: string;
  readonly version: number;
  readonly name: string;
  readonly effectiveFrom: Instant;
}

/** The panel on a ticket. All instants are epoch ms; the panel counts from `asOf` on its own clock. */
export interface IssuePanelView {
  readonly issueKey: string;
  readonly asOf: Instant;
  /** Earliest `nextChangeAt` of all timers: ask again then. null = nothing changes by itself. */
  readonly nextChangeAt: Instant | null;
  /** First to breach first; then ongoing without a goal; then finished ones, latest first. */
  readonly timers: readonly TimerView[];
  /** Measures of agreements in force that have no cycle, each with the reason. */
  readonly missing: readonly MissingTimerView[];
  /** Agreements published in the project; 0 = nothing is promised here yet. */
  readonly agreementCount: number;
  /** May the viewer install an agreement (project admin)? */
  readonly mayAdminister: boolean;
  /** True where Jira's log of this issue does not chain; the numbers rest on current values there. */
  readonly historyGaps: boolean;
  /** Exclusions that are proposed and would change this ticket. The clock still runs. */
  readonly proposed: readonly ProposedExclusionView[];
  /** The ticket itself, where it was declared a major incident; null = it was not. */
  readonly incident: IncidentView | null;
  /** What the viewer can propose an exclusion for, and what can be shown as evidence. */
  readonly proposing: {
    readonly agreements: readonly {
      readonly agreementId: string;
      readonly name: string;
      readonly measures: readonly { readonly measureId: string; readonly name: string }[];
      readonly calendars: readonly { readonly calendarId: string; readonly name: string }[];
    }[];
    readonly attachments: readonly { readonly attachmentId: string; readonly fileName: string }[];
    /** May the viewer declare a major incident (agents and admins)? */
    readonly mayDeclare: boolean;
  };
}

export interface TimerView {
  /** Stable: agreement id + measure id. */
  readonly key: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly agreementVersion: number;
  readonly measureId: string;
  readonly measureName: string;
  readonly provider: PartyView;
  readonly customer: PartyView;
  /** The ongoing cycle, else the last one. */
  readonly current: CycleView;
  /** Older cycles, latest first; not all of them where there are very many. */
  readonly earlier: readonly CycleView[];
  /** How many still older cycles are not sent. */
  readonly earlierOmitted: number;
}

export interface PartyView {
  readonly name: string;
  readonly timeZone: string;
}

export interface MissingTimerView {
  readonly agreementName: string;
  readonly measureName: string;
  readonly reason: 'out-of-scope' | 'not-in-force' | 'stopped-before' | 'no-start-moment' | 'cancelled';
  readonly text: string;
}

export interface CycleView {
  readonly number: number;
  readonly startTime: Instant;
  readonly stopTime: Instant | null;
  readonly startedBy: CauseView;
  readonly stoppedBy: CauseView | null;
  readonly outcome: CycleOutcome;
  /** null once completed. */
  readonly phase: CyclePhase | null;
  readonly atRisk: boolean;
  /** Net verdict: true also while the cycle still runs late. */
  readonly breached: boolean;
  readonly goal: GoalInForce;
  /** Earlier goals of this cycle, in order, where the goal changed midway. */
  readonly earlierGoals: readonly GoalInForce[];
  readonly net: Reckoning;
  readonly gross: Reckoning;
  readonly pausedMs: Millis;
  readonly flag: string | null;
  readonly leftOutBy: string | null;
  /** The clauses behind the time that is excluded, in order. */
  readonly excludedBy: readonly string[];
  readonly atRiskTime: Instant | null;
  readonly nextChangeAt: Instant | null;
  /**
   * Stretches from `asOf` on in which the net clock will run if nothing changes, enough to reach the
   * breach or the next two weeks. Empty while paused or completed. `[0].start === asOf` while running.
   */
  readonly upcoming: readonly Interval[];
  readonly segments: readonly SegmentView[];
  /** Where the segments begin if a very long cycle is not explained from its start; null = from the start. */
  readonly explainedFrom: Instant | null;
  /** Net time counted before `explainedFrom`; 0 without one. */
  readonly countedBeforeMs: Millis;
}

export interface CauseView {
  readonly at: Instant;
  readonly ref: string;
  readonly text: string;
}

export interface SegmentView {
  readonly start: Instant;
  readonly end: Instant;
  readonly kind: SegmentKind;
  /** False for the part of a pause outside hours. */
  readonly open: boolean;
  readonly name: string;
  readonly cause: CauseView;
}
