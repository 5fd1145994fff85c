import type { Clause } from './figure-scope';

/** Spans of days, in order, that cost at most `room` each; a day that costs more is a span of its own. */
export function daySpans(
  days: Iterable<{ readonly day: number; readonly cost: number }>,
  room: number,
  column = 'decided_day',
): readonly Clause[] {
  const spans: [number, number][] = [];
  let left = 0;
  for (const { day, cost } of days) {
    const last = spans.at(-1);
    if (last && cost <= left) last[1] = day;
    else {
      spans.push([day, day]);
      left = room;
    }
    left -= cost;
  }
  return spans.map((span) => ({ where: `${column} >= ? AND ${column} <= ?`, params: span }));
}
