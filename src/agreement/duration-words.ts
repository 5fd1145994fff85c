import type { Millis } from '../engine/instant';

const UNITS = [
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
] as const;

/**
 * A length of time in words: `durationWords(5_400_000)` is `1 hour 30 minutes`, and a thousand hours are
 * `1,000 hours`. Less than a second is left out.
 */
export function durationWords(ms: Millis): string {
  let rest = ms;
  const parts = UNITS.flatMap(([unit, name]) => {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    return count === 0 ? [] : [`${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`];
  });
  return parts.join(' ') || 'no time';
}
