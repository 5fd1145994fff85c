import { agreementOutline, type AgreementOutline } from '../agreement/agreement-outline';
import type { AgreementDocument } from '../agreement/document';
import type { Side } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import {
  agreementsOfProject,
  readAgreementVersion,
  type CompiledAgreement,
} from '../storage/agreement-version';
import { sideOf, versionAt } from './agreement-at';
import { agreementsBinding, isPortal, viewerOf, type AgreementViewer, type Caller } from './agreement-viewer';
import { agreementDocument } from './shown-text';

/** What somebody may do with the reports of an agreement. */
export interface ReportAccess {
  readonly viewer: AgreementViewer;
  readonly version: CompiledAgreement;
  readonly document: AgreementDocument;
  readonly parties: AgreementOutline;
  /** For which side they sign; null = for none. */
  readonly side: Side | null;
}

/**
 * Who may browse the project in Jira reads its reports; in the portal only the representatives whom the
 * agreement binds: a report tells of money and of many people's requests. null = there is nothing to see.
 */
export async function reportAccess(
  { projectId, agreementId }: { readonly projectId: string; readonly agreementId: string },
  caller: Caller,
  now: Instant,
): Promise<ReportAccess | null> {
  const viewer = await viewerOf(projectId, caller);
  if (!viewer) return null;
  const access = await accessOf(viewer, projectId, agreementId, await agreementsOfProject(projectId), now);
  if (access === null || !isPortal(caller.place)) return access;
  const bound = (await agreementsBinding(caller.accountId)).some(
    (one) => one.projectId === projectId && one.agreementId === agreementId,
  );
  return bound && access.side !== null ? access : null;
}

/** The same of a viewer who is known already. */
export async function accessOf(
  viewer: AgreementViewer,
  projectId: string,
  agreementId: string,
  versions: readonly CompiledAgreement[],
  now: Instant,
): Promise<ReportAccess | null> {
  const version = versionAt(versions, agreementId, now);
  const found = version && (await readAgreementVersion(projectId, agreementId, version.agreement.version));
  const document = found && agreementDocument(found.document);
  const parties = found && agreementOutline(found.document);
  if (!version || !document || !parties) return null;
  return { viewer, version, document, parties, side: sideOf(parties, viewer) };
}

/** Administrators, and whom the agreement names as the one who writes it. */
export function mayDraft({ viewer, document, parties }: ReportAccess): boolean {
  const writer = parties.provider.representatives
    .concat(parties.customer.representatives)
    .find(({ name }) => name === document.report?.by);
  return viewer.administer || (writer !== undefined && writer.accountId === viewer.accountId);
}
