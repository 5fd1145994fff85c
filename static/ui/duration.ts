import type { Millis } from '../../src/engine/instant';

/**
 * How lengths of time are said. Counted time is said in hours and minutes and never in days: a day of
 * working time is not a day, so "1d 26h" and "3 days" would both be read wrongly. The unit clings to its
 * number (no-break space).
 */
const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const NBSP = '\u00a0';

const unit = (n: number, name: string): string => `${n.toLocaleString('en')}${NBSP}${name}`;

/**
 * A length in whole minutes, or seconds below one minute; rounded down.
 * @example sayDuration(8_100_000) //=> "2 h 15 min"
 * @example sayDuration(42_900) //=> "42 s"
 */
export function sayDuration(ms: Millis): string {
  const length = Math.abs(ms);
  if (length === 0) return unit(0, 'min');
  if (length < MINUTE) return unit(Math.floor(length / SECOND), 's');
  const hours = Math.floor(length / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  return [hours && unit(hours, 'h'), minutes && unit(minutes, 'min')].filter(Boolean).join(' ');
}

/**
 * What is left of a goal, or how late it is. Seconds show in the last hour and the first late minute only.
 * Exactly nothing left is not late: a goal reached to the millisecond is met.
 * @example sayLeft(8_100_000) //=> "2 h 15 min left"
 * @example sayLeft(-2_100_000) //=> "35 min late"
 */
export function sayLeft(remainingMs: Millis): string {
  if (remainingMs < 0) return `${sayDuration(Math.max(-remainingMs, SECOND))} late`;
  if (remainingMs >= HOUR) return `${sayDuration(remainingMs)} left`;
  const minutes = Math.floor(remainingMs / MINUTE);
  const seconds = Math.floor((remainingMs % MINUTE) / SECOND);
  return `${minutes ? `${unit(minutes, 'min')} ` : ''}${unit(seconds, 's')} left`;
}

/** How much counted time (ms, at least 1) passes until `sayLeft(remainingMs)` says something else. */
export function untilSaidAnew(remainingMs: Millis): Millis {
  if (remainingMs < 0) {
    const late = -remainingMs;
    return late < MINUTE ? SECOND - (late % SECOND) : MINUTE - (late % MINUTE);
  }
  return (remainingMs % (remainingMs > HOUR ? MINUTE : SECOND)) + 1;
}

/**
 * A length to the millisecond, so that lengths said this way add up.
 * @example exactDuration(4_805_250) //=> "1 h 20 min 5.25 s"
 */
export function exactDuration(ms: Millis): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const seconds = (ms % MINUTE) / SECOND;
  const said = [hours && unit(hours, 'h'), minutes && unit(minutes, 'min'), seconds && unit(seconds, 's')];
  return said.filter(Boolean).join(' ') || unit(0, 's');
}

/**
 * A distance by the wall clock in its two greatest units, rounded down: days of 24 hours from two days on,
 * and whole days from a week on.
 * @example sayDistance(64_200_000) //=> "17 h 50 min"
 * @example sayDistance(194_520_000) //=> "2 days 6 h"
 */
export function sayDistance(ms: Millis): string {
  if (ms < 2 * DAY) return sayDuration(ms - (ms % MINUTE));
  const hours = Math.floor((ms % DAY) / HOUR);
  return [unit(Math.floor(ms / DAY), 'days'), ms < 7 * DAY && hours > 0 && unit(hours, 'h')]
    .filter(Boolean)
    .join(' ');
}
