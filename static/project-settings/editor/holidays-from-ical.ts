import type ICAL from 'ical.js';

/** A line of a calendar's holidays. */
export interface HolidayLine {
  readonly date: string;
  readonly name: string;
  readonly yearly?: boolean;
}

export interface CalendarFile {
  readonly found: readonly HolidayLine[];
  /** What is not taken, and why. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Days an event may last and dates a rule may give, before it is taken for a mistake. */
const MOST_DAYS = 60;
const MOST_DATES = 500;
/** Rules without an end are followed this far. */
const YEARS_AHEAD = 5;

/**
 * The whole-day events of an iCalendar file as holidays. One that recurs on the same day of each year becomes
 * a yearly line; other rules are followed for five years from `today` (YYYY-MM-DD). Throws a message for
 * people when the file is none.
 */
export function holidaysFromIcal(text: string, ical: typeof ICAL, today: string): CalendarFile {
  const calendar = open(text, ical);
  const found = new Map<string, HolidayLine>();
  const skipped: { name: string; reason: string }[] = [];
  for (const component of calendar.flatMap((root) => root.getAllSubcomponents('vevent'))) {
    const event = new ical.Event(component);
    const name = (event.summary ?? '').trim().slice(0, 200) || 'Without a name';
    try {
      const dates = datesOf(event, component, today);
      if (typeof dates === 'string') skipped.push({ name, reason: dates });
      else for (const line of dates) if (!found.has(line.date)) found.set(line.date, { ...line, name });
    } catch {
      skipped.push({ name, reason: 'Its dates cannot be read.' });
    }
  }
  return { found: [...found.values()].sort((a, b) => a.date.localeCompare(b.date)), skipped };
}

function open(text: string, ical: typeof ICAL): readonly ICAL.Component[] {
  try {
    const parsed = ical.parse(text) as unknown as readonly unknown[];
    const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as readonly unknown[][];
    const calendars = roots.map((root) => new ical.Component(root as never));
    if (calendars.some(({ name }) => name === 'vcalendar')) return calendars;
  } catch {
    // Told below, like a file that is something else.
  }
  throw new Error('This is not an iCalendar file. Choose one that ends in .ics.');
}

type DateLine = Omit<HolidayLine, 'name'>;

/** The dates of one event, or why there are none. */
function datesOf(event: ICAL.Event, component: ICAL.Component, today: string): readonly DateLine[] | string {
  if (String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') {
    return 'It is cancelled.';
  }
  const start = event.startDate;
  if (!start) return 'It has no date.';
  if (!start.isDate) return 'It has a time of day: only whole days are holidays.';
  const days = Math.max(1, Math.round((event.endDate.toUnixTime() - start.toUnixTime()) / 86_400));
  if (days > MOST_DAYS) return `It lasts ${days} days.`;
  const each = (first: string): readonly DateLine[] =>
    Array.from({ length: days }, (_, step) => ({ date: addDays(first, step) }));
  if (!event.isRecurring()) return each(dateText(start));
  if (recursOnTheSameDay(component)) return each(dateText(start)).map((line) => ({ ...line, yearly: true }));
  const end = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`;
  const dates: DateLine[] = [];
  const steps = event.iterator();
  for (let next = steps.next(); next && dateText(next) < end; next = steps.next()) {
    dates.push(...each(dateText(next)));
    if (dates.length > MOST_DATES) return `It recurs more than ${MOST_DATES} times.`;
  }
  return dates.length > 0 ? dates : 'It does not recur any more.';
}

/** Once a year on the day it began, for ever. */
function recursOnTheSameDay(component: ICAL.Component): boolean {
  const rules = component.getAllProperties('rrule');
  if (rules.length !== 1 || component.getAllProperties('rdate').length > 0) return false;
  if (component.getAllProperties('exdate').length > 0) return false;
  const rule = rules[0]?.getFirstValue() as ICAL.Recur | undefined;
  const parts = Object.keys(rule?.parts ?? {}).filter((part) => part !== 'BYMONTH' && part !== 'BYMONTHDAY');
  return rule?.freq === 'YEARLY' && rule.interval === 1 && !rule.count && !rule.until && parts.length === 0;
}

const dateText = ({ year, month, day }: ICAL.Time): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
