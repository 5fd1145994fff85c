/**
 * The value below or at which `share` of the values lie, by nearest rank: one of the values themselves. `sorted`
 * ascending; null where there is none.
 *
 * nearestRank([10, 20, 30, 40], 0.5) //=> 20
 */
export function nearestRank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(1, Math.ceil(sorted.length * share)) - 1] ?? null;
}
