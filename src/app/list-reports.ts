import type { Result } from '../contract';
import type { ReportTimeliness, ServiceReportList } from '../contract/service-report';
import type { Instant } from '../engine/instant';
import type { ReportingPeriod } from '../engine/reporting-periods';
import { agreementsOfProject, publicationTimes, type CompiledAgreement } from '../storage/agreement-version';
import { serviceReportsOfProject, type ServiceReportHead } from '../storage/service-report';
import { overdueActions } from '../storage/service-report-note';
import { reportSubject, signaturesOf } from '../storage/signature';
import { periodsOfAgreement, versionsWithText, type VersionWithText } from './agreement-periods';
import { agreementsBinding, viewerOf, type Caller } from './agreement-viewer';
import { countsOf } from './counts-of';
import { notFound } from './refuse';
import { accessOf, mayDraft, type ReportAccess } from './report-access';
import { reportDueAt, reportTermsOf } from './report-terms';
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
  const read = await serviceReportsOfProject(projectId, MOST);
  // Of periods before the oldest report that was read, nothing is known.
  const known = read.length < MOST ? -Infinity : Math.min(...read.map(({ periodEnd }) => periodEnd));
  const heads = read.filter((one) => byAgreement.has(one.agreementId));
  const promises = await Promise.all(
    [...byAgreement.values()].map((access) => promiseOf(projectId, access, versions, { heads, known }, now)),
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
    timeliness: promises.flatMap(({ id, missing }) => timelinessOf(id, heads, missing, now)),
    agreements: promises.flatMap(({ promise }) => promise),
  };
}

/** A report counts once it is delivered, or as soon as it is late; `missing` = how many are late and never began. */
function timelinessOf(
  agreementId: string,
  heads: readonly ServiceReportHead[],
  missing: number,
  now: Instant,
): readonly ReportTimeliness[] {
  const own = heads.filter((one) => one.agreementId === agreementId);
  const breached = own.filter((one) => isLate(one, now)).length + missing;
  const met = own.filter((one) => one.deliveredAt !== null && !isLate(one, now)).length;
  return own.length + missing === 0 ? [] : [{ agreementId, counts: countsOf(met, breached) }];
}

interface Promised {
  readonly id: string;
  readonly missing: number;
  readonly promise: ServiceReportList['agreements'];
}

async function promiseOf(
  projectId: string,
  access: ReportAccess,
  versions: readonly CompiledAgreement[],
  { heads, known }: { readonly heads: readonly ServiceReportHead[]; readonly known: Instant },
  now: Instant,
): Promise<Promised> {
  const { id, name } = access.version.agreement;
  const own = versions.filter(({ agreement }) => agreement.id === id);
  const texts = await versionsWithText(projectId, own);
  const reported = new Set(
    heads.filter((one) => one.agreementId === id).map(({ periodStart }) => periodStart),
  );
  const periods = periodsOfAgreement(texts, now);
  const current = periods.at(-1);
  const without = periods.filter(
    (period) =>
      period.end <= now && period.end > known && !reported.has(period.start) && inForceWithin(own, period),
  );
  const published = without.length === 0 ? new Map<number, Instant>() : await publicationTimes(projectId, id);
  const since = Math.min(...published.values());
  const missing = without.filter((period) => (dueAt(texts, period, since) ?? Infinity) < now).length;
  const terms = reportTermsOf(access.document);
  if (!terms) return { id, missing, promise: [] };
  const { every, timeZone } = terms;
  const seen = new Set(periods.filter(({ end }) => end <= now).slice(-MOST_OPEN));
  const open = without.filter((period) => seen.has(period)).map(({ start, end }) => ({ start, end }));
  const nextEnd = current && inForceWithin(own, current) ? current.end : null;
  return {
    id,
    missing,
    promise: [{ id, name, every, nextEnd, timeZone, open: open.reverse(), mayDraft: mayDraft(access) }],
  };
}

/** When a report that comes by itself was due; null = none was promised when the period ended. */
function dueAt(
  texts: readonly VersionWithText[],
  { end }: ReportingPeriod,
  publishedAt: Instant,
): Instant | null {
  if (publishedAt >= end) return null;
  const atEnd = texts.findLast(({ compiled }) => compiled.agreement.effectiveFrom < end);
  const terms = atEnd && reportTermsOf(atEnd.document);
  return terms ? reportDueAt(terms, end, publishedAt) : null;
}
