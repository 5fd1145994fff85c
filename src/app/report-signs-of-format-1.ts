import type { WatermelonSign } from '../contract/compliance';
import { watermelonSigns, type FeltSign } from '../engine/watermelon';
import type { ReportTally } from './report-tally';

/**
 * The signs as reports of format 1 have them, whatever their measures came to: what was frozen and signed stays,
 * and its replay has to give the same bytes.
 */
export function reportSignsOfFormat1({
  resolved,
  reopened,
  workingMs,
  waitedMs,
}: ReportTally): readonly WatermelonSign[] {
  return watermelonSigns({ resolved, reopened, rated: 0, stars: 0, workingMs, waitedMs }).map((sign) => ({
    ...sign,
    text: wordsOf(sign),
  }));
}

function wordsOf({ kind, value, limit, cases }: FeltSign): string {
  const [found, most] = [value, limit].map((share) => `${Math.round(share * 100)}%`);
  switch (kind) {
    case 'reopened':
      return `${found} of ${cases} resolved tickets had been opened again; more than ${most} says that work was not done when the clock stopped.`;
    case 'customer-wait':
      return `Clocks stood still for ${found} of the working time; beyond ${most} customers wait longer than the figures say.`;
    case 'satisfaction':
      return `Customers gave ${value.toFixed(1)} stars on average; below ${limit} they are not content, whatever the figures say.`;
  }
}
