import type { MeasureReport } from '../../../src/contract/compliance';
import type { Millis } from '../../../src/engine/instant';

/** Where a time stands among bins of equal width on paper, in bins from the left: 1.5 = the middle of the second. */
export function placeAmong(bins: MeasureReport['times']['bins'], time: Millis): number {
  const i = bins.findIndex(({ to }) => time < to);
  const bin = bins[i];
  if (!bin) return bins.length;
  return i + Math.max(0, (time - bin.from) / (bin.to - bin.from));
}
