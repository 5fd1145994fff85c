import { calendarSpec } from '../agreement/compile-agreement';
import type { AgreementDocument } from '../agreement/document';
import { reportWithin } from '../agreement/report-within';
import { Calendar } from '../engine/calendar';
import type { Instant, Interval, Millis } from '../engine/instant';
import { reportingPeriodOf, type ReportingInterval } from '../engine/reporting-period';

/** What an agreement promises about its service report. */
export interface ReportTerms {
  readonly every: ReportingInterval;
  /** The provider's: periods begin and end at its midnight. */
  readonly timeZone: string;
  /** Names of representatives. */
  readonly to: readonly string[];
  readonly by: string;
  readonly withinMs: Millis;
  /** The first one of the agreement, in whose working time `withinMs` counts. */
  readonly calendar: Calendar;
}

/** null = no report is promised. */
export function reportTermsOf({ report, parties, calendars }: AgreementDocument): ReportTerms | null {
  const [first] = calendars;
  if (!report || !first) return null;
  return {
    every: report.every,
    timeZone: parties.provider.timeZone,
    to: report.to,
    by: report.by,
    withinMs: reportWithin(report),
    calendar: new Calendar(calendarSpec(first)),
  };
}

/**
 * When the report of a period is due. A promise binds from when it was published: for a period that had ended
 * by then, the time runs from there.
 */
export function reportDueAt(
  { withinMs, calendar }: ReportTerms,
  periodEnd: Instant,
  publishedAt: Instant,
): Instant {
  const from = Math.max(periodEnd, publishedAt);
  return calendar.due(from, withinMs) ?? from + withinMs;
}

/** The period before the one that `at` lies in. */
export function periodBefore({ every, timeZone }: ReportTerms, at: Instant): Interval {
  return reportingPeriodOf(reportingPeriodOf(at, every, timeZone).start - 1, every, timeZone);
}

/** The periods of a trend, oldest first: the one that starts at `start` and those before it, back to `since`. */
export function trendPeriods(
  terms: Pick<ReportTerms, 'every' | 'timeZone'>,
  start: Instant,
  since: Instant,
): readonly Interval[] {
  const periods: Interval[] = [];
  let at = start;
  while (periods.length <= MOST_BEFORE) {
    const period = reportingPeriodOf(at, terms.every, terms.timeZone);
    if (period.end <= since) break;
    periods.unshift(period);
    at = period.start - 1;
  }
  return periods;
}

const MOST_BEFORE = 12;
