import type { Instant } from '../engine/instant';
import { countIssues } from '../jira/count-issues';
import { addServiceReport, type ServiceReportKey } from '../storage/service-report';
import { periodsOfAgreement, versionsWithText } from './agreement-periods';
import { ACCORD, recordAudit, type Person } from './audit';
import type { PushJobs } from './job';
import { reportJob } from './report-job';
import { daysSince, reportJql } from './report-jql';
import { reportDueAt, reportTermsOf, trendPeriods } from './report-terms';
import { inForceWithin, reportedVersion, versionsPublishedBefore } from './report-versions';
import { replayWork } from './report-work';

/** What is being written just now is given a minute to arrive. */
export const SETTLING_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * - `begun`: it is being drafted
 * - `there`: there is one already
 * - `not-promised`: the agreement promises none for this period, or there is no such period
 * - `not-over`: the period has not ended yet
 * - `too-soon`: the agreement was published within the last minutes, which no report looks at yet
 */
export type ReportBegin = 'begun' | 'there' | 'not-promised' | 'not-over' | 'too-soon';

/**
 * Begins to draft the report of a period. What counts is what had happened before a whole minute that is over
 * by now: so nothing that is written meanwhile comes in between.
 */
export async function beginReport(
  key: ServiceReportKey,
  push: PushJobs,
  now: Instant,
  by: Person = ACCORD,
): Promise<ReportBegin> {
  const { projectId, agreementId, periodStart } = key;
  const asOf = Math.floor((now - SETTLING_MS) / MINUTE_MS) * MINUTE_MS;
  const versions = (await versionsPublishedBefore(projectId, asOf)).get(agreementId) ?? [];
  if (versions.length === 0 && (await versionsPublishedBefore(projectId, now + 1)).has(agreementId))
    return 'too-soon';
  const compiled = versions.map((one) => one.compiled);
  const texts = await versionsWithText(projectId, compiled);
  const period = periodsOfAgreement(texts, asOf).find(({ start }) => start === periodStart);
  if (!period || !inForceWithin(compiled, period)) return 'not-promised';
  if (period.end > asOf) return 'not-over';
  const reported = await reportedVersion(projectId, versions, period.end);
  const terms = reported && reportTermsOf(reported.document);
  const since = versions[0]?.compiled.agreement.effectiveFrom;
  if (!terms || since === undefined) return 'not-promised';
  const oldest = trendPeriods(period, since)[0] ?? period;
  const days = daysSince(oldest.start, now);
  const total = await countIssues(reportJql(projectId, days), 'app');
  const added = await addServiceReport({
    ...key,
    periodEnd: period.end,
    state: 'drafting',
    content: '',
    hash: '',
    asOf,
    dueAt: reportDueAt(terms, period.end, versions[0]?.publishedAt ?? 0),
    draftedAt: null,
    deliveredAt: null,
    issueId: null,
    issueKey: null,
    work: JSON.stringify(replayWork('draft', { total, days }, null)),
    running: true,
    beatAt: now,
    rowVersion: 1,
  });
  if (!added) return 'there';
  await recordAudit(
    projectId,
    {
      actor: by,
      action: 'report-begun',
      subject: `report:${agreementId}:${periodStart}`,
      text: `began to draft the service report of “${reported.document.name}”`,
      facts: { periodStart, periodEnd: period.end, asOf },
    },
    now,
  );
  try {
    await push([reportJob({ ...key, rowVersion: 1 })]);
  } catch (error) {
    // It has begun: the sweep finds that nothing is heard of it.
    console.error(error);
  }
  return 'begun';
}
