/** A cell of the week: weekday 0 = Monday, hour 0..23. */
export interface HeatCell {
  readonly weekday: number;
  readonly hour: number;
}

const same = (a: HeatCell, b: HeatCell): boolean => a.weekday === b.weekday && a.hour === b.hour;

/**
 * The next cell with something in it, one step of an arrow key on: in the direction, the nearest line first, and
 * within it the nearest cell. At the edge it stays.
 * @example nextCell([{ weekday: 0, hour: 9 }, { weekday: 2, hour: 9 }], { weekday: 0, hour: 9 }, { weekday: 1, hour: 0 })
 * //=> { weekday: 2, hour: 9 }
 */
export function nextCell(filled: readonly HeatCell[], from: HeatCell, step: HeatCell): HeatCell {
  const along = (cell: HeatCell): number =>
    (cell.weekday - from.weekday) * step.weekday + (cell.hour - from.hour) * step.hour;
  const aside = (cell: HeatCell): number =>
    step.weekday === 0 ? Math.abs(cell.weekday - from.weekday) : Math.abs(cell.hour - from.hour);
  const ahead = filled.filter((cell) => !same(cell, from) && along(cell) > 0);
  const nearest = [...ahead].sort((a, b) => aside(a) - aside(b) || along(a) - along(b));
  return nearest[0] ?? from;
}
