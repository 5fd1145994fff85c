import type { MeasureCompliance } from '../../src/contract/compliance';
import { Blank } from '../ui/blank';
import { isOnlyTold } from '../ui/no-promise';

/** Is there no measure, or none that has counted anything or only tells times? */
export const nothingToShow = (measures: readonly MeasureCompliance[]): boolean =>
  measures.every((measure) => measure.gross.share === null && !isOnlyTold(measure));

/** No agreement is in force, or none of its measures has counted anything. */
export function NoMeasures({ measures }: { readonly measures: readonly MeasureCompliance[] }) {
  return measures.length === 0 ? (
    <Blank title="No agreement is in force">
      An administrator of the project writes one in the project settings.
    </Blank>
  ) : (
    <Blank title="Nothing counted yet">
      No promise was kept or broken in this time. Verdicts are counted on the day they fall.
    </Blank>
  );
}
