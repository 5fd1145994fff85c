import type { Millis } from '../engine/instant';
import { int } from './column';
import type { Row } from './statement';

/** What is added up of cycles, whether kept in a roll-up or summed over the rows. */
export interface FigureCounts {
  readonly met: number;
  readonly breached: number;
  readonly grossMet: number;
  readonly grossBreached: number;
  /** Left out by an exclusion. */
  readonly leftOut: number;
  /** Those that have stopped, counted or not: what the times are of. */
  readonly stopped: number;
  readonly elapsedSum: Millis;
  readonly excludedSum: Millis;
  /** Working time beyond the goal of those that stopped late. */
  readonly lateSum: Millis;
}

/** The columns they stand in. */
export const COUNT_COLUMNS = [
  'met',
  'breached',
  'gross_met',
  'gross_breached',
  'left_out',
  'stopped',
  'elapsed_sum',
  'excluded_sum',
  'late_sum',
] as const;

export function figureCountsOf(row: Row): FigureCounts {
  return {
    met: int(row, 'met'),
    breached: int(row, 'breached'),
    grossMet: int(row, 'gross_met'),
    grossBreached: int(row, 'gross_breached'),
    leftOut: int(row, 'left_out'),
    stopped: int(row, 'stopped'),
    elapsedSum: int(row, 'elapsed_sum'),
    excludedSum: int(row, 'excluded_sum'),
    lateSum: int(row, 'late_sum'),
  };
}
