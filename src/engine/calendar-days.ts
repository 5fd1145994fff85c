import type { CalendarSpec, Holiday, LocalRange, Weekday } from './calendar-spec';
import type { Interval } from './instant';
import { mergeIntervals, subtractIntervals } from './interval';
import {
  DAY,
  dayOf,
  isLeapYear,
  parseCivilDate,
  parseLocalDay,
  parseLocalTime,
  weekdayOf,
  yearOf,
  type LocalDay,
} from './local-date';

/** Open hours of a day as ms since local midnight, ordered, apart from each other. */
export type DayHours = readonly Interval[];

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const CLOSED: DayHours = [];

interface YearlyHoliday {
  readonly firstYear: number;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly name: string;
}

/** Which hours are open on which local date: a calendar spec, read and checked, before any zone comes in. */
export class CalendarDays {
  private readonly weekly: readonly DayHours[];
  /** Dates with other hours than their weekday's. */
  private readonly special = new Map<LocalDay, DayHours>();
  private readonly holidays = new Map<LocalDay, string>();
  private readonly yearly: readonly YearlyHoliday[];
  /** Most ranges a day can have. */
  readonly mostRanges: number;
  /** From here on (up to here) every day is closed for good, or every day is open all day; null = it goes on changing. */
  readonly settledFrom: LocalDay | null;
  readonly settledUntil: LocalDay | null;

  /** Throws an Error that names the calendar and the place of the first fault. */
  constructor(spec: CalendarSpec) {
    const read = reader(`calendar "${spec.name}"`);
    for (const key of Object.keys(spec.weekly)) {
      if (!WEEKDAYS.includes(key as Weekday)) throw new Error(`calendar "${spec.name}": no weekday "${key}"`);
    }
    this.weekly = WEEKDAYS.map((weekday) => read(weekday, () => hoursOf(spec.weekly[weekday] ?? [])));
    for (const [date, ranges] of Object.entries(spec.dates ?? {})) {
      read(date, () => this.special.set(parseLocalDay(date), hoursOf(ranges)));
    }
    for (const [date, ranges] of Object.entries(spec.breaks ?? {})) {
      read(`break on ${date}`, () => {
        const day = parseLocalDay(date);
        this.special.set(day, subtractIntervals(this.ownHours(day), hoursOf(ranges)));
      });
    }
    const yearly: YearlyHoliday[] = [];
    for (const holiday of spec.holidays ?? []) {
      read(`holiday "${holiday.name}"`, () => {
        if (holiday.yearly) yearly.push(yearlyHoliday(holiday));
        else addName(this.holidays, parseLocalDay(holiday.date), holiday.name);
      });
    }
    this.yearly = yearly;
    this.mostRanges = Math.max(
      ...this.weekly.map((h) => h.length),
      ...[...this.special.values()].map((h) => h.length),
    );
    const singled = [...this.special.keys(), ...this.holidays.keys()];
    const settled =
      this.weekly.every((h) => h.length === 0) || (yearly.length === 0 && this.weekly.every(isAllDay));
    this.settledFrom = settled
      ? Math.max(-Infinity, ...singled.map((day) => day + 1))
      : closedForGood(yearly);
    this.settledUntil = settled ? Math.min(Infinity, ...singled) : null;
  }

  /** Open hours of a date, given the holidays of its span. */
  hoursOn(day: LocalDay, holidays: ReadonlyMap<LocalDay, string>): DayHours {
    return holidays.size > 0 && holidays.has(day) ? CLOSED : this.ownHours(day);
  }

  /** The holidays from a day up to, not including, another. Two on one date share it: "A, B". */
  holidaysIn(from: LocalDay, to: LocalDay): Map<LocalDay, string> {
    const found = new Map<LocalDay, string>();
    for (const [day, name] of this.holidays) if (day >= from && day < to) found.set(day, name);
    const lastYear = yearOf(to - 1);
    for (const { firstYear, month, dayOfMonth, name } of this.yearly) {
      for (let year = Math.max(firstYear, yearOf(from)); year <= lastYear; year++) {
        if (month === 2 && dayOfMonth === 29 && !isLeapYear(year)) continue;
        const day = dayOf(year, month, dayOfMonth);
        if (day >= from && day < to) addName(found, day, name);
      }
    }
    return found;
  }

  private ownHours(day: LocalDay): DayHours {
    return (
      (this.special.size > 0 ? this.special.get(day) : undefined) ?? this.weekly[weekdayOf(day)] ?? CLOSED
    );
  }
}

function reader(subject: string): <T>(place: string, read: () => T) => T {
  return (place, read) => {
    try {
      return read();
    } catch (fault) {
      throw new Error(`${subject}, ${place}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  };
}

function hoursOf(ranges: readonly LocalRange[]): DayHours {
  return mergeIntervals(
    ranges.map(([from, to]) => {
      const range = { start: parseLocalTime(from), end: parseLocalTime(to) };
      if (range.start >= range.end) throw new Error(`${from} is not before ${to}`);
      return range;
    }),
  );
}

function yearlyHoliday({ date, name }: Holiday): YearlyHoliday {
  const { year, month, dayOfMonth } = parseCivilDate(date);
  return { firstYear: year, month, dayOfMonth, name };
}

function addName(names: Map<LocalDay, string>, day: LocalDay, name: string): void {
  const other = names.get(day);
  names.set(day, other === undefined || other === name ? name : `${other}, ${name}`);
}

/** With a holiday on each of the 366 dates there is a year from which no day opens. */
function closedForGood(yearly: readonly YearlyHoliday[]): LocalDay | null {
  const dates = new Set(yearly.map(({ month, dayOfMonth }) => month * 100 + dayOfMonth));
  return dates.size < 366 ? null : dayOf(Math.max(...yearly.map(({ firstYear }) => firstYear)), 1, 1);
}

function isAllDay(hours: DayHours): boolean {
  return hours.length === 1 && hours[0]!.start === 0 && hours[0]!.end === DAY;
}
