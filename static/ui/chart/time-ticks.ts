import type { Millis } from '../../../src/engine/instant';
import { exactDuration, sayDuration } from '../duration';

const SECOND = 1_000;
const MINUTE = 60_000;

/** Pixels a character of the charts' small type takes, rather more than less. */
export const CHARACTER = 6.6;
const GAP = 12;

export interface TimeTick {
  /** Which of the edges, from 0 on. */
  readonly edge: number;
  readonly text: string;
}

/**
 * Which edges of the bins of a histogram are labelled, and how: every n-th one, as many as stand side by side with
 * `wide` pixels between neighbours, and none that would say the same as the one before it.
 * @example timeTicks([0, 900_000, 1_800_000], 30).map(({ text }) => text) //=> ["0 min", "30 min"]
 */
export function timeTicks(edges: readonly Millis[], wide: number): readonly TimeTick[] {
  const texts = edges.map(wordsFor(edges));
  const widest = Math.max(0, ...texts.map((text) => text.length));
  const step = Math.max(1, Math.ceil((widest * CHARACTER + GAP) / Math.max(wide, 1)));
  const ticks: TimeTick[] = [];
  for (const [edge, text] of texts.entries())
    if (edge % step === 0 && text !== ticks.at(-1)?.text) ticks.push({ edge, text });
  return ticks;
}

/** To the minute, unless the minutes are too few to tell the edges apart. */
function wordsFor(edges: readonly Millis[]): (ms: Millis) => string {
  const zero = edges.some((ms) => ms > 0 && ms < MINUTE) ? sayDuration(1) : sayDuration(0);
  const say = (ms: Millis): string => (ms < SECOND ? zero : sayDuration(ms));
  const narrow = (edges.at(0) ?? 0) >= SECOND && new Set(edges.map(say)).size < Math.min(3, edges.length);
  return narrow ? exactDuration : say;
}
