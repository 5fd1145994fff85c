import type { Result } from '../contract';
import type { ReportReproduction } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import { countIssues } from '../jira/count-issues';
import {
  moveServiceReport,
  readServiceReport,
  type ServiceReportKey,
  type StoredServiceReport,
} from '../storage/service-report';
import type { Caller } from './agreement-viewer';
import type { PushJobs } from './job';
import { conflict, notFound } from './refuse';
import { reportAccess, type ReportAccess } from './report-access';
import { reportBasis } from './report-basis';
import { reportJob } from './report-job';
import { daysSince, reportJql } from './report-jql';
import { differencesFor } from './report-visibility';
import { progressOf, replayWork, workOf } from './report-work';

/** So long an answer is given again, for whoever asks until it is there; then Jira is asked anew. */
const GOOD_FOR_MS = 5 * 60_000;

/**
 * Replays a frozen report from Jira's history as of the same instant, by the job that drafted it: the same bytes
 * prove it true. Begins when there is no fresh answer; to be asked again until it is no longer `running`.
 */
export async function reproduceReport(
  key: ServiceReportKey,
  caller: Caller,
  push: PushJobs,
  now: Instant,
): Promise<Result<ReportReproduction>> {
  const access = await reportAccess(key, caller, now);
  const report = access && (await readServiceReport(key));
  if (!access || !report) return notFound('report');
  if (report.hash === '') return conflict('The report is still being drafted.');
  const { purpose, reproduction } = workOf(report);
  if (purpose === null && (reproduction === null || reproduction.at < now - GOOD_FOR_MS)) {
    if (report.running) return conflict('The report is being delivered. Try again in a minute.');
    await begin(report, push, now);
  }
  return { ok: true, value: await reproductionOf((await readServiceReport(key)) ?? report, access) };
}

async function begin(report: StoredServiceReport, push: PushJobs, now: Instant): Promise<void> {
  const basis = await reportBasis(report);
  const oldest = basis?.span.trend[0]?.start ?? report.periodStart;
  const days = daysSince(oldest, now);
  const total = await countIssues(reportJql(report.projectId, days), 'app');
  const work = replayWork('reproduce', { total, days }, workOf(report));
  const moved = await moveServiceReport({
    ...report,
    work: JSON.stringify(work),
    running: true,
    beatAt: now,
  });
  if (moved) await push([reportJob({ ...report, rowVersion: report.rowVersion + 1 })]);
}

async function reproductionOf(
  report: StoredServiceReport,
  access: ReportAccess,
): Promise<ReportReproduction> {
  const work = workOf(report);
  const { hash: frozenHash } = report;
  if (work.purpose !== null || work.reproduction === null)
    return { state: 'running', progress: progressOf(work), frozenHash, replayedHash: null, differences: [] };
  const { hash: replayedHash, differences: all } = work.reproduction;
  const same = replayedHash === frozenHash && all.length === 0;
  const differences = await differencesFor(report, all, access);
  return { state: same ? 'same' : 'different', progress: 1, frozenHash, replayedHash, differences };
}
