import type { MeasureDocument } from './document';
import { readDuration } from './duration-text';

/** Does a measure promise a time for any ticket? */
export function hasGoal({ goals }: MeasureDocument): boolean {
  return goals.some(({ within }) => {
    const reading = readDuration(within);
    return reading.ok && reading.value !== null;
  });
}
