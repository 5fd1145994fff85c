import { sayDate } from './say-date';

/** A local date in words: "26 Nov 2026". Days have no zone: they are read and said as UTC. */
export const sayDay = (day: string, locale: string): string =>
  sayDate(Date.parse(day), { locale, timeZone: 'UTC' });

/** A day without its year: "26 Nov". */
export const sayShortDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(day),
  );

/** The month of a day: "Nov 2026". */
export const sayMonth = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day),
  );

/** A span of days: "28 Oct – 26 Nov 2026". */
export const sayDays = (from: string, to: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(Date.parse(from), Date.parse(to));
