export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Day = (typeof DAYS)[number];

export const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Hours of each day as text: `09:00-17:00`, several with commas, `closed`. */
export type Week = Readonly<Record<Day, string>>;

export type WrittenHours = 'always' | Readonly<Record<string, string>>;

const CLOSED: Week = {
  mon: 'closed',
  tue: 'closed',
  wed: 'closed',
  thu: 'closed',
  fri: 'closed',
  sat: 'closed',
  sun: 'closed',
};

/** The days a line of hours is for; empty where it is not understood. A range may pass the weekend. */
function daysOf(line: string): readonly Day[] {
  return line.split(',').flatMap((part) => {
    const [first = '', last = first] = part
      .trim()
      .toLowerCase()
      .split('-')
      .map((each) => each.trim());
    const from = DAYS.indexOf(first as Day);
    const to = DAYS.indexOf(last as Day);
    if (from < 0 || to < 0) return [];
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => DAYS[(from + step) % 7] as Day);
  });
}

/** The hours of each day; a day that is not named is closed. */
export function readWeek(hours: WrittenHours | undefined): Week {
  if (hours === 'always') return Object.fromEntries(DAYS.map((day) => [day, '00:00-24:00'])) as Week;
  const week: Record<Day, string> = { ...CLOSED };
  for (const [line, text] of Object.entries(hours ?? {})) {
    for (const day of daysOf(line)) week[day] = text;
  }
  return week;
}

/**
 * The same, as a document writes it: neighbours with the same hours share a line.
 *
 * @example writeWeek(officeHours) // { 'mon-fri': '09:00-17:00' }
 */
export function writeWeek(week: Week): WrittenHours {
  if (DAYS.every((day) => week[day] === '00:00-24:00')) return 'always';
  const lines: { first: Day; last: Day; text: string }[] = [];
  for (const day of DAYS) {
    const text = week[day].trim();
    if (text === '' || text.toLowerCase() === 'closed') continue;
    const before = lines.at(-1);
    const touches = before && DAYS.indexOf(before.last) === DAYS.indexOf(day) - 1;
    if (touches && before.text === text) before.last = day;
    else lines.push({ first: day, last: day, text });
  }
  return Object.fromEntries(
    lines.map(({ first, last, text }) => [first === last ? first : `${first}-${last}`, text]),
  );
}

/** Minutes of a day, half-open. */
export interface MinuteRange {
  readonly from: number;
  readonly to: number;
}

const RANGE = /^(\d{2}):(\d{2})\s*-\s*(\d{2}):(\d{2})$/;

/** The ranges of a day; null where the text says something else, which then stays text. */
export function readMinutes(text: string): readonly MinuteRange[] | null {
  if (text.trim() === '' || text.trim().toLowerCase() === 'closed') return [];
  const ranges: MinuteRange[] = [];
  for (const part of text.split(',')) {
    const match = RANGE.exec(part.trim());
    if (!match) return null;
    const [from, to] = [minutesOf(match[1], match[2]), minutesOf(match[3], match[4])];
    if (from >= to || to > 1_440) return null;
    ranges.push({ from, to });
  }
  return ranges.sort((a, b) => a.from - b.from);
}

/** How much of an hour is open. */
export function hourState(ranges: readonly MinuteRange[], hour: number): 'open' | 'partly' | 'closed' {
  const open = ranges.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, hour * 60 + 60) - Math.max(from, hour * 60)),
    0,
  );
  return open >= 60 ? 'open' : open > 0 ? 'partly' : 'closed';
}

/**
 * A day with its hours from `first` to `last` (both included) opened or closed.
 *
 * @example paintHours('09:00-12:30', 12, 13, true) // '09:00-14:00'
 */
export function paintHours(text: string, first: number, last: number, open: boolean): string {
  const [from, to] = [Math.min(first, last) * 60, Math.max(first, last) * 60 + 60];
  const outside = (readMinutes(text) ?? []).flatMap((range) => [
    { from: range.from, to: Math.min(range.to, from) },
    { from: Math.max(range.from, to), to: range.to },
  ]);
  const all = [...outside, ...(open ? [{ from, to }] : [])]
    .filter((range) => range.from < range.to)
    .sort((a, b) => a.from - b.from);
  const joined: MinuteRange[] = [];
  for (const range of all) {
    const before = joined.at(-1);
    if (before && before.to >= range.from)
      joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, range.to) };
    else joined.push(range);
  }
  return joined.map((range) => `${clock(range.from)}-${clock(range.to)}`).join(', ') || 'closed';
}

/** Minutes of a day as a clock shows them; 24:00 is its end. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const minutesOf = (hours = '', minutes = ''): number => Number(hours) * 60 + Number(minutes);
