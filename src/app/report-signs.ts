import type { WatermelonSign } from '../contract/compliance';
import type { ReportTally } from './report-tally';
import { signsBeside, type JudgedMeasure } from './watermelon-signs';

/**
 * What customers felt although measures were on target. Of what histories tell: ratings are in none, so that a
 * report of the past could not be made again with them.
 */
export function reportSigns(
  measures: readonly (JudgedMeasure & { readonly measureId: string })[],
  { felt, waiting }: Pick<ReportTally, 'felt' | 'waiting'>,
): readonly WatermelonSign[] {
  return signsBeside(
    measures,
    { ...felt, rated: 0, stars: 0 },
    ({ measureId }) => waiting[measureId] ?? { workingMs: 0, waitedMs: 0 },
  );
}
