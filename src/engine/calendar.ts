import { CalendarDays } from './calendar-days';
import { CalendarIndex, type HolidaySpan } from './calendar-index';
import type { CalendarSpec } from './calendar-spec';
import { countFirst } from './count-first';
import type { Instant, Interval, Millis } from './instant';
import { DAY, dayOf, type LocalDay } from './local-date';
import { FIRST_YEAR, LAST_YEAR, timeZone, type TimeZone } from './time-zone';

/** Outside of these years every calendar is closed, so that no question runs for ever. */
const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
const LAST_DAY = dayOf(LAST_YEAR + 1, 1, 1);
/** Local days lie at most this far from UTC days. */
const ZONE_SLACK = 2;
const LOOK_BACK = 31;
const YEAR = 366;

/**
 * Working time of one calendar. Every query is exact to the millisecond, counts real elapsed time on days of
 * 23 and 25 hours, and is a look-up in an index that grows by itself when a query leaves what it covers.
 * Intervals that touch (..24:00, 00:00..) are one. Before 1600 and after 3000 a calendar is closed.
 * Throws RangeError where an instant or a length is not a finite number.
 */
export class Calendar {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  private readonly zone: TimeZone;
  private readonly days: CalendarDays;
  private index: CalendarIndex | null = null;

  constructor(readonly spec: CalendarSpec) {
    this.id = spec.id;
    this.name = spec.name;
    this.timeZone = spec.timeZone;
    this.zone = timeZone(spec.timeZone);
    this.days = new CalendarDays(spec);
  }

  /** Working time from one instant to another; negative when `to` is the earlier one. */
  elapsed(from: Instant, to: Instant): Millis {
    const index = this.index;
    if (index !== null && from >= index.from && from <= index.to && to >= index.from && to <= index.to) {
      return index.sumAt(to) - index.sumAt(from);
    }
    const grown = this.covering(Math.min(from, to), Math.max(from, to));
    return grown.sumAt(grown.within(to)) - grown.sumAt(grown.within(from));
  }

  /**
   * The earliest instant at which `ms` of working time has passed since `from`: used up exactly at closing
   * time, it is the closing. `ms` 0: the first open instant at or after `from`; negative: `dueBackward`.
   * null = the calendar never opens for that long again.
   */
  due(from: Instant, ms: Millis): Instant | null {
    const index = this.index;
    if (index !== null && from >= index.from && from <= index.to && ms > 0) {
      const sum = index.sumAt(from) + ms;
      if (sum <= index.total) return index.earliestAt(sum);
    }
    return this.dueBeyond(from, ms);
  }

  /**
   * The latest instant from which `ms` of working time passes until `from`: used up exactly at an opening, it
   * is the opening. `ms` 0: `previousOpen`; negative: `due`. null = it was never open for that long.
   */
  dueBackward(from: Instant, ms: Millis): Instant | null {
    mustBeFinite(ms);
    if (ms === 0) return this.previousOpen(from);
    if (ms < 0) return this.due(from, -ms);
    for (let index = this.covering(from, from); ;) {
      const sum = index.sumAt(index.within(from)) - ms;
      if (sum >= 0) return index.latestAt(sum);
      const grown = this.growBack(index, -sum);
      if (!grown) return null;
      index = grown;
    }
  }

  /** The opening instant is open, the closing instant is closed. */
  isOpen(at: Instant): boolean {
    const index = this.covering(at, at);
    return at >= index.from && at < index.to && at < index.endOf(index.lastStarted(at));
  }

  /** `at` itself if open, else the next opening; null = never again. */
  nextOpen(at: Instant): Instant | null {
    return this.isOpen(at) ? at : this.nextOpeningStart(at);
  }

  /** The next opening later than `at`, also when `at` is open; null = none. */
  nextOpeningStart(at: Instant): Instant | null {
    for (let index = this.covering(at, at); ;) {
      const next = index.startOf(index.lastStarted(index.within(at)) + 1);
      // Before the calendar's first year nothing has started yet, not even an interval at its very beginning.
      if (at < index.from && index.count > 0) return index.startOf(1);
      if (next < Infinity) return next;
      const grown = this.growForward(index, 0);
      if (!grown) return null;
      index = grown;
    }
  }

  /** The end of the open interval that holds `at`, else of the next one; null = it never closes, or never opens. */
  nextClose(at: Instant): Instant | null {
    const opening = this.nextOpen(at);
    if (opening === null) return null;
    for (let index = this.covering(opening, opening); ;) {
      const end = index.endOf(index.lastStarted(opening));
      if (end < index.to) return end;
      const grown = this.growForward(index, 0);
      if (!grown) return null;
      index = grown;
    }
  }

  /**
   * `at` itself if it was open right before, so a closing instant too; else, so at an opening, the closing
   * before it. null = it was never open. (`nextOpen` in a mirror.)
   */
  previousOpen(at: Instant): Instant | null {
    for (let index = this.covering(at, at); ;) {
      if (at < index.from) return null;
      let i = index.lastStarted(index.within(at));
      if (index.startOf(i) === at) i--;
      if (i > 0) return Math.min(at, index.endOf(i));
      const grown = this.growBack(index, 0);
      if (!grown) return null;
      index = grown;
    }
  }

