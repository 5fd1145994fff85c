import type { AgreementKind } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import type { Counts } from './compliance';

/** Agreements, their versions, proposals and signatures, as the screens see them. Instants are epoch ms. */

export type Side = 'provider' | 'customer';

/** `both`: in force once both parties have signed. `provider`: the provider's approval alone suffices. */
export type Approval = 'both' | 'provider';

/**
 * - `draft`: being written, never proposed
 * - `proposed`: waits for signatures
 * - `signed`: signed, its effective date is still to come
 * - `active`: in force
 * - `superseded`: a later version is in force
 * - `retired`: ended
 */
export type AgreementState = 'draft' | 'proposed' | 'signed' | 'active' | 'superseded' | 'retired';

/** Where in the app somebody acted. */
export type Place = 'project-settings' | 'project-page' | 'issue-panel' | 'portal-request' | 'portal-page';

export interface SignatureView {
  readonly side: Side;
  readonly decision: 'signed' | 'declined';
  readonly accountId: string;
  readonly name: string;
  readonly at: Instant;
  readonly place: Place;
  /** The reason of a refusal; null = none was given. */
  readonly comment: string | null;
}

/** One text put before both parties. Signatures bind to `hash`: another text has another hash and none of them. */
export interface ProposalView {
  readonly agreementId: string;
  /** From 1, per agreement. */
  readonly number: number;
  /** SHA-256 of the proposed text, hexadecimal. */
  readonly hash: string;
  /** `retire`: that the agreement ends. */
  readonly kind: 'version' | 'retire';
  /** The version it becomes. */
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly state: 'proposed' | 'published' | 'declined' | 'withdrawn';
  readonly approval: Approval;
  readonly proposedAt: Instant;
  readonly proposedBy: string;
  readonly note: string | null;
  readonly signatures: readonly SignatureView[];
  /** Whose signature is missing, and who may give it. */
  readonly waitingFor: readonly { readonly side: Side; readonly people: readonly string[] }[];
  /** The side the viewer may sign (or decline) for now; null = none. */
  readonly maySign: Side | null;
}

export interface AttainmentView {
  readonly met: number;
  readonly breached: number;
  /** met / (met + breached), 0..1; null when nothing has been counted. */
  readonly share: number | null;
}

/** A line of the list of agreements. */
export interface AgreementSummary {
  readonly agreementId: string;
  readonly name: string;
  readonly kind: AgreementKind;
  readonly provider: string;
  readonly customer: string;
  /** IANA zone of the provider, in which the agreement takes effect: its dates are told in it. */
  readonly timeZone: string;
  /** Of the agreement as a whole: what is in force, else what comes nearest to it. */
  readonly state: AgreementState;
  /** Version in force; null = none is. */
  readonly version: number | null;
  readonly effectiveFrom: Instant | null;
  /** A signed version (or the end) that is still to come. */
  readonly upcoming: {
    readonly version: number;
    readonly effectiveFrom: Instant;
    readonly ends: boolean;
  } | null;
  /** How the version in force was approved; null = none is in force. */
  readonly approval: Approval | null;
  readonly draft: {
    readonly revision: number;
    readonly updatedAt: Instant;
    readonly updatedBy: string;
  } | null;
  /** The open proposal. */
  readonly proposal: ProposalView | null;
  /** Of all cycles that count so far, net: closed ones, and ongoing ones that are late. */
  readonly attainment: AttainmentView;
  /** False: of no measure a time is promised, in what is in force or comes nearest to it. */
  readonly hasGoal: boolean;
}

export interface VersionView {
  readonly version: number;
  readonly state: Exclude<AgreementState, 'draft' | 'proposed'>;
  readonly effectiveFrom: Instant;
  /** null = until further notice. */
  readonly effectiveTo: Instant | null;
  readonly publishedAt: Instant;
  readonly approval: Approval;
  readonly hash: string;
  readonly signatures: readonly SignatureView[];
}

/** Everything about one agreement except its draft. */
export interface AgreementView extends AgreementSummary {
  /** Newest first. */
  readonly versions: readonly VersionView[];
  /** Attainment so far by measure, with the share promised (0..1; null = none). */
  readonly measures: readonly (AttainmentView & {
    readonly measureId: string;
    readonly name: string;
    readonly target: number | null;
    /** False: its time is told, nothing is promised. */
    readonly hasGoal: boolean;
  })[];
  /** What is shown: the version asked for, else the open proposal, else the version in force. null = only a draft. */
  readonly shown: {
    readonly what: 'version' | 'proposal';
    readonly version: number;
    readonly text: AgreementText;
    /** The document as signed, YAML or JSON. */
    readonly document: string;
  } | null;
}

/** An agreement in plain language, ready to be laid out, printed and signed. */
export interface AgreementText {
  readonly title: string;
  /** Kind, version and dates in one sentence. */
  readonly subtitle: string;
  /** Something that must be said first, such as that the provider alone approved it. */
  readonly notices: readonly string[];
  readonly sections: readonly TextSection[];
}

export interface TextSection {
  /** `parties`, `scope`, `measures`, `calendars`, `exclusions`, `responsibilities`, `monitoring`, `consequences`. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly TextBlock[];
}

/** Leads to a page of Jira, by its path within the site: `/browse/HELP-1`. */
export interface TextLink {
  readonly text: string;
  readonly path: string;
}

/** What a promised share came to, period by period. */
export interface TextTrend {
  readonly kind: 'trend';
  /** What is told, and of what. */
  readonly caption: string;
  /** The share promised, 0..1; null = none. */
  readonly target: number | null;
  /** Oldest first; `from` is the first day of each. */
  readonly points: readonly { readonly from: string; readonly net: Counts }[];
}

export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly (string | TextLink)[])[];
    }
  | TextTrend;

export interface AgreementList {
  readonly agreements: readonly AgreementSummary[];
  readonly projectKey: string;
  readonly projectName: string;
  /** May the viewer administer the project (write, propose, retire)? */
  readonly mayAdminister: boolean;
}

export interface ExportedAgreement {
  readonly fileName: string;
  readonly text: string;
}

export interface ProjectSettings {
  /** For optimistic saving: give back what was read. */
  readonly rowVersion: number;
  readonly approval: Approval;
  /** Not shown to customers in the portal: ids of agreements, and `agreementId/measureId` of measures. */
  readonly hiddenInPortal: readonly string[];
}

export interface AuditEntryView {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: string;
  /** `draft-saved`, `agreement-proposed`, `agreement-signed` ... */
  readonly action: string;
  /** A sentence for people. */
  readonly text: string;
  readonly hash: string;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly AuditEntryView[];
  /** Ask with `before` = this for the next page; null = that was all. */
  readonly next: number | null;
}

export interface AuditVerdict {
  readonly intact: boolean;
  /** How many entries were checked. */
  readonly checked: number;
  /** The first entry at fault. */
  readonly brokenAt: { readonly seq: number; readonly reason: string } | null;
}
