import type { Counts } from '../../src/contract/compliance';
import { tenthsShown } from '../ui/say-share';

/** How a share stands to the one before it, in points, to one decimal. */
export interface Change {
  readonly sign: 'up' | 'down' | 'same';
  readonly text: string;
}

/**
 * The change from one attainment to another; null where one of them counts nothing.
 * @example changeOf({ share: 0.9 }, { share: 0.875 }) //=> { sign: 'up', text: '2.5 points up' }
 */
export function changeOf(now: Pick<Counts, 'share'>, before: Pick<Counts, 'share'>): Change | null {
  if (now.share === null || before.share === null) return null;
  // Of the shares as they are shown, so that who subtracts them finds the same.
  const tenths = tenthsShown(now.share) - tenthsShown(before.share);
  if (tenths === 0) return { sign: 'same', text: 'unchanged' };
  const points = Math.abs(tenths) / 10;
  const sign = tenths > 0 ? 'up' : 'down';
  return { sign, text: `${points} ${points === 1 ? 'point' : 'points'} ${sign}` };
}

export type Standing = 'on-target' | 'below-target' | 'no-target' | 'no-goal' | 'nothing';

export interface Judged {
  readonly net: Counts;
  readonly target: number | null;
  readonly hasGoal: boolean;
}

/** Whether what was promised is kept. The comparison is of counts, so that no rounding decides. */
export function standingOf({ net: { met, breached }, target, hasGoal }: Judged): Standing {
  if (met + breached === 0) return hasGoal ? 'nothing' : 'no-goal';
  if (target === null) return 'no-target';
  return met >= target * (met + breached) - 1e-9 ? 'on-target' : 'below-target';
}
