import type { Instant } from '../../src/engine/instant';
import type { Place } from './place';

/** A civil date in the place's zone: "1 Dec 2026". */
export const sayDate = (at: Instant, { locale, timeZone }: Place): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(at);

/** Date and time to the minute: "1 Dec 2026, 09:00". */
export const sayMoment = (at: Instant, { locale, timeZone }: Place): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at);

/** The date of today, or of an instant, as `<input type="date">` writes it. */
export function dateValue(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).format(at);
}
