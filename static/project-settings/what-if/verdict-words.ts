import type { WhatIfDirection, WhatIfVerdict } from '../../../src/contract/what-if';
import { sayDuration } from '../../ui/duration';

const outcomes: Readonly<Record<string, string>> = {
  met: 'Met',
  breached: 'Breached',
  'no-goal': 'No goal',
  reset: 'Reset, not counted',
  cancelled: 'Cancelled, not counted',
  'left-out': 'Left out by an exclusion',
};

/**
 * A verdict in two or three words.
 * @example sayOutcome({ outcome: 'ongoing', elapsedMs: 7_200_000, goalMs: 3_600_000 }) //=> "Ongoing, late"
 */
export function sayOutcome(verdict: WhatIfVerdict | null): string {
  if (verdict === null) return 'No clock';
  const { outcome, elapsedMs, goalMs } = verdict;
  if (outcome === 'ongoing') return goalMs !== null && elapsedMs > goalMs ? 'Ongoing, late' : 'Ongoing';
  return outcomes[outcome] ?? outcome;
}

/** What was counted of what was promised; null = there is nothing to say. */
export function sayCounted(verdict: WhatIfVerdict | null): string | null {
  if (verdict === null) return null;
  const counted = sayDuration(verdict.elapsedMs);
  return verdict.goalMs === null ? `${counted} counted` : `${counted} of ${sayDuration(verdict.goalMs)}`;
}

export const DIRECTIONS: readonly WhatIfDirection[] = [
  'to-met',
  'to-breached',
  'now-counted',
  'no-longer-counted',
];

const directions: Readonly<Record<WhatIfDirection, string>> = {
  'to-met': 'Breached to met',
  'to-breached': 'Met to breached',
  'now-counted': 'Newly counted',
  'no-longer-counted': 'No longer counted',
};

export const sayDirection = (direction: WhatIfDirection): string => directions[direction];
