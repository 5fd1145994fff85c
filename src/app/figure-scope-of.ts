import type { ComplianceQuery } from '../contract/compliance';
import { parseLocalDay } from '../engine/local-date';
import type { FigureScope } from '../storage/figure-scope';
import type { ReportedProject } from './reported-project';

/** What a question of the page asks of the store, of tickets the viewer may see. */
export function figureScopeOf(
  { projectId, levels }: Pick<ReportedProject, 'projectId' | 'levels'>,
  { from, to, agreementId, measureId, ...filter }: ComplianceQuery,
): FigureScope {
  return {
    projectId,
    levels,
    fromDay: parseLocalDay(from),
    toDay: parseLocalDay(to),
    ...(agreementId === undefined ? {} : { agreementId }),
    ...(measureId === undefined ? {} : { measureId }),
    filter,
  };
}
