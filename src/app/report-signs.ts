import type { WatermelonSign } from '../contract/compliance';
import type { ServiceReportContent } from '../contract/service-report';
import { watermelonSigns, type FeltSign } from '../engine/watermelon';
import type { ReportTally } from './report-tally';

/**
 * What customers felt otherwise although every target is met; none while one is missed, for then the figures say
 * so themselves. Of what histories tell: ratings are in none, so that a report of the past could not be made again
 * with them. The waiting is of the measures that have a target.
 */
export function reportSigns(
  { resolved, reopened, waiting }: ReportTally,
  measures: ServiceReportContent['measures'],
): readonly WatermelonSign[] {
  const promised = measures.filter(({ target, net }) => target !== null && net.share !== null);
  if (promised.length === 0 || promised.some(({ target, net }) => (net.share ?? 0) < (target ?? 0)))
    return [];
  const times = promised.map(({ measureId }) => waiting[measureId] ?? { workingMs: 0, waitedMs: 0 });
  const workingMs = times.reduce((sum, one) => sum + one.workingMs, 0);
  const waitedMs = times.reduce((sum, one) => sum + one.waitedMs, 0);
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
      return `For ${found} of the working time, tickets waited for customers or third parties while clocks stood still; beyond ${most} customers wait longer than the figures say.`;
    case 'satisfaction':
      return `Customers gave ${value.toFixed(1)} stars on average; below ${limit} they are not content, whatever the figures say.`;
  }
}
