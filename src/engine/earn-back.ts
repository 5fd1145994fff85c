import { WHOLE, type Consequences } from './consequences';
import { fraction, isLess } from './fraction';
import type { KeptInPeriod } from './kept-cycles';

/** How far the provider has come in earning a credit back. */
export interface EarnBackState {
  readonly state: 'open' | 'earned' | 'lost';
  /** Following periods in which the measure reached what it had to, from the first one on. */
  readonly kept: number;
  readonly needed: number;
}

/**
 * Whether a measure earns the credit of a period back: in each of the agreed number of periods after it, it must
 * reach what was agreed, exactly or better. A period in which nothing was counted proves nothing, so it loses
 * the credit as a missed one does. `after` are the periods that have ended since. null = nothing can be earned
 * back.
 */
export function earnBackOf(
  measureId: string,
  { earnBack }: Consequences,
  after: readonly KeptInPeriod[],
): EarnBackState | null {
  const reach = earnBack?.reach[measureId];
  if (earnBack === undefined || reach === undefined) return null;
  const needed = earnBack.periods;
  const following = after.slice(0, needed);
  const missed = following.findIndex((kept) => !reaches(kept, measureId, reach));
  if (missed >= 0) return { state: 'lost', kept: missed, needed };
  return { state: following.length === needed ? 'earned' : 'open', kept: following.length, needed };
}

function reaches(kept: KeptInPeriod, measureId: string, reach: number): boolean {
  const { met, counted } = kept.get(measureId) ?? { met: 0, counted: 0 };
  return counted > 0 && !isLess(fraction(met, counted), fraction(reach, WHOLE));
}
