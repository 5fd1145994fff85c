import type { TimerView } from '../contract';
import type { Instant } from '../engine/instant';
import type { AgreementSummary, AgreementText, VersionView } from './agreement';
import type { ExclusionView, ProposedExclusionView } from './exclusion';

/** What a customer sees of one of their requests. */
export interface PortalRequestView {
  readonly requestKey: string;
  readonly asOf: Instant;
  readonly nextChangeAt: Instant | null;
  /** As in the panel for agents, but without the causes and stretches of the derivation. */
  readonly timers: readonly TimerView[];
  readonly proposed: readonly ProposedExclusionView[];
  /** Agreements that bind this request. */
  readonly agreements: readonly {
    readonly projectId: string;
    readonly agreementId: string;
    readonly name: string;
    /** May the viewer sign, decline and propose for the customer? */
    readonly representative: boolean;
    readonly measures: readonly { readonly measureId: string; readonly name: string }[];
  }[];
}

export interface PortalAgreement extends AgreementSummary {
  readonly projectId: string;
  /** May the viewer sign, decline and propose for the customer? */
  readonly representative: boolean;
}

export interface PortalAgreements {
  readonly agreements: readonly PortalAgreement[];
  /** Exclusions that wait for this customer's signature. */
  readonly waiting: readonly ExclusionView[];
}

export interface PortalAgreementView extends PortalAgreement {
  readonly text: AgreementText | null;
  /** What `text` is: the version asked for, else the open proposal, else what is in force. null = there is none. */
  readonly shown: { readonly what: 'version' | 'proposal'; readonly version: number } | null;
  readonly versions: readonly VersionView[];
  readonly exclusions: readonly ExclusionView[];
  readonly measureChoices: readonly { readonly measureId: string; readonly name: string }[];
  /** Hours in which alone an exclusion can hold. */
  readonly calendarChoices: readonly { readonly calendarId: string; readonly name: string }[];
}
