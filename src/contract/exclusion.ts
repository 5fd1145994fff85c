import type { EXCLUSION_KINDS } from '../agreement/document';
import type { Instant, Millis } from '../engine/instant';
import type { Side, SignatureView } from './agreement';

/** What an exclusion rests on. */
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

export type ExclusionState = 'proposed' | 'agreed' | 'declined' | 'withdrawn';

export type Evidence =
  | { readonly kind: 'link'; readonly url: string; readonly title: string }
  | {
      readonly kind: 'attachment';
      readonly attachmentId: string;
      readonly fileName: string;
      readonly issueKey: string;
    };

/** What somebody proposes beside the agreement: for a window, a filter or one ticket. */
export interface ExclusionProposal {
  readonly agreementId: string;
  readonly kind: ExclusionKind;
  /** The clause as people cite it. */
  readonly clause: string;
  readonly effect: 'time' | 'cycle';
  /** Ids of measures; empty = all. */
  readonly measures: readonly string[];
  /** JQL; null = every ticket of the agreement. */
  readonly when: string | null;
  /** At least one, unless it is for one ticket or has hours or a condition. */
  readonly windows: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Id of a calendar of the agreement; null = all hours. */
  readonly during: string | null;
  /** Key of the one ticket it is for; null = all that match. */
  readonly issueKey: string | null;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

export interface ExclusionView {
  readonly exclusionId: string;
  readonly projectId: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly kind: ExclusionKind | null;
  readonly clause: string;
  readonly effect: 'time' | 'cycle';
  readonly measures: readonly string[];
  readonly when: string | null;
  readonly windows: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly during: string | null;
  readonly issueKey: string | null;
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
  readonly state: ExclusionState;
  /** A clause of the agreement's text; proposed and decided with it, not by itself. */
  readonly standing: boolean;
  /** `incident`: proposed by Accord because the ticket was linked to a major incident. */
  readonly origin: 'person' | 'incident' | 'agreement';
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedAt: Instant | null;
  /** Why it was declined or withdrawn. */
  readonly decision: string | null;
  readonly signatures: readonly SignatureView[];
  /** Whose signature is missing, and who can give it; `people` absent = it is not said. */
  readonly waitingFor: readonly { readonly side: Side; readonly people?: readonly string[] }[];
  /** SHA-256 of what is proposed: whoever decides names it. */
  readonly hash: string;
  /** The side the viewer may agree or decline for; null = none. */
  readonly mayDecide: Side | null;
  readonly mayWithdraw: boolean;
}

/** What an exclusion would change, before anybody signs it. */
export interface ExclusionPreview {
  /** Tickets replayed; `more` = there are others it may concern. */
  readonly tickets: number;
  readonly more: boolean;
  /** Tickets on which it changes anything. */
  readonly concerned: number;
  /** Counted time it takes out, over all of them. */
  readonly excludedMs: Millis;
  readonly changes: readonly {
    readonly issueKey: string;
    readonly measureName: string;
    readonly before: string;
    readonly after: string;
    readonly elapsedBeforeMs: Millis;
    readonly elapsedAfterMs: Millis;
  }[];
}

/** An exclusion that is proposed and would change this ticket: the clock still runs. */
export interface ProposedExclusionView {
  readonly exclusion: ExclusionView;
  /** What it would take out of this ticket's timers, by measure name. */
  readonly wouldExclude: readonly {
    readonly measureName: string;
    readonly ms: Millis;
    readonly leftOut: boolean;
  }[];
}

/** A declared major incident: tickets linked to it get the matching exclusion proposed. */
export interface IncidentView {
  readonly issueKey: string;
  readonly agreementId: string;
  readonly clause: string;
  readonly reason: string;
  readonly from: Instant;
  /** null = goes on. */
  readonly to: Instant | null;
  readonly declaredBy: string;
  readonly rowVersion: number;
}

export interface IncidentDeclaration {
  readonly agreementId: string;
  readonly clause: string;
  readonly reason: string;
  readonly from: Instant;
  readonly to: Instant | null;
  /** Of the declaration that is changed; null = a new one. */
  readonly rowVersion: number | null;
}
