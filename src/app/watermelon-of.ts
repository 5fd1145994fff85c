import type { ComplianceQuery, MeasureCompliance, WatermelonSign } from '../contract/compliance';
import { feltFigures } from '../storage/felt-figures';
import { waitingTimes } from '../storage/waiting-times';
import { feltScopeOf } from './felt-scope-of';
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
  const green = onTarget(measures);
  if (green.length === 0) return [];
  const { scope, span } = feltScopeOf(project, query);
  const [felt, times] = await Promise.all([
    feltFigures(scope, span),
    waitingTimes(figureScopeOf(project, query), green),
  ]);
  return signsBeside(measures, felt, ({ agreementId, measureId }) => {
    const own = times.filter((time) => time.agreementId === agreementId && time.measureId === measureId);
    return {
      workingMs: own.reduce((sum, { workingMs }) => sum + workingMs, 0),
      waitedMs: own.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
    };
  });
}
