import type { Instant } from '../../../src/engine/instant';

const QUARTER = 900_000;

/**
 * Midnights of a zone between two instants, thinned out to at most `most` of them, each with its day: "Fri 27".
 * @example dayMarks(wednesdayNoon, saturday, 'UTC', 9).map(({ words }) => words) //=> ["Thu 26", "Fri 27", "Sat 28"]
 */
export function dayMarks(
  from: Instant,
  to: Instant,
  timeZone: string,
  most: number,
): readonly { readonly at: Instant; readonly words: string }[] {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone });
  const marks: { at: Instant; words: string }[] = [];
  // Quarters of an hour find the midnight of every zone, whatever its offset and on days of 23 and 25 hours.
  let before = format.format(from);
  for (let at = Math.ceil(from / QUARTER) * QUARTER; at <= to; at += QUARTER) {
    const words = format.format(at);
    if (words !== before && at > from) marks.push({ at, words: words.replace(',', '') });
    before = words;
  }
  const step = Math.max(1, Math.ceil(marks.length / Math.max(1, Math.floor(most))));
  return marks.filter((_, index) => index % step === 0);
}
