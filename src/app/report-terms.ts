import { calendarSpec } from '../agreement/compile-agreement';
import type { AgreementDocument } from '../agreement/document';
import { reportWithin } from '../agreement/report-within';
import { Calendar } from '../engine/calendar';
import type { Instant, Interval, Millis } from '../engine/instant';
import { reportingPeriodOf, type ReportingInterval } from '../engine/reporting-period';
import { midnightOf, nearestDay, type ReportingPeriod } from '../engine/reporting-periods';

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

/** A period that a report is of, and the interval that it is one of. */
export type ReportedPeriod = Omit<ReportingPeriod, 'part'>;

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

/**
 * The trend of a report; of one that is frozen, `frozen` is where the periods of its trend begin. A former rule began
 * with the day nearest in the period's own zone, which is another date where the zone had changed by more than half a
 * day: a report that was frozen by it is replayed by it.
 */
export function reportTrend(
  period: ReportedPeriod,
  since: Instant,
  frozen: readonly Instant[],
): readonly Interval[] {
  const former = trendPeriods({ ...period, firstDay: nearestDay(period.start, period.timeZone) }, since);
  const isFrozen = former.length === frozen.length && former.every(({ start }, at) => start === frozen[at]);
  return isFrozen ? former : trendPeriods(period, since);
}

/**
 * The periods of a trend, oldest first: the period and those before it, back to `since`, all by its own interval so
 * that they can be compared.
 */
export function trendPeriods(
  { start, end, every, timeZone, firstDay }: ReportedPeriod,
  since: Instant,
): readonly Interval[] {
  const periods: Interval[] = [{ start, end }];
  let [next, midnight] = [start, midnightOf(firstDay, timeZone)];
  while (next > since && periods.length <= MOST_BEFORE) {
    const whole = reportingPeriodOf(midnight - 1, every, timeZone);
    periods.unshift({ start: whole.start, end: next });
    next = midnight = whole.start;
  }
  return periods;
}

const MOST_BEFORE = 12;
