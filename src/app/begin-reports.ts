import type { Instant } from '../engine/instant';
import { projectsWithAgreements } from '../storage/agreement-version';
import { readServiceReport } from '../storage/service-report';
import { periodsOfAgreement, versionsWithText } from './agreement-periods';
import { beginReport, SETTLING_MS } from './begin-report';
import type { PushJobs } from './job';
import { versionsPublishedBefore } from './report-versions';

/**
 * Begins the report of the last period of every agreement of a project that promises one. A period that had
 * ended when the agreement was published is drafted only when somebody asks. Doing it twice changes nothing.
 * Answers how many were begun.
 */
export async function beginReports(projectId: string, push: PushJobs, now: Instant): Promise<number> {
  const settled = now - SETTLING_MS;
  let begun = 0;
  for (const [agreementId, versions] of await versionsPublishedBefore(projectId, settled)) {
    const texts = await versionsWithText(
      projectId,
      versions.map(({ compiled }) => compiled),
    );
    const period = periodsOfAgreement(texts, settled).findLast(({ end }) => end <= settled);
    if (!period) continue;
    const key = { projectId, agreementId, periodStart: period.start };
    const [first] = versions;
    if (!first || first.publishedAt >= period.end) continue;
    if (await readServiceReport(key)) continue;
    if ((await beginReport(key, push, now)) === 'begun') begun++;
  }
  return begun;
}

/** Queues the look at each project: periods end at midnight, in as many zones as there are providers. */
export async function beginReportsEverywhere(push: PushJobs): Promise<void> {
  const projects = await projectsWithAgreements();
  if (projects.length > 0)
    await push(
      projects.map((projectId) => ({ job: { v: 1, kind: 'begin-reports', projectId }, delayMs: 0 })),
    );
}
