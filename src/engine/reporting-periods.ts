import type { Instant, Interval } from './instant';
import { DAY, type LocalDay } from './local-date';
import { reportingPeriodOf, type ReportingInterval } from './reporting-period';
import { timeZone } from './time-zone';

/** How long periods that begin from `since` on are. */
export interface IntervalInForce {
  readonly since: Instant;
  readonly every: ReportingInterval;
  readonly timeZone: string;
}

export interface ReportingPeriod extends Interval, Omit<IntervalInForce, 'since'> {
  /** The date it begins with: after a change of zone, its own midnight may be hours before or after `start`. */
  readonly firstDay: LocalDay;
  /** Which share of a whole period of its interval it is, by days: less than 1 only after a change of interval. */
  readonly part: number;
}

/**
 * The periods that have begun by an instant, in order: each begins where the one before it ends. The interval in
 * force when a period begins says how long it is, whatever is agreed while it runs; the first one after a change is
 * cut off at its start. `steps` are ordered; the first period is the whole one in which the first of them lies.
 */
export function reportingPeriods(
  steps: readonly IntervalInForce[],
  until: Instant,
): readonly ReportingPeriod[] {
  const [first] = steps;
  if (first === undefined || first.since > until) return [];
  const periods: ReportingPeriod[] = [];
  let { start } = reportingPeriodOf(first.since, first.every, first.timeZone);
  let endedIn = first.timeZone;
  while (start <= until) {
    const { every, timeZone } = steps.findLast(({ since }) => since <= start) ?? first;
    // After a change of zone, the period of the same date: its midnight may be hours before or after.
    const firstDay = nearestDay(start, endedIn);
    const whole = reportingPeriodOf(midnightOf(firstDay, timeZone), every, timeZone);
    const { end } = whole;
    const [from, to] = [whole.start, end].map((at) => nearestDay(at, timeZone)) as [number, number];
    periods.push({ start, end, every, timeZone, firstDay, part: (to - firstDay) / (to - from) });
    start = end;
    endedIn = timeZone;
  }
  return periods;
}

export function midnightOf(day: LocalDay, zone: string): Instant {
  return timeZone(zone).instantOf(day * DAY);
}

/** The day whose midnight in a zone is nearest to an instant. */
export function nearestDay(at: Instant, zone: string): LocalDay {
  return Math.round((at + timeZone(zone).offsetAt(at)) / DAY);
}
