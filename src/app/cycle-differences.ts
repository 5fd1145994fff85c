import type { Cycle, MeasureResult } from '../engine/cycle';

/** A cycle that another set of exclusions makes another one. */
export interface CycleDifference {
  readonly measureId: string;
  readonly measureName: string;
  readonly was: Cycle;
  readonly is: Cycle;
}

/** Two replays of one ticket that differ in their exclusions only: the cycles that count otherwise. */
export function cycleDifferences(
  before: readonly MeasureResult[],
  after: readonly MeasureResult[],
): readonly CycleDifference[] {
  return before.flatMap(({ agreementId, measureId, measureName, cycles }) => {
    const other = after.find((one) => one.agreementId === agreementId && one.measureId === measureId);
    return cycles.flatMap((was, index) => {
      const is = other?.cycles[index];
      const same =
        is === undefined || (is.net.elapsedMs === was.net.elapsedMs && is.leftOutBy === was.leftOutBy);
      return same ? [] : [{ measureId, measureName, was, is }];
    });
  });
}
