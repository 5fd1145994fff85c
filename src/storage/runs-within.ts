/** Parts of a list, in order, that cost at most `room` each; what costs more is a part of its own. */
export function runsWithin<T>(
  list: Iterable<T>,
  costOf: (one: T) => number,
  room: number,
): readonly (readonly [T, ...T[]])[] {
  const runs: [T, ...T[]][] = [];
  let left = 0;
  for (const one of list) {
    const cost = costOf(one);
    const last = runs.at(-1);
    if (last && cost <= left) last.push(one);
    else {
      runs.push([one]);
      left = room;
    }
    left -= cost;
  }
  return runs;
}
