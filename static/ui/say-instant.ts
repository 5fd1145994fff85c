import type { Instant } from '../../src/engine/instant';
import type { Place } from './place';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow and the panel says the same ones every second. */
function format(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${place.locale}|${place.timeZone}|${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(place.locale, { ...options, timeZone: place.timeZone });
    formats.set(key, known);
  }
  return known;
}

const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

function part(place: Place, at: Instant, type: 'year' | 'month' | 'day'): number {
  const numbers = format(
    { ...place, locale: 'en-US-u-ca-gregory-nu-latn' },
    { year: 'numeric', month: 'numeric', day: 'numeric' },
  );
  return Number(numbers.formatToParts(at).find((p) => p.type === type)?.value);
}

/** Days of the place's civil calendar between two instants; DST days count as one. */
function daysBetween(place: Place, from: Instant, to: Instant): number {
  const day = (at: Instant): number =>
    Date.UTC(part(place, at, 'year'), part(place, at, 'month') - 1, part(place, at, 'day'));
  return Math.round((day(to) - day(from)) / 86_400_000);
}

/**
 * An instant as people say it, to the minute, in the place's zone; the year only when it is another one.
 * @example sayInstant(due, now, london) //=> "tomorrow at 09:00", "Tue, 24 Nov at 11:30"
 */
export function sayInstant(at: Instant, now: Instant, place: Place): string {
  const time = format(place, TIME).format(at);
  const near = { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' }[daysBetween(place, now, at)];
  if (near) return `${near} at ${time}`;
  const sameYear = part(place, at, 'year') === part(place, now, 'year');
  return `${format(place, sameYear ? DAY : { ...DAY, year: 'numeric' }).format(at)} at ${time}`;
}

/** Date, and time to the second; milliseconds where there are any. "Tue, 24 Nov 2026, 11:30:05". */
export function exactInstant(at: Instant, place: Place): string {
  const date = format(place, { ...DAY, year: 'numeric' }).format(at);
  return `${date}, ${exactTime(at, place)}`;
}

/** Time of day to the second; milliseconds where there are any. */
export function exactTime(at: Instant, place: Place): string {
  const digits = at % 1_000 === 0 ? undefined : (3 as const);
  return format(place, { ...TIME, second: '2-digit', fractionalSecondDigits: digits }).format(at);
}

/** True when both instants fall on one civil day of the place. */
export const onSameDay = (a: Instant, b: Instant, place: Place): boolean => daysBetween(place, a, b) === 0;

/**
 * A zone as people know it: its city, and its offset at that instant.
 * @example sayZone('America/New_York', at) //=> "New York, GMT-5"
 */
export function sayZone(timeZone: string, at: Instant): string {
  try {
    const parts = format({ locale: 'en-GB', timeZone }, { timeZoneName: 'shortOffset' }).formatToParts(at);
    const offset = parts.find((p) => p.type === 'timeZoneName')?.value ?? '';
    const city = timeZone.split('/').at(-1)?.replace(/_/g, ' ') ?? timeZone;
    return city === 'UTC' ? city : `${city}, ${offset.replace(/\+0$/, '')}`;
  } catch {
    return timeZone;
  }
}
