import type { MeasureCompliance } from '../../src/contract/compliance';

/** What a measure without a goal is for. */
export const NO_PROMISE = 'Time is told, nothing is promised.';

/** Has a measure no goal, and had none when its verdicts fell? */
export const isOnlyTold = ({
  hasGoal,
  net,
  gross,
}: Pick<MeasureCompliance, 'hasGoal' | 'net' | 'gross'>): boolean =>
  !hasGoal && net.share === null && gross.share === null;
