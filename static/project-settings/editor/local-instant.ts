import { localTimeValue, readLocalTime } from '../../ui/local-time';

/**
 * What a `datetime-local` input says on the clocks of a zone, as an instant that says its offset; a text that is
 * no date and time stays as it is.
 *
 * @example writeLocalInstant('2026-11-21T22:00', 'Europe/Madrid') // '2026-11-21T22:00+01:00'
 */
export function writeLocalInstant(local: string, timeZone: string): string {
  const at = readLocalTime(local, timeZone);
  if (at === null) return local;
  const shown = localTimeValue(at, timeZone);
  return `${shown}${offsetText((Date.parse(`${shown}Z`) - Math.floor(at / 60_000) * 60_000) / 60_000)}`;
}

/** The same instant on the clocks of a zone, for a `datetime-local` input; empty where it is none. */
export function readLocalInstant(text: string, timeZone: string): string {
  const at = /T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? '' : localTimeValue(at, timeZone);
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}
