import type { ReadIssue } from '../jira/read-issue';
import { readServiceReport, type ServiceReportKey } from '../storage/service-report';
import { workOf } from './report-work';

/** What the work item of a report bears, so that it is told from tickets and found again. */
export interface ReportMark {
  /** `AGREEMENT:PERIOD_START`; one in a project. */
  readonly id: string;
  readonly project: string;
}

export function reportMark({ projectId, agreementId, periodStart }: ServiceReportKey): ReportMark {
  return { id: `${agreementId}:${periodStart}`, project: projectId };
}

/**
 * Is this issue the work item of a service report, of which nothing is promised? The mark is an issue property,
 * which whoever may edit a ticket may write on it: the report itself has to name the issue.
 */
export async function isReportWorkItem({
  id,
  reportMark,
}: Pick<ReadIssue, 'id' | 'reportMark'>): Promise<boolean> {
  const key = keyOf(reportMark);
  const report = key && (await readServiceReport(key));
  if (!report) return false;
  return report.issueId === null ? workOf(report).creating : report.issueId === id;
}

/** The issues that are tickets. */
export async function withoutReports<Issue extends Pick<ReadIssue, 'id' | 'reportMark'>>(
  issues: readonly Issue[],
): Promise<readonly Issue[]> {
  const reports = new Set<Issue>();
  for (const issue of issues) if (await isReportWorkItem(issue)) reports.add(issue);
  return issues.filter((issue) => !reports.has(issue));
}

/** null = it is no mark. */
function keyOf(mark: unknown): ServiceReportKey | null {
  const { id, project } = (mark ?? {}) as { readonly id?: unknown; readonly project?: unknown };
  if (typeof id !== 'string' || typeof project !== 'string' || !/^\d{1,15}$/.test(project)) return null;
  const [, agreementId, periodStart] = /^([a-z0-9-]{1,64}):(-?\d{1,15})$/.exec(id) ?? [];
  if (agreementId === undefined) return null;
  return { projectId: project, agreementId, periodStart: Number(periodStart) };
}
