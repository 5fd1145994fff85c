import type { Instant } from '../engine/instant';

/** What an escalation did on a ticket. */
export interface EscalationFiring {
  readonly issueId: string;
  readonly issueKey: string;
  readonly agreementId: string;
  readonly measureId: string;
  readonly measureName: string;
  readonly escalationId: string;
  readonly name: string;
  readonly thresholdAt: Instant;
  readonly firedAt: Instant;
  /** `skipped`: the threshold had passed long before, so nothing was done. `interrupted`: may have been done in part. */
  readonly state: 'done' | 'failed' | 'skipped' | 'interrupted';
  /** What was done or why not, action by action. */
  readonly outcome: readonly { readonly action: string; readonly ok: boolean; readonly text: string }[];
}
