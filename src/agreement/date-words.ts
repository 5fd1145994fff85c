import type { Instant } from '../engine/instant';
import { parseCivilDate } from '../engine/local-date';
import { localPartsOf } from '../engine/time-zone';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** A date in words: `dateWords('2026-09-01')` is `1 September 2026`. Throws on a date that does not exist. */
export function dateWords(date: string): string {
  const { year, month, dayOfMonth } = parseCivilDate(date);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** A date without its year, for what returns every year: `25 December`. */
export function dayWords(date: string): string {
  const { month, dayOfMonth } = parseCivilDate(date);
  return `${dayOfMonth} ${MONTHS[month - 1]}`;
}

/** An instant in words, in a zone that is named: `1 September 2026, 00:00 (Europe/London)`. */
export function instantWords(at: Instant, timeZone: string): string {
  return `${localWords(at, timeZone)} (${timeZone})`;
}

/** The same where the zone is known: `1 September 2026, 00:00`. */
export function localWords(at: Instant, timeZone: string): string {
  const { date, timeMs } = localPartsOf(timeZone, at);
  const minutes = Math.floor(timeMs / 60_000);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${dateWords(date)}, ${clock.join(':')}`;
}
