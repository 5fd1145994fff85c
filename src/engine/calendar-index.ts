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
 * The open intervals of some whole local days, laid out for look-ups: interval i in 1..count has its
 * opening and the working time of the index before it. Entry 0 is an empty interval at the
 * beginning and entry count + 1 closes the list, so that no look-up needs to ask whether there is a neighbour.
 * Start and sum of an entry lie side by side in one table (2i, 2i + 1), and the buckets hold table positions.
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
    private readonly table: Float64Array,
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
    const table = new Float64Array(2 * most);
    let count = 0;
    let total = 0;
    let lastEnd = from;
    table[0] = from;
    for (let day = fromDay; day < toDay; day++) {
      for (const hours of days.hoursOn(day, holidays)) {
        const start = zone.instantOf(day * DAY + hours.start);
        const end = zone.instantOf(day * DAY + hours.end);
        // Hours that the clock skips are empty; hours that go on past midnight are one interval.
        if (start === end) continue;
        if (start !== lastEnd || count === 0) {
          count++;
          table[2 * count] = start;
          table[2 * count + 1] = total;
        }
        total += end - start;
        lastEnd = end;
      }
    }
    table[2 * count + 2] = Infinity;
    table[2 * count + 3] = total;
    const time = bucketsOf(table, 0, count, from, to - from);
    const work = bucketsOf(table, 1, count, 0, total);
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
      table.slice(0, 2 * count + 4),
      time.scale,
      time.first,
      work.scale,
      work.first,
    );
  }

  /** Working time of the index before `at`. */
  sumAt(at: Instant): Millis {
    const { table } = this;
    let i = this.timeBuckets[((at - this.from) * this.timeScale) | 0]!;
    while (table[i + 2]! <= at) i += 2;
    const sum = table[i + 1]! + at - table[i]!;
    const atEnd = table[i + 3]!;
    return sum < atEnd ? sum : atEnd;
  }

  /** The earliest instant before which `sum` (0 < sum <= total) of working time lies: a closing, not the next opening. */
  earliestAt(sum: Millis): Instant {
    const { table } = this;
    let i = this.workBuckets[(sum * this.workScale) | 0]!;
    while (table[i + 3]! < sum) i += 2;
    return table[i]! + sum - table[i + 1]!;
  }

  /** The latest instant before which only `sum` (0 <= sum < total) of working time lies: an opening, not the closing before. */
  latestAt(sum: Millis): Instant {
    const { table } = this;
    let i = this.workBuckets[(sum * this.workScale) | 0]!;
    while (table[i + 3]! <= sum) i += 2;
    return table[i]! + sum - table[i + 1]!;
  }

  /** The last interval that has opened at `at`; 0 = none. */
  lastStarted(at: Instant): number {
    let i = this.timeBuckets[((at - this.from) * this.timeScale) | 0]!;
    while (this.table[i + 2]! <= at) i += 2;
    return i / 2;
  }

  /** Opening of interval i; Infinity for i = count + 1. */
  startOf(i: number): Instant {
    return this.table[2 * i]!;
  }

  /** Closing of interval i in 0..count. */
  endOf(i: number): Instant {
    return this.table[2 * i]! + this.table[2 * i + 3]! - this.table[2 * i + 1]!;
  }
}
