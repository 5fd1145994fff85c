import type { CalendarSpec, LocalRange, Weekday } from '../engine/calendar-spec';
import { read, refuse, type Reading } from './problem';

export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const RANGE = /^(\d{2}):(\d{2})(?::(\d{2}))?\s*-\s*(\d{2}):(\d{2})(?::(\d{2}))?$/;
const HOURS_REMEDY = 'Write opening and closing times, such as 09:00-12:30, 13:30-17:30, or closed.';

/**
 * Reads the hours of a day: ranges in order of the clock, `24:00` for its end, or `closed`.
 *
 * @example readRanges('09:00-12:30, 13:30-17:30') // [['09:00', '12:30'], ['13:30', '17:30']]
 */
export function readRanges(text: string): Reading<readonly LocalRange[]> {
  if (text.trim().toLowerCase() === 'closed') return read([]);
  const ranges: { from: number; to: number; range: LocalRange }[] = [];
  for (const part of text.split(',').map((each) => each.trim())) {
    const match = RANGE.exec(part);
    if (!match) return refuse(`"${part}" is not a range of hours`, HOURS_REMEDY);
    const from = secondsOf(match[1], match[2], match[3]);
    const to = secondsOf(match[4], match[5], match[6]);
    if (from === undefined || to === undefined) {
      return refuse(`"${part}" has a time that no clock shows`, 'Write 00:00 to 24:00.');
    }
    if (from >= to) {
      return refuse(
        `"${part}" ends before it begins`,
        'Split hours that pass midnight: 22:00-24:00 on one day and 00:00-06:00 on the next.',
      );
    }
    const [open = '', close = ''] = part.split('-').map((each) => each.trim());
    ranges.push({ from, to, range: [open, close] });
  }
  ranges.sort((a, b) => a.from - b.from);
  for (const [index, { to, range }] of ranges.entries()) {
    const next = ranges[index + 1];
    if (next && next.from < to) {
      return refuse(
        `${range.join('-')} and ${next.range.join('-')} overlap`,
        'Write each hour once: join the two ranges or move one.',
      );
    }
  }
  return read(ranges.map(({ range }) => range));
}

/**
 * Reads the days a line of hours is for: `mon`, `mon-fri`, `sat, sun`; a range may pass the weekend.
 *
 * @example readDays('sun-thu') // ['sun', 'mon', 'tue', 'wed', 'thu']
 */
export function readDays(text: string): Reading<readonly Weekday[]> {
  const days: Weekday[] = [];
  for (const part of text.split(',').map((each) => each.trim().toLowerCase())) {
    const [first = '', last = first, ...more] = part.split('-').map((each) => each.trim());
    const from = WEEK.indexOf(first as Weekday);
    const to = WEEK.indexOf(last as Weekday);
    if (from < 0 || to < 0 || more.length > 0) {
      return refuse(
        `"${part}" is not a day of the week`,
        'Write mon, tue, wed, thu, fri, sat or sun, or a range such as mon-fri.',
      );
    }
    for (let step = 0; step <= (to - from + 7) % 7; step++) days.push(WEEK[(from + step) % 7] as Weekday);
  }
  const twice = days.find((day, index) => days.indexOf(day) !== index);
  return twice === undefined ? read(days) : refuse(`"${text}" names ${twice} twice`, 'Name each day once.');
}

/** Weekly hours of the days in `lines`, or around the clock. The document has been checked before. */
export function weeklyHours(hours: 'always' | Readonly<Record<string, string>>): CalendarSpec['weekly'] {
  if (hours === 'always') return Object.fromEntries(WEEK.map((day) => [day, [['00:00', '24:00']]]));
  const weekly: Partial<Record<Weekday, readonly LocalRange[]>> = {};
  for (const [line, text] of Object.entries(hours)) {
    const days = readDays(line);
    const ranges = readRanges(text);
    if (!days.ok || !ranges.ok) continue;
    for (const day of days.value) if (ranges.value.length > 0) weekly[day] = ranges.value;
  }
  return weekly;
}

function secondsOf(hour = '', minute = '', second = '00'): number | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (m > 59 || s > 59 || h > 24 || (h === 24 && m + s > 0)) return undefined;
  return h * 3600 + m * 60 + s;
}
