import type { ComplianceQuery } from '../contract/compliance';
import type { Interval } from '../engine/instant';
import { DAY } from '../engine/local-date';
import { instantOf } from '../engine/time-zone';
import type { FeltScope } from '../storage/resolved-list';
import { figureScopeOf } from './figure-scope-of';
import type { ReportedProject } from './reported-project';

/** The resolved tickets a question of the page is about: of its days in the zone of the agreement's provider. */
export function feltScopeOf(
  project: ReportedProject,
  query: ComplianceQuery,
): { readonly scope: FeltScope; readonly span: Interval } {
  const zone = project.agreements[0]?.compiled.parties.provider.timeZone ?? 'UTC';
  return {
    scope: figureScopeOf(project, query),
    span: { start: instantOf(zone, query.from, 0), end: instantOf(zone, query.to, DAY) },
  };
}
