import type { WhatIfDirection, WhatIfVerdict } from '../../../src/contract/what-if';
import { exactDuration, sayDuration } from '../../ui/duration';

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

/**
 * What was counted of what was promised, to the millisecond where only that tells them apart; null = there is
 * nothing to say.
 * @example sayCounted({ outcome: 'breached', elapsedMs: 905_000, goalMs: 900_000 }) //=> "15 min 5 s of 15 min"
 */
export function sayCounted(verdict: WhatIfVerdict | null): string | null {
  if (verdict === null) return null;
  const { elapsedMs, goalMs } = verdict;
  const counted = sayDuration(elapsedMs);
  if (goalMs === null) return `${counted} counted`;
  const goal = sayDuration(goalMs);
  return `${counted === goal && elapsedMs !== goalMs ? exactDuration(elapsedMs) : counted} of ${goal}`;
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
