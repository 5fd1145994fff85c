import type { ComplianceQuery, MeasureCompliance, WatermelonSign } from '../contract/compliance';
import { instantOf } from '../engine/time-zone';
import { DAY } from '../engine/local-date';
import { watermelonSigns, type FeltSign } from '../engine/watermelon';
import { feltFigures } from '../storage/issue-fact';
import { waitingTimes } from '../storage/waiting-times';
import { figureScopeOf } from './figure-scope-of';
import type { ReportedProject } from './reported-project';

/**
 * What customers feel although every target is met; none while one is missed, for then the figures say so
 * themselves. Tickets are those resolved in the period, under whatever agreement; the waiting is of the
 * measures that have a target.
 */
export async function watermelonOf(
  project: ReportedProject,
  query: ComplianceQuery,
  measures: readonly MeasureCompliance[],
): Promise<readonly WatermelonSign[]> {
  const promised = measures.filter(({ target, net }) => target !== null && net.share !== null);
  if (promised.length === 0 || promised.some(({ target, net }) => (net.share ?? 0) < (target ?? 0)))
    return [];
  const zone = project.agreements[0]?.compiled.parties.provider.timeZone ?? 'UTC';
  const scope = figureScopeOf(project, query);
  const [felt, times] = await Promise.all([
    feltFigures(scope, instantOf(zone, query.from, 0), instantOf(zone, query.to, DAY)),
    waitingTimes(scope),
  ]);
  const own = times.filter((time) =>
    promised.some(
      ({ agreementId, measureId }) => agreementId === time.agreementId && measureId === time.measureId,
    ),
  );
  const signs = watermelonSigns({
    ...felt,
    workingMs: own.reduce((sum, { workingMs }) => sum + workingMs, 0),
    waitedMs: own.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
  });
  return signs.map((sign) => ({ ...sign, text: wordsOf(sign) }));
}

function wordsOf({ kind, value, limit }: FeltSign): string {
  const [found, most] = [value, limit].map((share) => `${Math.round(share * 100)}%`);
  switch (kind) {
    case 'reopened':
      return `${found} of the tickets resolved had been resolved before and were reopened; up to ${most} is usual.`;
    case 'customer-wait':
      return `${found} of the working time, tickets waited for customers or third parties while clocks stood still; up to ${most} is usual.`;
    case 'satisfaction':
      return `Customers gave ${value.toFixed(1)} of 5 stars on average; ${limit.toFixed(1)} is the least to be content with.`;
  }
}
