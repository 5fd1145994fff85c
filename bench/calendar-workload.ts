import type { CalendarSpec, LocalRange } from '../src/engine/calendar-spec';
import { DAY, dayOf, formatLocalDay, weekdayOf } from '../src/engine/local-date';
import { seededRandom } from './random';

export const SEED = 20_260_701;
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2027;
export const PAIRS = 50_000;

const HOUR = 3_600_000;
const MINUTE = 60_000;
const HOURS: readonly LocalRange[] = [
  ['09:00', '12:30'],
  ['13:30', '17:00'],
];

/** `a` = the instant asked from; `b` = the other instant, or the working time to pass. Whole minutes. */
export interface Workload {
  readonly name: 'elapsed short' | 'elapsed long' | 'due short' | 'due long';
  readonly kind: 'elapsed' | 'due';
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** New York office hours with the eleven federal holidays as observed; a fresh object each time. */
export function newYorkCalendar(): CalendarSpec {
  return {
    id: 'new-york',
    name: 'New York office hours',
    timeZone: 'America/New_York',
    weekly: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
    holidays: federalHolidays().map((date) => ({ date, name: 'Federal holiday' })),
  };
}

/** `YYYY-MM-DD` of every federal holiday as observed in the years of the workload. */
export function federalHolidays(): string[] {
  const days: number[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
    const observed = (month: number, day: number) => {
      const at = dayOf(year, month, day);
      return weekdayOf(at) === 5 ? at - 1 : weekdayOf(at) === 6 ? at + 1 : at;
    };
    const nth = (n: number, weekday: number, month: number) => {
      const first = dayOf(year, month, 1);
      return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
    };
    const endOfMay = dayOf(year, 5, 31);
    days.push(
      ...[observed(1, 1), nth(3, 0, 1), nth(3, 0, 2), endOfMay - weekdayOf(endOfMay), observed(6, 19)],
      ...[observed(7, 4), nth(1, 0, 9), nth(2, 0, 10), observed(11, 11), nth(4, 3, 11), observed(12, 25)],
    );
  }
  return days.filter((day) => day < dayOf(LAST_YEAR + 1, 1, 1)).map(formatLocalDay);
}

/** The four lists of pairs, the same in every run: long spans log-uniform, the others uniform. */
export function workloads(): Workload[] {
  const random = seededRandom(SEED);
  const from = dayOf(FIRST_YEAR, 1, 1) * DAY + DAY;
  const to = dayOf(LAST_YEAR + 1, 1, 1) * DAY - DAY;
  const logUniform = (low: number, high: number) => Math.exp(Math.log(low) + random() * Math.log(high / low));
  const uniform = (low: number, high: number) => low + random() * (high - low);
  const minutes = (ms: number) => Math.round(ms / MINUTE) * MINUTE;
  const list = (name: Workload['name'], length: () => number, room: number): Workload => {
    const kind = name.startsWith('elapsed') ? 'elapsed' : 'due';
    const a = new Float64Array(PAIRS);
    const b = new Float64Array(PAIRS);
    for (let i = 0; i < PAIRS; i++) {
      const span = minutes(length());
      const space = kind === 'elapsed' ? span : room;
      a[i] = minutes(from + random() * (to - from - space));
      b[i] = kind === 'elapsed' ? a[i]! + span : span;
    }
    return { name, kind, a, b };
  };
  return [
    list('elapsed short', () => uniform(5 * MINUTE, 3 * DAY), 0),
    list('elapsed long', () => logUniform(3 * DAY, 548 * DAY), 0),
    list('due short', () => uniform(15 * MINUTE, 14 * HOUR), 30 * DAY),
    list('due long', () => uniform(14 * HOUR, 400 * HOUR), 150 * DAY),
  ];
}
