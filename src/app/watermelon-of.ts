import type { ComplianceQuery, MeasureCompliance, WatermelonSign } from '../contract/compliance';
import { instantOf } from '../engine/time-zone';
import { DAY } from '../engine/local-date';
import { feltFigures } from '../storage/felt-figures';
import { waitingTimes } from '../storage/waiting-times';
import { figureScopeOf } from './figure-scope-of';
import type { ReportedProject } from './reported-project';
import { onTarget, signsBeside } from './watermelon-signs';

/**
 * What customers feel although measures are on target. Tickets are those resolved in the period and so still: of
 * the agreement that is asked about, else of all.
 */
export async function watermelonOf(
  project: ReportedProject,
  query: ComplianceQuery,
  measures: readonly MeasureCompliance[],
): Promise<readonly WatermelonSign[]> {
  if (onTarget(measures).length === 0) return [];
  const zone = project.agreements[0]?.compiled.parties.provider.timeZone ?? 'UTC';
  const scope = figureScopeOf(project, query);
  const [felt, times] = await Promise.all([
    feltFigures(scope, { start: instantOf(zone, query.from, 0), end: instantOf(zone, query.to, DAY) }),
    waitingTimes(scope),
  ]);
  return signsBeside(measures, felt, ({ agreementId, measureId }) => {
    const own = times.filter((time) => time.agreementId === agreementId && time.measureId === measureId);
    return {
      workingMs: own.reduce((sum, { workingMs }) => sum + workingMs, 0),
      waitedMs: own.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
    };
  });
}
