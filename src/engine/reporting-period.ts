import type { Instant, Interval } from './instant';
import { DAY, dayOf, formatLocalDay, parseCivilDate, weekdayOf } from './local-date';
import { timeZone } from './time-zone';

export type ReportingInterval = 'week' | 'month' | 'quarter' | 'year';

/**
 * The reporting period an instant lies in, from midnight to midnight of a zone. Weeks begin on Monday.
 *
 * reportingPeriodOf(Date.UTC(2026, 10, 25), 'month', 'UTC') //=> { start: 2026-11-01, end: 2026-12-01 }
 */
export function reportingPeriodOf(at: Instant, every: ReportingInterval, zone: string): Interval {
  const localTime = timeZone(zone);
  const day = Math.floor((at + localTime.offsetAt(at)) / DAY);
  const { first, next } = localPeriod(day, every);
  return { start: localTime.instantOf(first * DAY), end: localTime.instantOf(next * DAY) };
}

/** As days since 1970-01-01. */
function localPeriod(
  day: number,
  every: ReportingInterval,
): { readonly first: number; readonly next: number } {
  if (every === 'week') {
    const first = day - weekdayOf(day);
    return { first, next: first + 7 };
  }
  const { year, month } = parseCivilDate(formatLocalDay(day));
  const months = MONTHS[every];
  const firstMonth = month - ((month - 1) % months);
  const after = firstMonth + months;
  return {
    first: dayOf(year, firstMonth, 1),
    next: after > 12 ? dayOf(year + 1, after - 12, 1) : dayOf(year, after, 1),
  };
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
