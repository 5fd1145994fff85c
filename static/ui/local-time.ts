import type { Instant, Millis } from '../../src/engine/instant';

/** What `<input type="datetime-local">` writes, as numbers of UTC; null when it is no date and time. */
function asUtc(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null;
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? null : at;
}

/** What the clocks of a zone show at an instant, read as UTC; to the second. */
function wallAt(at: Instant, timeZone: string): Instant {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

const offsetAt = (at: Instant, timeZone: string): Millis =>
  wallAt(at, timeZone) - Math.floor(at / 1_000) * 1_000;

/**
 * The instant of a local date and time in a zone; null when the text is none. A time that occurs twice is the
 * first of both; one that is skipped is as long after the jump as it says.
 * @example readLocalTime('2026-12-24T15:30', 'Europe/London') //=> 2026-12-24T15:30Z
 */
export function readLocalTime(text: string, timeZone: string): Instant | null {
  const wall = asUtc(text);
  if (wall === null) return null;
  const day = 86_400_000;
  const offsets = [offsetAt(wall - day, timeZone), offsetAt(wall + day, timeZone)];
  const fitting = offsets.map((offset) => wall - offset).filter((at) => wallAt(at, timeZone) === wall);
  return fitting.length > 0 ? Math.min(...fitting) : wall - (offsets[0] ?? 0);
}

/** An instant as `<input type="datetime-local">` writes it, to the minute, in a zone. */
export const localTimeValue = (at: Instant, timeZone: string): string =>
  new Date(wallAt(at, timeZone)).toISOString().slice(0, 16);
