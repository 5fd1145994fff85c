import type { Instant } from './instant';
import { instantOf } from './time-zone';

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?)?$/;

/**
 * The instant of a date field's text. A date without time is its 00:00, and a time without offset is local, in
 * the given zone; NaN when the text is no date.
 *
 * instantOfDateText('2026-03-03', 'Europe/London') //=> 1772496000000
 */
export function instantOfDateText(text: string, timeZone: string): Instant {
  const local = LOCAL.exec(text);
  if (local === null) return Date.parse(text);
  if (Number.isNaN(Date.parse(local[1] as string))) return NaN;
  const [hours, minutes, seconds, ms] = local.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return instantOf(timeZone, local[1] as string, ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms);
}
