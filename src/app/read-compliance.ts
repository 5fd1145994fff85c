import type { Result } from '../contract';
import type { ComplianceQuery, ComplianceView } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { countOngoing } from '../storage/ongoing-timer';
import { dayFigures, type DayFigures } from '../storage/report-figures';
import { figureScopeOf } from './figure-scope-of';
import { daysBefore, daysOf, measureCompliance } from './measure-compliance';
import { reportedProject, type ReportedProject } from './reported-project';
import type { AgreementTerms } from './terms-in-force';
import { watermelonOf } from './watermelon-of';

/** Former measures are told of as long as there is something to tell. */
function formerWith(
  rows: readonly DayFigures[],
  { agreementId, former }: AgreementTerms,
): AgreementTerms['former'] {
  return former.filter(({ measureId }) =>
    rows.some((row) => row.agreementId === agreementId && row.measureId === measureId),
  );
}

export interface ComplianceQuestion {
  readonly query: ComplianceQuery;
  readonly grain: 'week' | 'month';
}

/** Attainment of every agreement and measure of a project, for all who may browse it in Jira. */
export async function readCompliance(
  projectId: string,
  question: ComplianceQuestion,
  now: Instant,
): Promise<Result<ComplianceView>> {
  const found = await reportedProject(projectId, question.query.agreementId, now);
  return found.ok ? { ok: true, value: await complianceOf(found.value, question, now) } : found;
}

/** The same of a project that the viewer may see: one way to count, for pages and gadgets. */
export async function complianceOf(
  project: ReportedProject,
  { query, grain }: ComplianceQuestion,
  now: Instant,
): Promise<ComplianceView> {
  const scope = figureScopeOf(project, query);
  const days = daysOf(query);
  const [{ rows, liveDays }, { late, atRisk }] = await Promise.all([
    dayFigures({ ...scope, fromDay: daysBefore(days).fromDay }),
    countOngoing(scope),
  ]);
  const measures = project.agreements.flatMap((terms) =>
    [...terms.measures, ...formerWith(rows, terms)]
      .filter(({ measureId }) => query.measureId === undefined || measureId === query.measureId)
      .map((measure) => measureCompliance(terms, measure, rows, days, grain)),
  );
  return {
    asOf: now,
    query,
    grain,
    measures,
    atRisk,
    ongoingBreached: late,
    liveDays,
    watermelon: await watermelonOf(project, query, measures),
  };
}
