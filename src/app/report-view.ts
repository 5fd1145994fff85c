import type { Side } from '../contract/agreement';
import type {
  ReportNote,
  ServiceReportContent,
  ServiceReportSummary,
  ServiceReportView,
} from '../contract/service-report';
import type { Instant } from '../engine/instant';
import {
  readServiceReport,
  type ServiceReportHead,
  type ServiceReportKey,
  type StoredServiceReport,
} from '../storage/service-report';
import { notesOfServiceReport, type ServiceReportNote } from '../storage/service-report-note';
import { reportSubject, signaturesOf, type Signature } from '../storage/signature';
import { isPortal } from './agreement-viewer';
import { signaturesForCustomers } from './for-customers';
import { signatureView } from './proposal-view';
import type { ReportAccess } from './report-access';
import { reportText } from './report-text';
import { hiddenExclusions } from './report-visibility';
import { progressOf, workOf, type ReportWork } from './report-work';
import { visibleTickets } from './visible-tickets';

/** More would not be read. */
const MOST_NOTES = 500;

/** A report as the viewer may see it; null = there is none. */
export async function readReportView(
  key: ServiceReportKey,
  access: ReportAccess,
  now: Instant,
): Promise<ServiceReportView | null> {
  const report = await readServiceReport(key);
  if (!report) return null;
  const subject = reportSubject(key.agreementId, key.periodStart);
  const [signatures, notes] = await Promise.all([
    signaturesOf(key.projectId, [subject]),
    notesOfServiceReport(key, MOST_NOTES),
  ]);
  const views = notes.map((note) => noteView(note, access, now));
  const content = report.content === '' ? null : (JSON.parse(report.content) as ServiceReportContent);
  const forReader = content && (await forViewer(report, content, access));
  const shown = forReader && forReader.content;
  const signed = signatures.map(({ side }) => side);
  const { side } = access;
  const hiddenBreaches = (content?.breaches.length ?? 0) - (shown?.breaches.length ?? 0);
  return {
    summary: reportSummary(
      report,
      { signatures, overdue: views.filter(({ overdue }) => overdue).length },
      access,
      now,
    ),
    content: shown,
    hiddenBreaches,
    text:
      forReader &&
      reportText(forReader.content, { hash: report.hash, hiddenBreaches, pathOf: forReader.pathOf }),
    notes: views,
    maySign: content !== null && side !== null && !signed.includes(side) ? [side] : [],
    mayWrite: mayWrite(access),
  };
}

export function reportSummary(
  report: ServiceReportHead,
  { signatures, overdue }: { readonly signatures: readonly Signature[]; readonly overdue: number },
  access: ReportAccess,
  now: Instant,
): ServiceReportSummary {
  const { projectId, agreementId, periodStart, periodEnd, state, dueAt, deliveredAt, hash, issueKey } =
    report;
  const work = workOf(report);
  const views = signatures.map(signatureView);
  return {
    projectId,
    agreementId,
    agreementName: access.version.agreement.name,
    start: periodStart,
    end: periodEnd,
    state: new Set(signatures.map(({ side }) => side)).size === 2 ? 'signed' : state,
    dueAt,
    deliveredAt,
    late: isLate(report, now),
    hash,
    // The work item is in Jira, where customers of the portal are not.
    issueKey: inPortal(access) ? null : issueKey,
    to: readersOf(access),
    mailed: deliveredAt === null ? null : (work.mailed ?? null),
    signatures: inPortal(access)
      ? signaturesForCustomers({ signatures: views, approval: 'both' }, access.parties.provider)
      : views,
    overdueActions: overdue,
    progress: state === 'drafting' ? progressOf(work) : 1,
    problem: problemOf(work, access),
    timeZone: access.version.parties.provider.timeZone,
  };
}

/** In the portal without what Jira said: that is of the work item, too. */
function problemOf({ problem, said }: ReportWork, access: ReportAccess): string | null {
  return problem === null || !said || inPortal(access) ? problem : `${problem} Jira says: “${said}”`;
}

/** As the agreement in force names them; the provider's staff is not named in the portal. */
function readersOf(access: ReportAccess): readonly string[] {
  const named = access.document.report?.to ?? [];
  if (!inPortal(access)) return named;
  return named.filter((name) => access.parties.customer.representatives.some((one) => one.name === name));
}

/** Delivered after it was due, or not delivered although it is past. */
export function isLate(
  { dueAt, deliveredAt }: Pick<ServiceReportHead, 'dueAt' | 'deliveredAt'>,
  now: Instant,
): boolean {
  return (deliveredAt ?? now) > dueAt;
}

function inPortal({ viewer }: ReportAccess): boolean {
  return isPortal(viewer.place);
}

/** Content as its reader may see it, and where the tickets that it names are read. */
interface ContentForReader {
  readonly content: ServiceReportContent;
  readonly pathOf: ReadonlyMap<string, string | null>;
}

/**
 * Only tickets that Jira shows the viewer are named, and reasons told that are of such tickets; to customers,
 * nobody of the provider's who signed.
 */
async function forViewer(
  report: StoredServiceReport,
  content: ServiceReportContent,
  access: ReportAccess,
): Promise<ContentForReader> {
  const keys = content.breaches.map(({ issueKey }) => issueKey);
  const ids = content.exclusions.map(({ id }) => id);
  const [pathOf, hidden] = await Promise.all([
    visibleTickets(keys, access.viewer.place),
    hiddenExclusions(report, ids, access),
  ]);
  const breaches = content.breaches.filter(({ issueKey }) => pathOf.has(issueKey));
  const by = (side: Side, name: string) =>
    inPortal(access) && side === 'provider' ? content.provider : name;
  const exclusions = content.exclusions.map((exclusion) => ({
    ...exclusion,
    reason: hidden.has(exclusion.id) ? HIDDEN_REASON : exclusion.reason,
    signatures: exclusion.signatures.map((one) => ({ ...one, by: by(one.side, one.by) })),
  }));
  return { content: { ...content, breaches, exclusions }, pathOf };
}

const HIDDEN_REASON = 'It is about a ticket that you may not see.';

/** Representatives of both sides and those who work on the project's tickets. */
export function mayWrite({ side, viewer }: ReportAccess): boolean {
  return side !== null || viewer.agent;
}

function noteView(note: ServiceReportNote, access: ReportAccess, now: Instant): ReportNote {
  const { noteId, kind, content, ownerName, dueAt, doneAt, writtenByName, writtenAt, side, rowVersion } =
    note;
  return {
    noteId,
    kind,
    text: content,
    owner: ownerName,
    dueAt,
    overdue: dueAt !== null && doneAt === null && dueAt <= now,
    doneAt,
    // Who of the provider's staff wrote it, without speaking for it, is the provider's own business.
    writtenBy: inPortal(access) && side === '' ? access.parties.provider.name : writtenByName,
    writtenAt,
    side: side === '' ? null : side,
    mayChange: note.writtenBy === access.viewer.accountId && mayWrite(access),
    rowVersion,
  };
}
