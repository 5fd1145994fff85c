import type { Counts, WatermelonSign } from '../contract/compliance';
import type { Millis } from '../engine/instant';
import { watermelonSigns, type FeltService, type FeltSign } from '../engine/watermelon';

export interface JudgedMeasure {
  readonly target: number | null;
  readonly net: Counts;
}

/** Working time of a measure's cycles, paused or not, and of it that of customers and third parties. */
export interface HeldTime {
  readonly workingMs: Millis;
  readonly waitedMs: Millis;
}

/** The measures whose target is met: only beside them there is something to warn of. */
export function onTarget<M extends JudgedMeasure>(measures: readonly M[]): readonly M[] {
  return measures.filter(({ target, net }) => target !== null && net.share !== null && net.share >= target);
}

/**
 * What customers feel although measures are on target; nothing where none is. One that misses its target does not
 * silence the others. The waiting is of the measures on target alone.
 */
export function signsBeside<M extends JudgedMeasure>(
  measures: readonly M[],
  tickets: Omit<FeltService, keyof HeldTime>,
  heldOf: (measure: M) => HeldTime,
): readonly WatermelonSign[] {
  const green = onTarget(measures);
  if (green.length === 0) return [];
  const held = green.map(heldOf);
  const signs = watermelonSigns({
    ...tickets,
    workingMs: held.reduce((sum, { workingMs }) => sum + workingMs, 0),
    waitedMs: held.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
  });
  return signs.map((sign) => ({ ...sign, text: wordsOf(sign) }));
}

function wordsOf({ kind, value, limit, cases }: FeltSign): string {
  const [found, most] = [value, limit].map((share) => `${Math.round(share * 100)}%`);
  switch (kind) {
    case 'reopened':
      return `${found} of ${cases} resolved tickets had been resolved before and were reopened; up to ${most} is usual.`;
    case 'customer-wait':
      return `For ${found} of the working time of measures on target, tickets waited for customers or third parties; up to ${most} is usual.`;
    case 'satisfaction':
      return `${cases} customers gave ${value.toFixed(1)} of 5 stars on average; ${limit.toFixed(1)} is the least to be content with.`;
  }
}
