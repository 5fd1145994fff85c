import type { TextBlock, TextSection } from '../../contract/agreement';
import { dateWords, dayWords } from '../date-words';
import type { AgreementDocument, CalendarDocument } from '../document';
import { heading, list, paragraph, table } from './block';

const DAYS: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** The hours in which clocks count, with everything that closes them. */
export function calendarsSection({ calendars }: AgreementDocument): TextSection {
  return { id: 'calendars', heading: 'Service hours', blocks: calendars.flatMap(calendarBlocks) };
}

function calendarBlocks(calendar: CalendarDocument): readonly TextBlock[] {
  const { name, timeZone, hours, dates, breaks, holidays } = calendar;
  const days = Object.entries(hours === 'always' ? {} : hours);
  const special = [
    ...Object.entries(dates).map(
      ([date, text]) => [date, `${dateWords(date)}: ${hoursWords(text)}`] as const,
    ),
    ...Object.entries(breaks).map(
      ([date, text]) => [date, `${dateWords(date)}: without ${hoursWords(text)}`] as const,
    ),
  ];
  return [
    heading(name),
    hours === 'always'
      ? paragraph(`Around the clock, every day (${timeZone}).`)
      : table(
          `Hours of ${name} (${timeZone})`,
          ['Days', 'Hours'],
          days.map(([line, text]) => [daysWords(line), hoursWords(text)]),
        ),
    ...(special.length === 0 ? [] : [paragraph('Other hours on these dates:')]),
    ...list(special.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, words]) => words)),
    ...(holidays.length === 0 ? [] : [paragraph('Closed on these holidays:')]),
    ...list(
      holidays.map(({ date, name: holiday, yearly }) =>
        yearly
          ? `${holiday}, ${dayWords(date)} of every year from ${date.slice(0, 4)} on`
          : `${holiday}, ${dateWords(date)}`,
      ),
    ),
  ];
}

/** `mon-fri` is `Monday to Friday`. */
function daysWords(line: string): string {
  return line
    .split(',')
    .map((part) =>
      part
        .split('-')
        .map((day) => DAYS[day.trim().toLowerCase()] ?? day.trim())
        .join(' to '),
    )
    .join(', ');
}

function hoursWords(text: string): string {
  return text.trim().toLowerCase() === 'closed' ? 'closed' : text.replace(/\s*-\s*/g, '–');
}
