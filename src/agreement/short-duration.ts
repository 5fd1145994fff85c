import type { Millis } from '../engine/instant';

/**
 * A length of time as screens and tables say it, in whole minutes, or seconds below one minute; rounded down. A
 * number and its unit stay on one line.
 *
 * @example shortDuration(30_660_000) // '8 h 31 min'
 */
export function shortDuration(ms: Millis): string {
  if (ms > 0 && ms < 60_000) return unit(Math.floor(ms / 1_000), 's');
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  if (hours === 0) return unit(minutes, 'min');
  return minutes === 0 ? unit(hours, 'h') : `${unit(hours, 'h')} ${unit(minutes, 'min')}`;
}

function unit(count: number, name: string): string {
  return `${count.toLocaleString('en')}\u00a0${name}`;
}
