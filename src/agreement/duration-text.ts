import type { Millis } from '../engine/instant';
import { read, refuse, type Reading } from './problem';

const UNIT_MS = { h: 3_600_000, m: 60_000, s: 1_000 } as const;
const FORM = /^(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+)s)?$/;
const REMEDY =
  'Write hours, minutes and seconds, such as 4h, 30m or 1h 30m, or none where nothing is promised.';

/**
 * Reads `4h`, `30m`, `1h 30m` or `none` (null). Days and weeks are refused: a day is eight hours to one
 * reader and twenty-four to the other, and a contract must not depend on which.
 *
 * @example readDuration('1h 30m') // { ok: true, value: 5_400_000 }
 */
export function readDuration(text: string): Reading<Millis | null> {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === 'none') return read(null);
  const days = /\d+(\.\d+)?\s*([dw])/.exec(trimmed);
  if (days) {
    return refuse(
      `"${text}" counts in ${days[2] === 'd' ? 'days' : 'weeks'}, whose length depends on who reads it`,
      'Write working hours: on a calendar of eight hours a day, two days are 16h.',
    );
  }
  const parts = FORM.exec(trimmed);
  if (!parts || trimmed === '') return refuse(`"${text}" is not a duration`, REMEDY);
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  const ms = Number(hours) * UNIT_MS.h + Number(minutes) * UNIT_MS.m + Number(seconds) * UNIT_MS.s;
  if (ms === 0) return refuse(`"${text}" leaves no time at all`, REMEDY);
  if (ms > 20_000 * UNIT_MS.h) return refuse(`"${text}" is longer than two years`, 'Write at most 20000h.');
  return read(ms);
}

/**
 * Reads a duration where there must be one.
 *
 * @example readLength('30m') // { ok: true, value: 1_800_000 }
 */
export function readLength(text: string): Reading<Millis> {
  const reading = readDuration(text);
  if (!reading.ok) return reading;
  return reading.value === null
    ? refuse('Here some time must be told', 'Write hours, minutes and seconds, such as 1h or 30m.')
    : read(reading.value);
}

/**
 * The same duration as it is written in a document.
 *
 * @example writeDuration(5_400_000) // '1h 30m'
 */
export function writeDuration(ms: Millis | null): string {
  if (ms === null) return 'none';
  const parts = [
    [Math.floor(ms / UNIT_MS.h), 'h'],
    [Math.floor((ms % UNIT_MS.h) / UNIT_MS.m), 'm'],
    [Math.floor((ms % UNIT_MS.m) / UNIT_MS.s), 's'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return shown.join(' ') || '0m';
}
