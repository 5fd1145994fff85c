import { wilsonInterval, type ShareRange } from './wilson-interval';

/** Cases of one kind: of a priority, opened within the hours or outside. */
export interface StratumCounts {
  readonly met: number;
  readonly breached: number;
}

/** What one side did, by stratum. */
export type Strata = ReadonlyMap<string, StratumCounts>;

/** A share brought to the common mix. */
export interface Standardized extends ShareRange {
  readonly share: number;
  /** Share of the side's own cases that lie in strata all sides have, 0..1. */
  readonly covered: number;
}

/**
 * Direct standardization: what each side's share would be if all had the same mix of cases, which is that of all
 * of them together. Only strata that every side has cases in can be compared; the others are left out for all,
 * and `covered` says how much of a side that leaves. The range adds up the Wilson intervals of the strata
 * (MOVER: each contributes the square of its distance), so of one stratum it is Wilson's own. A side without any
 * common stratum has none: null. With fewer than two sides there is no mix to bring them to: all null.
 *
 * standardize([new Map([["1|in", { met: 8, breached: 2 }]]), new Map([["1|in", { met: 9, breached: 1 }]])])[0]?.share //=> 0.8
 */
export function standardize(sides: readonly Strata[]): readonly (Standardized | null)[] {
  const common = commonStrata(sides);
  const weights = new Map(
    common.map((stratum) => [stratum, sides.reduce((sum, side) => sum + casesOf(side, stratum), 0)]),
  );
  const whole = [...weights.values()].reduce((sum, cases) => sum + cases, 0);
  return sides.map((side) => (whole === 0 ? null : standardized(side, weights, whole)));
}

/** The strata that every one of two or more sides has cases in, in order. */
export function commonStrata(sides: readonly Strata[]): readonly string[] {
  const [first, ...others] = sides;
  if (first === undefined || others.length === 0) return [];
  return [...first.keys()]
    .filter((stratum) => sides.every((side) => casesOf(side, stratum) > 0))
    .sort((a, b) => (a < b ? -1 : 1));
}

function standardized(side: Strata, weights: ReadonlyMap<string, number>, whole: number): Standardized {
  let [share, below, above, own] = [0, 0, 0, 0];
  for (const [stratum, cases] of weights) {
    const counts = side.get(stratum) as StratumCounts;
    const weight = cases / whole;
    const rate = counts.met / (counts.met + counts.breached);
    const { low, high } = wilsonInterval(counts) as ShareRange;
    share += weight * rate;
    below += (weight * (rate - low)) ** 2;
    above += (weight * (high - rate)) ** 2;
    own += counts.met + counts.breached;
  }
  const all = [...side.keys()].reduce((sum, stratum) => sum + casesOf(side, stratum), 0);
  return {
    share,
    low: Math.max(0, share - Math.sqrt(below)),
    high: Math.min(1, share + Math.sqrt(above)),
    covered: own / all,
  };
}

function casesOf(side: Strata, stratum: string): number {
  const counts = side.get(stratum);
  return counts ? counts.met + counts.breached : 0;
}
