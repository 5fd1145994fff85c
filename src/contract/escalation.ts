import type { Instant } from '../engine/instant';

/** What an escalation did on a ticket. */
export interface EscalationFiring {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly measureName: string;
  /** Tells what one escalation did on a ticket apart, from 1 on; not the number of a cycle, which may change. */
  readonly place: number;
  /** When its cycle began; null = it was not kept. */
  readonly cycleBegunAt: Instant | null;
  readonly escalationId: string;
  readonly name: string;
  /** As it is written: `30m before breach`. */
  readonly when: string;
  readonly thresholdAt: Instant;
  readonly firedAt: Instant;
  /** `skipped`: nobody waited for the threshold, so nothing was done. `interrupted`: may have been done in part. */
  readonly state: 'done' | 'failed' | 'skipped' | 'interrupted';
  /** What was done or why not, action by action. */
  readonly outcome: readonly { readonly action: string; readonly ok: boolean; readonly text: string }[];
  /** Why nothing was done about a `skipped` one; null = of others, or it was not kept. */
  readonly because: 'not-covered' | 'other-goal' | 'not-in-force' | 'too-late' | null;
}

/** Newest first; only of tickets that Jira shows the viewer. */
export interface EscalationPage {
  readonly tickets: readonly EscalationFiring[];
  /** Ask with `after` = this for the next page; null = that was all. */
  readonly next: string | null;
  /** Of this page, how many are of tickets that Jira does not show the viewer; none on security levels of others. */
  readonly hidden: number;
  /** A search of Jira that leads to the tickets of this page. */
  readonly jql: string;
}
