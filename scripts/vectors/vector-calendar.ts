import { compileCalendar, type Calendar } from '../../src/engine/calendar';
import type { CalendarSpec, Holiday, LocalRange } from '../../src/engine/calendar-spec';
import { readList, readObject } from './case-check';

const KNOWN = ['timeZone', 'weekly', 'dates', 'breaks', 'holidays', 'recurringHolidays'];

/** The calendar of a case, in the agreement's form. Throws on a part that this reader does not know. */
export function calendarSpecOf(value: unknown): CalendarSpec {
  const calendar = readObject(value, 'calendar');
  for (const key of Object.keys(calendar)) {
    if (!KNOWN.includes(key)) throw new Error(`calendar.${key} is not known`);
  }
  return {
    id: 'vector',
    name: 'vector',
    timeZone: String(calendar.timeZone),
    weekly: hours(calendar.weekly, 'weekly'),
    dates: hours(calendar.dates, 'dates'),
    breaks: hours(calendar.breaks, 'breaks'),
    holidays: [
      ...list(calendar.holidays, 'holidays').map((date): Holiday => ({ date, name: date })),
      // Kept every year; the year 4 is a leap year, so that 02-29 is a date.
      ...list(calendar.recurringHolidays, 'recurringHolidays').map((date): Holiday => ({
        date: `0004-${date}`,
        name: date,
        yearly: true,
      })),
    ],
  };
}

const compiled = new Map<string, Calendar>();
/** A file may have as many calendars as cases; each index takes some 20 kB. */
const MOST_COMPILED = 1000;

/** The compiled calendar of a case; cases with the same calendar share it. */
export function calendarOf(value: unknown): Calendar {
  const key = JSON.stringify(value);
  let calendar = compiled.get(key);
  if (!calendar) {
    calendar = compileCalendar(calendarSpecOf(value));
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, calendar);
  }
  return calendar;
}

function hours(value: unknown, what: string): Record<string, LocalRange[]> {
  const days = Object.entries(readObject(value ?? {}, `calendar.${what}`));
  return Object.fromEntries(
    days.map(([day, ranges]) => [
      day,
      readList(ranges, `calendar.${what}.${day}`).map((range): LocalRange => {
        const [from, to] = readList(range, `calendar.${what}.${day}`);
        return [String(from), String(to)];
      }),
    ]),
  );
}

function list(value: unknown, what: string): string[] {
  return readList(value ?? [], `calendar.${what}`).map(String);
}
