import type { Cycle, MeasureResult } from './cycle';

/** What a cycle says in compliance; null = it is not counted (yet). */
export type CountedVerdict = 'met' | 'breached' | null;

/** How a verdict changes from one set of rules to another. */
export type VerdictDirection = 'to-met' | 'to-breached' | 'now-counted' | 'no-longer-counted';

/** A cycle under two sets of rules, matched by measure and number; null = there is none. */
export interface CyclePair {
  readonly measureId: string;
  readonly cycleNumber: number;
  readonly before: Cycle | null;
  readonly after: Cycle | null;
}

/** Counted as in `attainmentOf`: met or breached, ongoing ones as soon as they are late. */
export function countedVerdict(cycle: Cycle | null): CountedVerdict {
  if (cycle === null || cycle.leftOutBy !== null) return null;
  switch (cycle.outcome) {
    case 'met':
    case 'breached':
      return cycle.outcome;
    case 'ongoing':
      return cycle.net.breached ? 'breached' : null;
    case 'no-goal':
    case 'reset':
    case 'cancelled':
      return null;
  }
}

/**
 * The direction in which a verdict changes; null = it stays.
 *
 * directionOf('met', 'breached') //=> 'to-breached'
 */
export function directionOf(before: CountedVerdict, after: CountedVerdict): VerdictDirection | null {
  if (before === after) return null;
  if (before === null) return 'now-counted';
  if (after === null) return 'no-longer-counted';
  return after === 'met' ? 'to-met' : 'to-breached';
}

/** The cycles of one issue under two sets of rules of one agreement, in order of measure and number. */
export function pairCycles(
  before: readonly MeasureResult[],
  after: readonly MeasureResult[],
): readonly CyclePair[] {
  const measureIds = new Set([...after, ...before].map(({ measureId }) => measureId));
  return [...measureIds].flatMap((measureId) => {
    const old = cyclesOf(before, measureId);
    const fresh = cyclesOf(after, measureId);
    const numbers = new Set([...fresh.keys(), ...old.keys()]);
    return [...numbers]
      .sort((a, b) => a - b)
      .map((cycleNumber): CyclePair => ({
        measureId,
        cycleNumber,
        before: old.get(cycleNumber) ?? null,
        after: fresh.get(cycleNumber) ?? null,
      }));
  });
}

function cyclesOf(results: readonly MeasureResult[], measureId: string): ReadonlyMap<number, Cycle> {
  const own = results.filter((result) => result.measureId === measureId);
  return new Map(own.flatMap(({ cycles }) => cycles.map((cycle) => [cycle.number, cycle])));
}
