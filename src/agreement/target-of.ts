import type { MeasureDocument } from './document';
import { readShare } from './share-text';

/** The service level target of a measure, 0..1; null = none is promised. */
export function targetOf(measure: MeasureDocument | undefined): number | null {
  const reading = measure?.target === undefined ? null : readShare(measure.target);
  return reading?.ok ? reading.value : null;
}
