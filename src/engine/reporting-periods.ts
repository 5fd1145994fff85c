import type { Instant, Interval } from './instant';
import { DAY } from './local-date';
import { reportingPeriodOf, type ReportingInterval } from './reporting-period';
import { timeZone } from './time-zone';

/** How long periods that begin from `since` on are. */
export interface IntervalInForce {
  readonly since: Instant;
  readonly every: ReportingInterval;
  readonly timeZone: string;
}

export interface ReportingPeriod extends Interval, Omit<IntervalInForce, 'since'> {
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
  while (start <= until) {
    const { every, timeZone } = steps.findLast(({ since }) => since <= start) ?? first;
    const whole = reportingPeriodOf(start, every, timeZone);
    const { end } = whole;
    periods.push({ start, end, every, timeZone, part: partOf({ start, end }, whole, timeZone) });
    start = end;
  }
  return periods;
}

function partOf(period: Interval, whole: Interval, zone: string): number {
  const days = ({ start, end }: Interval) => dayAt(zone, end) - dayAt(zone, start);
  return period.start === whole.start ? 1 : days(period) / days(whole);
}

function dayAt(zone: string, at: Instant): number {
  return (at + timeZone(zone).offsetAt(at)) / DAY;
}
