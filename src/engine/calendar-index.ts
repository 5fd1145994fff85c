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

/** An entry of the table: when the next interval opens, working time up to then, closed time of all before. */
const NEXT_START = 0;
const NEXT_SUM = 1;
const CLOSED = 2;
const WIDTH = 3;

/**
 * The open intervals of some whole local days, laid out for look-ups: one entry for each interval 1..count,
 * in order, after an empty one (0) at the beginning; so no look-up needs to ask whether there is a neighbour,
 * and each finds what it needs in one place. `CLOSED` is the time axis less the working time: an instant of
 * interval i is its working time plus the closed time before i, counted from 1970.
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
    const most = (toDay - fromDay) * days.mostRanges + 1;
    const table = new Float64Array(WIDTH * most);
    let count = 0;
    let total = 0;
    let lastEnd = from;
    table[CLOSED] = from;
    for (let day = fromDay; day < toDay; day++) {
      for (const hours of days.hoursOn(day, holidays)) {
        const start = zone.instantOf(day * DAY + hours.start);
        const end = zone.instantOf(day * DAY + hours.end);
        // Hours that the clock skips are empty; hours that go on past midnight are one interval.
        if (start === end) continue;
        if (start !== lastEnd || count === 0) {
          table[WIDTH * count + NEXT_START] = start;
          table[WIDTH * count + NEXT_SUM] = total;
          count++;
          table[WIDTH * count + CLOSED] = start - total;
        }
        total += end - start;
        lastEnd = end;
      }
    }
    table[WIDTH * count + NEXT_START] = Infinity;
    table[WIDTH * count + NEXT_SUM] = total;
    const time = bucketsOf(table, { width: WIDTH, column: NEXT_START, count }, from, to - from);
    const work = bucketsOf(table, { width: WIDTH, column: NEXT_SUM, count }, 0, total);
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
      table.slice(0, WIDTH * (count + 1)),
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
    while (table[i + NEXT_START]! <= at) i += WIDTH;
    return Math.min(at - table[i + CLOSED]!, table[i + NEXT_SUM]!);
  }

  /** The earliest instant before which `sum` (0 < sum <= total) of working time lies: a closing, not the next opening. */
  earliestAt(sum: Millis): Instant {
    const { table } = this;
    let i = this.workBuckets[(sum * this.workScale) | 0]!;
    while (table[i + NEXT_SUM]! < sum) i += WIDTH;
    return table[i + CLOSED]! + sum;
  }

  /** The latest instant before which only `sum` (0 <= sum < total) of working time lies: an opening, not the closing before. */
  latestAt(sum: Millis): Instant {
    const { table } = this;
    let i = this.workBuckets[(sum * this.workScale) | 0]!;
    while (table[i + NEXT_SUM]! <= sum) i += WIDTH;
    return table[i + CLOSED]! + sum;
  }

  /** The last interval that has opened at `at`; 0 = none. */
  lastStarted(at: Instant): number {
    let i = this.timeBuckets[((at - this.from) * this.timeScale) | 0]!;
    while (this.table[i + NEXT_START]! <= at) i += WIDTH;
    return i / WIDTH;
  }

  /** Opening of interval i; the beginning of the index for 0, Infinity for count + 1. */
  startOf(i: number): Instant {
    return i === 0 ? this.from : this.table[(i - 1) * WIDTH + NEXT_START]!;
  }

  /** The instant of the index nearest to `at`. */
  within(at: Instant): Instant {
    return Math.min(Math.max(at, this.from), this.to);
  }

  /** Whether the first interval begins with the index: it may have begun before. */
  get openAtStart(): boolean {
    return this.count > 0 && this.startOf(1) === this.from;
  }

  /** Whether the last interval ends with the index: it may go on. */
  get openAtEnd(): boolean {
    return this.count > 0 && this.endOf(this.count) === this.to;
  }

  /** Closing of interval i in 0..count. */
  endOf(i: number): Instant {
    return this.table[i * WIDTH + CLOSED]! + this.table[i * WIDTH + NEXT_SUM]!;
  }
}
