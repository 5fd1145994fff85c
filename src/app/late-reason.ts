import { durationWords } from '../agreement/duration-words';
import type { Millis } from '../engine/instant';

/** Who had a late ticket and for how long, and what was excluded of its time. */
export interface LateStory {
  /** By name, the longest first; null = it had no assignee. */
  readonly holders: readonly { readonly name: string | null; readonly timeMs: Millis }[];
  /** Clauses with what they took out; 0 = the whole cycle. */
  readonly excluded: readonly { readonly clause: string; readonly excludedMs: Millis }[];
}

/**
 * Why it is late, in one sentence.
 *
 * lateReason({ holders: [{ name: 'Ana', timeMs: 10_800_000 }, { name: 'Customer', timeMs: 3_600_000 }], excluded: [] })
 * //=> 'Longest with Ana: 3 hours of 4 hours, paused time included.'
 */
export function lateReason({ holders, excluded }: LateStory): string {
  const [longest, ...others] = holders;
  const whole = holders.reduce((sum, { timeMs }) => sum + timeMs, 0);
  const held =
    longest === undefined
      ? ''
      : others.length === 0
        ? `${withWhom(longest.name)} all the time: ${words(longest.timeMs)}`
        : `longest ${withWhom(longest.name)}: ${words(longest.timeMs)} of ${words(whole)}, paused time included`;
  const taken = excluded.map(({ clause, excludedMs }) =>
    excludedMs === 0 ? `left out by “${clause}”` : `${words(excludedMs)} excluded by “${clause}”`,
  );
  const said = [held, ...taken].filter((part) => part !== '').join('; ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

function withWhom(name: string | null): string {
  return name === null ? 'without an assignee' : `with ${name}`;
}

/** To the minute, which is enough for a reason. */
function words(ms: Millis): string {
  return durationWords(ms < 60_000 ? ms : ms - (ms % 60_000));
}
