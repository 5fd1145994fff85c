import type { CycleView } from '../contract';
import type { Instant } from '../engine/instant';
import type { AttainmentView } from './agreement';

/** A replay of past tickets under a draft, beside the rules in force. One at a time per project. */
export interface WhatIfView {
  readonly runId: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly finishedAt: Instant | null;
  /** Tickets changed or resolved since then are replayed. */
  readonly since: Instant;
  readonly done: number;
  /** Approximate while it runs. */
  readonly total: number;
  /** Why it failed, in words; null = it did not. */
  readonly problem: string | null;
  readonly measures: readonly WhatIfMeasure[];
  /** Service credits of the time replayed; null = no fee is agreed, or they are in two currencies. */
  readonly credits: { readonly currency: string; readonly before: number; readonly after: number } | null;
  /** Tickets on which at least one verdict changes. */
  readonly changedTickets: number;
  /** Tickets whose history could not be read: they are in none of the numbers. */
  readonly unreadableTickets: number;
}

export interface WhatIfMeasure {
  readonly measureId: string;
  readonly name: string;
  readonly target: number | null;
  readonly before: AttainmentView;
  readonly after: AttainmentView;
  /** Verdicts that change, by direction. */
  readonly toMet: number;
  readonly toBreached: number;
  /** Counted after but not before, and the other way round. */
  readonly nowCounted: number;
  readonly noLongerCounted: number;
  /** Would the draft have been kept on these tickets? */
  readonly offer: OfferAnswer;
}

/** Whether a target would have been reached, and how sure that is. */
export interface OfferAnswer {
  readonly verdict: 'kept' | 'missed' | 'unsure' | 'no-target' | 'nothing-counted';
  /** null = there is nothing to reach, or nothing counted. */
  readonly reached: boolean | null;
  /** Where the share lies with 95 % confidence, 0..1; null = nothing counted. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

export type WhatIfDirection = 'to-met' | 'to-breached' | 'now-counted' | 'no-longer-counted';

export interface WhatIfChangePage {
  readonly changes: readonly {
    readonly issueId: string;
    readonly issueKey: string;
    readonly measureId: string;
    readonly measureName: string;
    readonly cycleNumber: number;
    readonly direction: WhatIfDirection;
    /** Outcome and counted time, before and after; null = no cycle. */
    readonly before: WhatIfVerdict | null;
    readonly after: WhatIfVerdict | null;
  }[];
  /** Ask with `after` = this for the next page; null = that was all. */
  readonly next: string | null;
}

export interface WhatIfVerdict {
  readonly outcome: string;
  readonly elapsedMs: number;
  readonly goalMs: number | null;
}

/** The two derivations of one ticket, side by side; replayed on the spot. */
export interface WhatIfTicket {
  readonly issueKey: string;
  readonly measures: readonly {
    readonly measureId: string;
    readonly name: string;
    readonly cycles: readonly { readonly before: CycleView | null; readonly after: CycleView | null }[];
  }[];
}
