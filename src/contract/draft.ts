import type { Fault } from '../contract';
import type { Instant, Interval } from '../engine/instant';
import type { SegmentKind } from '../engine/cycle';
import type { AgreementText } from './agreement';
import type { AgreementDraft } from './document';

/** A working text. `revision` counts savings: whoever saves names the revision that was read. */
export interface DraftView {
  readonly agreementId: string;
  readonly revision: number;
  /** YAML or JSON, as imported or as the editor wrote it; comments are kept. */
  readonly text: string;
  /** What the text says; null when it cannot be read as named values. It may still be faulty. */
  readonly document: AgreementDraft | null;
  readonly updatedAt: Instant;
  readonly updatedBy: string;
  /** The newest published version; null = none. */
  readonly publishedVersion: number | null;
}

/** Either form: `document` is written into the text in place, `text` replaces it. */
export type DraftContent = { readonly document: AgreementDraft } | { readonly text: string };

/** Where a new agreement comes from. */
export type AgreementSource =
  | { readonly from: 'preset'; readonly preset: AgreementPresetId }
  | {
      readonly from: 'copy';
      readonly projectId?: string;
      readonly agreementId: string;
    }
  | { readonly from: 'text'; readonly text: string };

export type AgreementPresetId =
  'it-service-desk' | 'hr' | 'customer-support' | 'outsourced-provider' | 'internal-ola';

export interface CreationChoices {
  readonly presets: readonly {
    readonly id: AgreementPresetId;
    readonly name: string;
    readonly about: string;
  }[];
  /** Agreements of this and other projects that the viewer administers. */
  readonly copyable: readonly {
    readonly projectId: string;
    readonly projectKey: string;
    readonly agreementId: string;
    readonly name: string;
  }[];
}

export interface Finding {
  /** Name of the rule, such as `unreachable-goal`. */
  readonly rule: string;
  /** An error blocks proposing, a warning explains. */
  readonly severity: 'error' | 'warning';
  /** As in `Fault`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
  /** A ticket on which it shows, in words; null = none can be given. */
  readonly counterExample: string | null;
}

/** What is known of a draft while it is typed. */
export interface DraftCheck {
  /** Faults of the document: it cannot be proposed. */
  readonly faults: readonly Fault[];
  readonly findings: readonly Finding[];
  /** Conditions and goals read as sentences, by path (`measures[0].start[1]`, `measures[0].goals[0]`). */
  readonly sentences: Readonly<Record<string, string>>;
  /** null while there are faults. */
  readonly text: AgreementText | null;
}

/** The quality of the measures, on the project's own tickets. */
export interface MeasureQuality {
  /** Tickets looked at, the latest first. */
  readonly tickets: number;
  readonly since: Instant;
  readonly measures: readonly {
    readonly measureId: string;
    readonly name: string;
    /** Cycles counted. */
    readonly cycles: number;
    /** Share of counted time while the ticket was with the customer or a third party, 0..1; null = none counted. */
    readonly withOthers: number | null;
    /** Share of tickets in scope on which the facts exist, 0..1; null = none in scope. */
    readonly collectable: number | null;
  }[];
  readonly findings: readonly Finding[];
}

export interface NamedFact {
  readonly id: string;
  readonly name: string;
}

/** What rules can be picked from. */
export interface ProjectFacts {
  readonly projectId: string;
  readonly projectKey: string;
  readonly projectName: string;
  /** IANA zone of the person who asks. */
  readonly timeZone: string;
  readonly now: Instant;
  readonly statuses: readonly (NamedFact & {
    readonly category: 'new' | 'indeterminate' | 'done' | 'undefined';
  })[];
  /** Highest first. */
  readonly priorities: readonly NamedFact[];
  readonly issueTypes: readonly NamedFact[];
  readonly requestTypes: readonly NamedFact[];
  readonly components: readonly NamedFact[];
  readonly resolutions: readonly NamedFact[];
  /** Fields a condition can ask for, by name. */
  readonly fields: readonly (NamedFact & { readonly type: string })[];
  readonly organizations: readonly NamedFact[];
}

export interface PersonFact {
  readonly accountId: string;
  readonly name: string;
  readonly kind: 'jira' | 'customer';
}

export interface TicketCount {
  /** null when the JQL is faulty. */
  readonly count: number | null;
  readonly faults: readonly (Omit<Fault, 'path'> & { readonly start: number; readonly end: number })[];
}

export interface CalendarTrial {
  readonly start: Instant;
  /** null = never (the calendar has no open hours). */
  readonly due: Instant | null;
  /** Why: one sentence. */
  readonly reason: string;
  /** From start to due: what counted and what did not. */
  readonly stretches: readonly (Interval & { readonly kind: SegmentKind; readonly name: string })[];
}
