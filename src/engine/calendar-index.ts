import { bucketsOf } from './buckets';
import type { CalendarDays } from './calendar-days';
import type { Instant, Millis } from './instant';
import { DAY, type LocalDay } from './local-date';
import type { TimeZone } from './time-zone';

/** A holiday's local day as instants. */
export interface HolidaySpan {
  readonly start: Instant;
  readonly end: Instant;
  readonly name: string;
}

/**
 * The open intervals of some whole local days, laid out for look-ups: interval i in 1..count opens at
 * `starts[i]` and `sums[i]` ms of working time lie before it in the index. Entry 0 is an empty interval at the
 * beginning and entry count + 1 closes the list, so that no look-up needs to ask whether there is a neighbour.
 * Every method trusts that its instant lies in [from, to].
 */
export class CalendarIndex {
  private constructor(
    readonly fromDay: LocalDay,
    readonly toDay: LocalDay,
    /** The instants at which the first day begins and the last one ends. */
    readonly from: Instant,
    readonly to: Instant,
    readonly count: number,
    /** Working time of the whole index. */
    readonly total: Millis,
    readonly holidays: readonly HolidaySpan[],
    private readonly starts: Float64Array,
    private readonly sums: Float64Array,
    private readonly timeScale: number,
    private readonly timeBuckets: Int32Array,
    private readonly workScale: number,
    private readonly workBuckets: Int32Array,
  ) {}

  /** Indexes the days from one up to, not including, another. */
  static of(days: CalendarDays, zone: TimeZone, fromDay: LocalDay, toDay: LocalDay): CalendarIndex {
    const from = zone.instantOf(fromDay * DAY);
    const to = zone.instantOf(toDay * DAY);
    const holidays = days.holidaysIn(fromDay, toDay);
    const most = (toDay - fromDay) * days.mostRanges + 2;
    const starts = new Float64Array(most);
    const sums = new Float64Array(most);
    let count = 0;
    let total = 0;
    let lastEnd = from;
    starts[0] = from;
    for (let day = fromDay; day < toDay; day++) {
      for (const hours of days.hoursOn(day, holidays)) {
        const start = zone.instantOf(day * DAY + hours.start);
        const end = zone.instantOf(day * DAY + hours.end);
        // Hours that the clock skips are empty; hours that go on past midnight are one interval.
        if (start === end) continue;
        if (start !== lastEnd || count === 0) {
          count++;
          starts[count] = start;
          sums[count] = total;
        }
        total += end - start;
        lastEnd = end;
      }
    }
    starts[count + 1] = Infinity;
    sums[count + 1] = total;
    const time = bucketsOf(starts, count, from, to - from);
    const work = bucketsOf(sums, count, 0, total);
    const spans: HolidaySpan[] = [];
    for (const [day, name] of [...holidays].sort(([a], [b]) => a - b)) {
      spans.push({ start: zone.instantOf(day * DAY), end: zone.instantOf((day + 1) * DAY), name });
    }
    return new CalendarIndex(
      fromDay,
      toDay,
      from,
      to,
      count,
      total,
      spans,
      starts.slice(0, count + 2),
      sums.slice(0, count + 2),
      time.scale,
      time.first,
      work.scale,
      work.first,
    );
  }

  /** Working time of the index before `at`. */
  sumAt(at: Instant): Millis {
    const i = this.lastStarted(at);
    const sum = this.sums[i]! + at - this.starts[i]!;
    const atEnd = this.sums[i + 1]!;
    return sum < atEnd ? sum : atEnd;
  }

  /** The earliest instant before which `sum` (0 < sum <= total) of working time lies: a closing, not the next opening. */
  earliestAt(sum: Millis): Instant {
    let i = this.workBuckets[(sum * this.workScale) | 0]!;
    while (this.sums[i + 1]! < sum) i++;
    return this.starts[i]! + sum - this.sums[i]!;
  }

  /** The latest instant before which only `sum` (0 <= sum < total) of working time lies: an opening, not the closing before. */
  latestAt(sum: Millis): Instant {
    let i = this.workBuckets[(sum * this.workScale) | 0]!;
    while (this.sums[i + 1]! <= sum) i++;
    return this.starts[i]! + sum - this.sums[i]!;
  }

  /** The last interval that has opened at `at`; 0 = none. */
  lastStarted(at: Instant): number {
    let i = this.timeBuckets[((at - this.from) * this.timeScale) | 0]!;
    while (this.starts[i + 1]! <= at) i++;
    return i;
  }

  /** Opening of interval i; Infinity for i = count + 1. */
  startOf(i: number): Instant {
    return this.starts[i]!;
  }

  /** Closing of interval i in 0..count. */
  endOf(i: number): Instant {
    return this.starts[i]! + this.sums[i + 1]! - this.sums[i]!;
  }
}
