import type { Instant } from '../engine/instant';
import type { ServiceReportHead } from '../storage/service-report';
import type { ContentDifference } from './content-differences';

/** How far the job of a report has come. Stored as JSON beside it. */
export interface ReportWork {
  /** What is replayed; null = nothing is, at the moment. */
  readonly purpose: 'draft' | 'reproduce' | null;
  /** Counts the replays of this report. */
  readonly replay: number;
  /** Where the search goes on; null = from the start. */
  readonly page: string | null;
  /** Pages worked through. */
  readonly part: number;
  readonly done: number;
  readonly total: number;
  /** How far back tickets are looked for. */
  readonly days: number;
  /** Jira may have been asked for the work item already. */
  readonly creating: boolean;
  /** Tries of the present step of its delivery that failed for no reason known; absent = none. */
  readonly failedTries?: number;
  /** Why it does not get on; it is tried again. */
  readonly problem: string | null;
  /** What Jira said when it refused the work item, which is no business of customers; null or absent = nothing. */
  readonly said?: string | null;
  /** Jira has asked not to be asked again before; null or absent = it has not. */
  readonly notBefore?: Instant | null;
  readonly reproduction: ReportReplayed | null;
  /** It is delivered, and Jira is still to be asked to mail the representatives. */
  readonly mailOwed?: boolean;
  /** Whether Jira took the mail to the representatives; absent until it was asked. */
  readonly mailed?: boolean | undefined;
}

/** What the last reproduction found. */
export interface ReportReplayed {
  readonly at: Instant;
  readonly hash: string;
  readonly differences: readonly ContentDifference[];
}

export function workOf({ work }: Pick<ServiceReportHead, 'work'>): ReportWork {
  return JSON.parse(work) as ReportWork;
}

/** A replay that begins. */
export function replayWork(
  purpose: 'draft' | 'reproduce',
  { total, days }: Pick<ReportWork, 'total' | 'days'>,
  before: ReportWork | null,
): ReportWork {
  return {
    purpose,
    replay: (before?.replay ?? 0) + 1,
    page: null,
    part: 0,
    done: 0,
    total,
    days,
    creating: before?.creating ?? false,
    problem: null,
    reproduction: null,
    mailed: before?.mailed,
  };
}

/** Share of the tickets that were replayed, 0..1. */
export function progressOf({ done, total }: ReportWork): number {
  return total === 0 ? 0 : Math.min(1, done / total);
}