  /** The next opening or closing later than `at`; null = none. */
  nextChange(at: Instant): Instant | null {
    return this.isOpen(at) ? this.nextClose(at) : this.nextOpeningStart(at);
  }

  /** The open intervals of [from, to), clipped to it, in order. */
  openIntervals(from: Instant, to: Instant): Interval[] {
    const open: Interval[] = [];
    if (!(from < to)) return open;
    const index = this.covering(from, to);
    for (let i = index.lastStarted(index.within(from)); i <= index.count; i++) {
      const start = Math.max(index.startOf(i), from);
      if (start >= to) break;
      const end = Math.min(index.endOf(i), to);
      if (start < end) open.push({ start, end });
    }
    return open;
  }

  /** The holidays' local days in [from, to), clipped to it, in order; also those on which it would be closed anyway. */
  holidaysIn(from: Instant, to: Instant): HolidaySpan[] {
    if (!(from < to)) return [];
    const { holidays } = this.covering(from, to);
    const found: HolidaySpan[] = [];
    for (
      let i = countFirst(holidays, ({ end }) => end <= from);
      i < holidays.length && holidays[i]!.start < to;
      i++
    ) {
      const { start, end, name } = holidays[i]!;
      if (start < end) found.push({ start: Math.max(start, from), end: Math.min(end, to), name });
    }
    return found;
  }

  private dueBeyond(from: Instant, ms: Millis): Instant | null {
    mustBeFinite(ms);
    if (ms === 0) return this.nextOpen(from);
    if (ms < 0) return this.dueBackward(from, -ms);
    for (let index = this.covering(from, from); ;) {
      const sum = index.sumAt(index.within(from)) + ms;
      if (sum <= index.total) return index.earliestAt(sum);
      const grown = this.growForward(index, sum - index.total);
      if (!grown) return null;
      index = grown;
    }
  }

  /** The index, grown until `from` and `to` lie inside it, as far as the calendar's years go. */
  private covering(from: Instant, to: Instant): CalendarIndex {
    const { index } = this;
    if (index !== null && from >= index.from && to < index.to) return index;
    mustBeFinite(from);
    mustBeFinite(to);
    const fromDay = withinYears(Math.floor(from / DAY) - ZONE_SLACK);
    const toDay = withinYears(Math.ceil(to / DAY) + ZONE_SLACK);
    if (index === null) return this.indexDays(fromDay - LOOK_BACK, toDay + YEAR);
    const growth = Math.max(YEAR, (index.toDay - index.fromDay) >> 2);
    if (fromDay >= index.fromDay && toDay <= index.toDay) return index;
    return this.indexDays(
      fromDay < index.fromDay ? Math.min(fromDay, index.fromDay - growth) : index.fromDay,
      toDay > index.toDay ? Math.max(toDay, index.toDay + growth) : index.toDay,
    );
  }

  /** Grows towards the future for the sake of `missing` working time; null = nothing will change any more. */
  private growForward(index: CalendarIndex, missing: Millis): CalendarIndex | null {
    const { settledFrom } = this.days;
    const settled = settledFrom !== null && index.toDay >= settledFrom && (missing === 0 || !index.openAtEnd);
    if (settled || index.toDay >= LAST_DAY) return null;
    return this.indexDays(index.fromDay, index.toDay + daysFor(index, missing));
  }

  private growBack(index: CalendarIndex, missing: Millis): CalendarIndex | null {
    const { settledUntil } = this.days;
    const settled =
      settledUntil !== null && index.fromDay <= settledUntil && (missing === 0 || !index.openAtStart);
    if (settled || index.fromDay <= FIRST_DAY) return null;
    return this.indexDays(index.fromDay - daysFor(index, missing), index.toDay);
  }

  private indexDays(fromDay: number, toDay: number): CalendarIndex {
    this.index = CalendarIndex.of(this.days, this.zone, withinYears(fromDay), withinYears(toDay));
    return this.index;
  }
}

const compiled = new WeakMap<CalendarSpec, Calendar>();

/**
 * The calendar of a spec; one object per spec object, so that its index is built once. Throws an Error that
 * names the calendar and the place where the spec makes no sense (unknown zone, "17:00" before "09:00").
 */
export function compileCalendar(spec: CalendarSpec): Calendar {
  let calendar = compiled.get(spec);
  if (!calendar) {
    calendar = new Calendar(spec);
    compiled.set(spec, calendar);
  }
  return calendar;
}

function withinYears(day: LocalDay): LocalDay {
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
}

/** At least twice the index; more when the working time asked for needs more at the density seen so far. */
function daysFor(index: CalendarIndex, missing: Millis): number {
  const size = index.toDay - index.fromDay;
  return index.total === 0 ? size : Math.max(size, Math.ceil((missing / index.total) * size * 1.02));
}

function mustBeFinite(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is neither an instant nor a length of time`);
}
