import { TZDate, tzOffset } from '@date-fns/tz';

const two = (n: number): string => String(n).padStart(2, '0');

function offsetText(minutes: number, colon: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
}

/** Epoch ms as Jira writes it for a viewer in `zone`: `2026-07-06T18:02:13.432+0900`. */
export function jiraDate(at: number, zone: string): string {
  const minutes = tzOffset(zone, new Date(at));
  return new Date(at + minutes * 60_000).toISOString().replace('Z', offsetText(minutes, ''));
}

/** JSM's `iso8601` form: no milliseconds. */
export function isoDate(at: number, zone: string): string {
  return jiraDate(at, zone).replace(/\.\d{3}/, '');
}

/** The calendar day at `at` in `zone`: `2026-07-06`. */
export function dayIn(at: number, zone: string): string {
  return jiraDate(at, zone).slice(0, 10);
}

/** Local wall time in `zone` -> epoch ms. `month` is 1..12. */
export function instantIn(
  zone: string,
  [year, month, day, hour = 0, minute = 0]: readonly [number, number, number, number?, number?],
): number {
  return new TZDate(year, month - 1, day, hour, minute, 0, 0, zone).getTime();
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The way the changelog's `toString` shows a day: `06/Jul/26`. */
export function shownDay(day: string): string {
  const [year = '', month = '1', date = ''] = day.split('-');
  return `${date}/${MONTHS[Number(month) - 1] ?? ''}/${year.slice(2)}`;
}

/** The way the changelog's `toString` shows an instant: `06/Jul/26 6:02 PM`. */
export function shownInstant(at: number, zone: string): string {
  const local = jiraDate(at, zone);
  const hour = Number(local.slice(11, 13));
  return `${shownDay(local.slice(0, 10))} ${hour % 12 || 12}:${local.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`;
}
