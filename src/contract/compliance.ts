import type { AgreementKind } from '../engine/agreement';
import type { Instant, Interval, Millis } from '../engine/instant';
import type { ReportingInterval } from '../engine/reporting-period';

/**
 * Compliance for managers. Shares are 0..1, days local dates in the zone of the agreement's provider
 * (`2026-11-25`), durations working milliseconds, instants epoch ms. A cycle belongs to the day on which its
 * verdict fell. Counts are of the tickets whose security level the viewer may see; lists name only tickets that
 * Jira shows the viewer.
 */

/** What a report is about. An absent filter means all. */
export interface ComplianceQuery {
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
  readonly agreementId?: string;
  readonly measureId?: string;
  readonly priority?: string;
  readonly requestType?: string;
  readonly organization?: string;
  readonly assignee?: string;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the filters offer, and what else a first look needs. */
export interface ComplianceChoices {
  readonly projectKey: string;
  readonly projectName: string;
  readonly asOf: Instant;
  readonly agreements: readonly {
    readonly agreementId: string;
    readonly name: string;
    readonly kind: AgreementKind;
    readonly provider: string;
    readonly customer: string;
    readonly timeZone: string;
    /** Today in that zone. */
    readonly today: string;
    readonly reportEvery: ReportingInterval | null;
    readonly hasCredits: boolean;
    /** Last those that only earlier versions had. */
    readonly measures: readonly (Choice & { readonly target: number | null; readonly hasGoal: boolean })[];
  }[];
  readonly priorities: readonly Choice[];
  readonly requestTypes: readonly Choice[];
  readonly organizations: readonly Choice[];
  readonly assignees: readonly Choice[];
  /** Day of the first verdict; null = there is none. */
  readonly firstDay: string | null;
  /** May the viewer administer the project, and so check its figures? */
  readonly mayAdminister: boolean;
}

/** Net or gross: gross ignores exclusions. */
export interface Counts {
  readonly met: number;
  readonly breached: number;
  /** met / (met + breached); null when nothing is counted. */
  readonly share: number | null;
}

export interface MeasureCompliance {
  readonly agreementId: string;
  readonly agreementName: string;
  readonly provider: string;
  readonly measureId: string;
  readonly name: string;
  readonly target: number | null;
  /** False: its time is told, nothing is promised, so nothing of it is met or breached. */
  readonly hasGoal: boolean;
  readonly net: Counts;
  readonly gross: Counts;
  /** Left out of compliance by an exclusion of effect `cycle`. */
  readonly leftOut: number;
  /** The same span before it, net. */
  readonly before: Counts;
  readonly trend: readonly TrendPoint[];
}

export interface TrendPoint {
  /** First day of the week (Monday) or month; may lie before `from`. */
  readonly day: string;
  /** True where the query covers it only in part. */
  readonly partial: boolean;
  readonly net: Counts;
  readonly gross: Counts;
  /** Left out of compliance by an exclusion. */
  readonly leftOut: number;
}

/** Attainment now and over time, of each agreement and measure. */
export interface ComplianceView {
  readonly asOf: Instant;
  readonly query: ComplianceQuery;
  readonly grain: 'week' | 'month';
  readonly measures: readonly MeasureCompliance[];
  readonly atRisk: number;
  readonly ongoingBreached: number;
  /** Days whose roll-ups were being made anew: read from the rows themselves. For the curious. */
  readonly liveDays: number;
  readonly watermelon: readonly WatermelonSign[];
}

/** Compliance is green, and yet: what the customer feels is not. */
export interface WatermelonSign {
  readonly kind: 'reopened' | 'customer-wait' | 'satisfaction';
  /** One sentence with the figures. */
  readonly text: string;
  readonly value: number;
  readonly limit: number;
  readonly cases: number;
}

/** Everything about one measure. `query.agreementId` and `query.measureId` are set. */
export interface MeasureReport {
  readonly asOf: Instant;
  readonly query: ComplianceQuery;
  readonly measure: MeasureCompliance;
  readonly times: {
    /** Cycles that stopped. */
    readonly cases: number;
    readonly mean: Millis | null;
    /** Exact, by nearest rank; null without cases. */
    readonly p50: Millis | null;
    readonly p90: Millis | null;
    readonly p95: Millis | null;
    readonly bins: readonly { readonly from: Millis; readonly to: Millis; readonly cases: number }[];
  };
  /** [weekday 0 = Monday][hour 0..23], breaches. */
  readonly heat: readonly (readonly number[])[];
  readonly holders: readonly HolderTime[];
  readonly exclusions: {
    readonly excludedMs: Millis;
    readonly clauses: readonly {
      readonly id: string;
      readonly clause: string;
      readonly agreementId: string;
      readonly excludedMs: Millis;
      /** Cycles it took minutes from, or left out. */
      readonly cycles: number;
      /** How many breaches it turned into met or uncounted; null = not known by clause. */
      readonly saved: number | null;
    }[];
  };
}

/** Who had the ticket while the clock of the calendar went, paused or not. */
export interface HolderTime {
  readonly kind: 'assignee' | 'team' | 'customer' | 'third-party' | 'unassigned';
  /** Account id, or a team's name as its tickets tell it; '' for the others. */
  readonly id: string;
  readonly name: string;
  readonly timeMs: Millis;
  readonly share: number;
}

/** Which tickets are behind a number. */
export interface Drill {
  readonly verdict?: 'met' | 'breached' | 'counted' | 'left-out' | 'saved';
  readonly gross?: boolean;
  /** Working time, both in ms; `to` exclusive. */
  readonly times?: { readonly from: Millis; readonly to: Millis };
  readonly cell?: { readonly weekday: number; readonly hour: number };
  readonly holder?: { readonly kind: HolderTime['kind']; readonly id: string };
  readonly clause?: string;
}

export interface TicketPage {
  readonly asOf: Instant;
  readonly tickets: readonly TicketRow[];
  /** Ask with `after` = this for the next page; null = that was all. */
  readonly next: string | null;
  /** Of this page, how many tickets Jira does not show the viewer. */
  readonly hidden: number;
  /** A search of Jira that leads to these tickets (of this page: by key). */
  readonly jql: string;
}

/** A cycle of a ticket. */
export interface TicketRow {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly measureId: string;
  readonly measureName: string;
  readonly cycleNumber: number;
  readonly priority: string;
  readonly assignee: string;
  readonly verdict: 'met' | 'breached' | 'left-out' | 'no-goal';
  readonly grossVerdict: 'met' | 'breached' | 'no-goal';
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly decidedAt: Instant;
  readonly goalMs: Millis | null;
  /** null while it runs. */
  readonly elapsedMs: Millis | null;
  readonly grossElapsedMs: Millis | null;
  /** How late in working time: when it stopped, or as of `asOf` while it is open; 0 = not, or it is not known. */
  readonly lateMs: Millis;
  /** Of tickets that a holder had: for how long. Absent in other lists. */
  readonly heldMs?: Millis;
  /** Why it is late, in one sentence: who held it longest and what was excluded. '' for met ones. */
  readonly reason: string;
}

/** Tickets that were resolved in the period and are so still: all, those reopened before, those that got stars. */
export type ResolvedKind = 'resolved' | 'reopened' | 'rated';

export interface ResolvedPage {
  readonly tickets: readonly ResolvedTicket[];
  readonly next: string | null;
  readonly hidden: number;
  readonly jql: string;
}

export interface ResolvedTicket {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly priority: string;
  readonly assignee: string;
  readonly resolvedAt: Instant;
  /** How often its resolution was taken back. */
  readonly reopened: number;
  /** 1..5; null = the customer gave none. */
  readonly stars: number | null;
}

export interface AtRiskPage {
  readonly asOf: Instant;
  readonly tickets: readonly AtRiskTicket[];
  readonly next: string | null;
  readonly hidden: number;
  readonly jql: string;
}

/** An ongoing cycle, least slack first: late ones, then those that run out first. */
export interface AtRiskTicket {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly measureId: string;
  readonly measureName: string;
  readonly state: 'running' | 'at-risk' | 'paused' | 'breached';
  readonly priority: string;
  readonly assignee: string;
  /** Working time left as of `asOf`; negative = late. */
  readonly remainingMs: Millis;
  readonly goalMs: Millis;
  /** null while paused. */
  readonly breachAt: Instant | null;
  /** When it turns at risk; null = never by itself. */
  readonly atRiskTime: Instant | null;
  /** Stretches of the next day in which its clock will run if nothing changes; empty while paused. */
  readonly upcoming: readonly Interval[];
}

/** The explanation of one cycle, minute by minute, is the panel's: `CycleView` of src/contract.ts. */

/** Result of comparing the roll-ups with the rows they are made of. */
export interface RollupCheck {
  readonly days: number;
  readonly differences: readonly { readonly day: string; readonly what: string }[];
  /** Days that were waiting to be made anew. */
  readonly waiting: number;
}
