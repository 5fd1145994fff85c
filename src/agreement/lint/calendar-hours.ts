import { compileCalendar } from '../../engine/calendar';
import type { CalendarSpec } from '../../engine/calendar-spec';
import type { Agreement } from '../../engine/agreement';
import type { Instant, Millis } from '../../engine/instant';

const DAY = 86_400_000;
const YEAR = 366 * DAY;

export function calendarOf({ calendars }: Agreement, id: string): CalendarSpec {
  const found = calendars.find((calendar) => calendar.id === id);
  if (!found) throw new Error(`The agreement has no calendar ${id}`);
  return found;
}

/** Do the two count the same hours, whatever they are called? */
export function sameHours(a: CalendarSpec, b: CalendarSpec): boolean {
  return hoursOf(a) === hoursOf(b);
}

function hoursOf({ timeZone, weekly, dates = {}, breaks = {}, holidays = [] }: CalendarSpec): string {
  const closed = holidays.map(({ date, yearly = false }) => `${date} ${yearly}`).sort();
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([timeZone, sorted(weekly), sorted(dates), sorted(breaks), closed]);
}

/** Is it open at every instant of the year that begins at `from`? */
export function neverCloses(spec: CalendarSpec, from: Instant): boolean {
  return compileCalendar(spec).elapsed(from, from + YEAR) === YEAR;
}

/**
 * The most working time somebody can count without a night between, in the year that begins at `from`: of one
 * day, a break at noon left out; Infinity where it never closes.
 */
export function longestWindow(spec: CalendarSpec, from: Instant): Millis {
  if (neverCloses(spec, from)) return Infinity;
  let longest = 0;
  let inOneGo = 0;
  let last = -Infinity;
  for (const { start, end } of compileCalendar(spec).openIntervals(from, from + YEAR)) {
    inOneGo = start - last < NIGHT ? inOneGo + end - start : end - start;
    last = end;
    longest = Math.max(longest, inOneGo);
  }
  return longest;
}

/** A shorter closing is a break. */
const NIGHT = 4 * 3_600_000;
