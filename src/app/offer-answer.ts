import type { OfferAnswer } from '../contract/what-if';
import { wilsonInterval } from '../engine/wilson-interval';

/**
 * Would the promise have been kept on the tickets replayed? `unsure`: it was kept or missed, but by so little
 * for so few cases that chance alone can explain it, for the range of the share holds the target. Exactly at
 * the target is kept.
 *
 * offerAnswer({ met: 999, breached: 1 }, 0.95).verdict //=> "kept"
 */
export function offerAnswer(
  counts: { readonly met: number; readonly breached: number },
  target: number | null,
): OfferAnswer {
  const range = wilsonInterval(counts);
  if (range === null) return { verdict: 'nothing-counted', reached: null, range };
  if (target === null) return { verdict: 'no-target', reached: null, range };
  // A hair less, because 0.29 * 100 is 28.999999999999996.
  const reached = counts.met >= target * (counts.met + counts.breached) - 1e-9;
  const isSure = reached ? range.low >= target : range.high < target;
  return { verdict: !isSure ? 'unsure' : reached ? 'kept' : 'missed', reached, range };
}
