import type { Instant, Interval, Millis } from '../engine/instant';
import type { AgreementText, SignatureView, Side } from './agreement';
import type { Choice, Counts, WatermelonSign } from './compliance';
import type { CreditPeriod } from './money';

/** Service reports: frozen at the end of a period, signed by both parties. */

export interface ServiceReportSummary extends Interval {
  readonly projectId: string;
  readonly agreementId: string;
  readonly agreementName: string;
  /** `drafting`: being replayed. `drafted`: frozen, on its way. `delivered`: a work item tells the parties. `signed`: by both. */
  readonly state: 'drafting' | 'drafted' | 'delivered' | 'signed';
  readonly dueAt: Instant;
  readonly deliveredAt: Instant | null;
  /** Delivered after `dueAt`, or not delivered although it is past. */
  readonly late: boolean;
  readonly hash: string;
  readonly issueKey: string | null;
  /** Representatives whom the agreement names as its readers; to customers, those of their own side. */
  readonly to: readonly string[];
  /** Did Jira take a mail to the representatives who may see the work item? null = not delivered, or not known. */
  readonly mailed: boolean | null;
  readonly signatures: readonly SignatureView[];
  /** Actions under it that are past their day and not done. */
  readonly overdueActions: number;
  /** Share of tickets replayed while `drafting`, 0..1. */
  readonly progress: number;
  /** Why it does not get on; it is tried again by itself. null = all is well. */
  readonly problem: string | null;
  /** In which the days of the period are told. */
  readonly timeZone: string;
}

/** A late report is a broken promise, too. */
export interface ReportTimeliness {
  readonly agreementId: string;
  readonly counts: Counts;
}

export interface ServiceReportList {
  readonly asOf: Instant;
  readonly reports: readonly ServiceReportSummary[];
  readonly timeliness: readonly ReportTimeliness[];
  /** Agreements that promise a report, with the periods that can be asked for. */
  readonly agreements: readonly (Choice & {
    readonly every: string;
    /** Of the current period; null = the agreement is not in force in it. */
    readonly nextEnd: Instant | null;
    /** In whose midnights periods begin and end. */
    readonly timeZone: string;
    /** Past periods without a report, the latest first; at most 12. */
    readonly open: readonly Interval[];
    /** May the viewer have them drafted? */
    readonly mayDraft: boolean;
  })[];
}

/** What a report tells beside the attainment of each measure, which is in every one. */
export const REPORT_PARTS = ['trend', 'breaches', 'exclusions', 'credits', 'warnings'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/**
 * The frozen content. Deterministic JSON: the same replay gives the same bytes. Format 1 told signs beside measures
 * below their target, too, and of all tickets of the project; before format 3 a breach's reason did not tell who had the
 * ticket longest.
 */
export interface ServiceReportContent {
  readonly format: 1 | 2 | 3;
  readonly projectKey: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly agreementVersion: number;
  /** Those agreed; the others are empty. Absent: all. */
  readonly parts?: readonly ReportPart[];
  readonly provider: string;
  readonly customer: string;
  readonly timeZone: string;
  readonly period: Interval;
  readonly asOf: Instant;
  readonly measures: readonly {
    readonly measureId: string;
    readonly name: string;
    readonly target: number | null;
    readonly net: Counts;
    readonly gross: Counts;
    readonly leftOut: number;
    /** This period and up to twelve before it, oldest first. */
    readonly trend: readonly { readonly start: Instant; readonly net: Counts }[];
    readonly p50: Millis | null;
    readonly p90: Millis | null;
    readonly p95: Millis | null;
  }[];
  readonly breaches: readonly {
    readonly issueKey: string;
    readonly measureId: string;
    readonly cycleNumber: number;
    readonly decidedAt: Instant;
    readonly goalMs: Millis | null;
    readonly lateMs: Millis;
    readonly stopped: boolean;
    readonly reason: string;
  }[];
  /** How many breaches there are beyond those listed. */
  readonly breachesOmitted: number;
  readonly exclusions: readonly {
    readonly id: string;
    readonly clause: string;
    readonly reason: string;
    readonly excludedMs: Millis;
    readonly cycles: number;
    readonly signatures: readonly { readonly side: Side; readonly by: string; readonly at: Instant }[];
  }[];
  readonly credits: CreditPeriod | null;
  /** Of the fee; null = none is agreed. */
  readonly currency: string | null;
  readonly watermelon: readonly WatermelonSign[];
  readonly unreadableTickets: number;
}

export interface ReportNote {
  readonly noteId: string;
  readonly kind: 'action' | 'comment';
  readonly text: string;
  readonly owner: string;
  /** The midnight that ends the day on which it is due, in the zone of the report. */
  readonly dueAt: Instant | null;
  /** An action that is past its day and not done. */
  readonly overdue: boolean;
  readonly doneAt: Instant | null;
  readonly writtenBy: string;
  readonly writtenAt: Instant;
  readonly side: Side | null;
  /** May the viewer change what it says? Whoever wrote it may. */
  readonly mayChange: boolean;
  readonly rowVersion: number;
}

export interface ServiceReportView {
  readonly summary: ServiceReportSummary;
  /** null while `drafting`. Breaches name only tickets the viewer may see: `hiddenBreaches` are not listed. */
  readonly content: ServiceReportContent | null;
  readonly hiddenBreaches: number;
  /** The content in plain language, as it is printed; null while `drafting`. */
  readonly text: AgreementText | null;
  readonly notes: readonly ReportNote[];
  /** Sides the viewer may sign for. */
  readonly maySign: readonly Side[];
  readonly mayWrite: boolean;
}

/** Answer to "is this report true?": replayed from Jira's history as of the same instant. */
export interface ReportReproduction {
  readonly state: 'running' | 'same' | 'different';
  readonly progress: number;
  readonly frozenHash: string;
  readonly replayedHash: string | null;
  /** What differs, in sentences. */
  readonly differences: readonly string[];
}
