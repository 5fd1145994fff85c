import type { Clause } from './figure-scope';
import { runsWithin } from './runs-within';

/** Spans of days, in order, that cost at most `room` each; a day that costs more is a span of its own. */
export function daySpans(
  days: Iterable<{ readonly day: number; readonly cost: number }>,
  room: number,
  column = 'decided_day',
): readonly Clause[] {
  return runsWithin(days, ({ cost }) => cost, room).map((span) => ({
    where: `${column} >= ? AND ${column} <= ?`,
    params: [span[0].day, (span.at(-1) ?? span[0]).day],
  }));
}
