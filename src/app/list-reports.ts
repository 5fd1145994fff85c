import type { Result } from '../contract';
import type { ReportTimeliness, ServiceReportList } from '../contract/service-report';
import type { Instant, Interval } from '../engine/instant';
import { reportingPeriodOf } from '../engine/reporting-period';
import { agreementsOfProject, type CompiledAgreement } from '../storage/agreement-version';
import { serviceReportsOfProject, type ServiceReportHead } from '../storage/service-report';
import { overdueActions } from '../storage/service-report-note';
import { reportSubject, signaturesOf } from '../storage/signature';
import { agreementsBinding, viewerOf, type Caller } from './agreement-viewer';
import { countsOf } from './counts-of';
import { notFound } from './refuse';
import { accessOf, mayDraft, type ReportAccess } from './report-access';
import { reportTermsOf } from './report-terms';
import { inForceWithin } from './report-versions';
import { isLate, reportSummary } from './report-view';

/** Of 13 agreements that report every month, more than ten years. */
const MOST = 2_000;
const MOST_OPEN = 12;

/** The service reports of a project, for all who may browse it in Jira. */
export async function listReports(
  projectId: string,
  caller: Caller,
  now: Instant,
): Promise<Result<ServiceReportList>> {
  const viewer = await viewerOf(projectId, caller);
  if (!viewer) return notFound('project');
  const versions = await agreementsOfProject(projectId);
  const ids = [...new Set(versions.map(({ agreement }) => agreement.id))];
  const seen = await Promise.all(ids.map((id) => accessOf(viewer, projectId, id, versions, now)));
  return {
    ok: true,
    value: await listOf([{ projectId, versions, seen: seen.filter((one) => one !== null) }], now),
  };
}

/** The service reports of all agreements for which the person who asks signs, in all projects. */
export async function listMyReports(caller: Caller, now: Instant): Promise<Result<ServiceReportList>> {
  const bound = await agreementsBinding(caller.accountId);
  const lists: ProjectReports[] = [];
  for (const projectId of new Set(bound.map((one) => one.projectId))) {
    const viewer = await viewerOf(projectId, caller);
    if (!viewer) continue;
    const versions = await agreementsOfProject(projectId);
    const ids = bound.filter((one) => one.projectId === projectId).map(({ agreementId }) => agreementId);
    const seen = await Promise.all(
      [...new Set(ids)].map((id) => accessOf(viewer, projectId, id, versions, now)),
    );
    lists.push({
      projectId,
      versions,
      seen: seen.filter((one) => one !== null && one.side !== null) as ReportAccess[],
    });
  }
  return { ok: true, value: await listOf(lists, now) };
}

interface ProjectReports {
  readonly projectId: string;
  readonly versions: readonly CompiledAgreement[];
  readonly seen: readonly ReportAccess[];
}

async function listOf(projects: readonly ProjectReports[], now: Instant): Promise<ServiceReportList> {
  const lists = await Promise.all(projects.map((one) => listOfProject(one, now)));
  return {
    asOf: now,
    reports: lists.flatMap(({ reports }) => reports).sort((a, b) => b.end - a.end),
    timeliness: lists.flatMap(({ timeliness }) => timeliness),
    agreements: lists.flatMap(({ agreements }) => agreements),
  };
}

async function listOfProject(
  { projectId, versions, seen }: ProjectReports,
  now: Instant,
): Promise<Omit<ServiceReportList, 'asOf'>> {
  const byAgreement = new Map(seen.map((access) => [access.version.agreement.id, access]));
  const heads = (await serviceReportsOfProject(projectId, MOST)).filter((one) =>
    byAgreement.has(one.agreementId),
  );
  const subjects = heads.map(({ agreementId, periodStart }) => reportSubject(agreementId, periodStart));
  const [signatures, actions] =
    subjects.length === 0
      ? [[], []]
      : await Promise.all([signaturesOf(projectId, subjects), overdueActions(projectId, now)]);
  return {
    reports: heads.map((head) => {
      const subject = reportSubject(head.agreementId, head.periodStart);
      const own = signatures.filter((one) => one.subject === subject);
      const overdue = actions.find(
        (one) => one.agreementId === head.agreementId && one.periodStart === head.periodStart,
      );
      const beside = { signatures: own, overdue: overdue?.actions ?? 0 };
      return reportSummary(head, beside, byAgreement.get(head.agreementId) as ReportAccess, now);
    }),
    timeliness: [...byAgreement.keys()].flatMap((id) => timelinessOf(id, heads, now)),
    agreements: [...byAgreement.values()].flatMap((access) => promiseOf(access, versions, heads, now)),
  };
}

/** A report counts once it is delivered, or as soon as it is late. */
function timelinessOf(
  agreementId: string,
  heads: readonly ServiceReportHead[],
  now: Instant,
): readonly ReportTimeliness[] {
  const own = heads.filter((one) => one.agreementId === agreementId);
  const breached = own.filter((one) => isLate(one, now)).length;
  const met = own.filter((one) => one.deliveredAt !== null && !isLate(one, now)).length;
  return own.length === 0 ? [] : [{ agreementId, counts: countsOf(met, breached) }];
}

function promiseOf(
  access: ReportAccess,
  versions: readonly CompiledAgreement[],
  heads: readonly ServiceReportHead[],
  now: Instant,
): ServiceReportList['agreements'] {
  const terms = reportTermsOf(access.document);
  if (!terms) return [];
  const { id, name } = access.version.agreement;
  const { every, timeZone } = terms;
  const own = versions.filter(({ agreement }) => agreement.id === id);
  const since = own.reduce((first, { agreement }) => Math.min(first, agreement.effectiveFrom), Infinity);
  const reported = new Set(
    heads.filter((one) => one.agreementId === id).map(({ periodStart }) => periodStart),
  );
  const open: Interval[] = [];
  const current = reportingPeriodOf(now, every, timeZone);
  for (let at = current.start - 1, seen = 0; seen < MOST_OPEN; seen++) {
    const period = reportingPeriodOf(at, every, timeZone);
    if (period.end <= since) break;
    if (!reported.has(period.start) && inForceWithin(own, period)) open.push(period);
    at = period.start - 1;
  }
  const nextEnd = inForceWithin(own, current) ? current.end : null;
  return [{ id, name, every, nextEnd, timeZone, open, mayDraft: mayDraft(access) }];
}
