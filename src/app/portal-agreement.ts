import type { AgreementSummary } from '../contract/agreement';
import type { ExclusionView } from '../contract/exclusion';
import type { PortalAgreement } from '../contract/portal';
import type { Instant } from '../engine/instant';
import type { CompiledAgreement } from '../storage/agreement-version';
import { partiesOf, sideOf, versionAt } from './agreement-at';
import type { AgreementViewer } from './agreement-viewer';
import { exclusionForCustomers, isForCustomer, proposalForCustomers } from './for-customers';
import { exclusionsSeen } from './list-exclusions';

/** An agreement as those see it whom it binds: without drafts, and without who of the provider's staff acted. */
export async function portalAgreement(
  summary: AgreementSummary,
  projectId: string,
  versions: readonly CompiledAgreement[],
  viewer: AgreementViewer,
  now: Instant,
): Promise<PortalAgreement> {
  const version = versionAt(versions, summary.agreementId, now);
  const parties = version ? await partiesOf(projectId, version) : null;
  const { proposal } = summary;
  const unnamed = { name: summary.provider, timeZone: null, organizations: [], representatives: [] };
  const provider = parties?.provider ?? unnamed;
  return {
    ...summary,
    draft: null,
    proposal: proposal && proposalForCustomers(proposal, provider),
    projectId,
    // Before the first version is in force, whoever may sign it represents the customer.
    representative: sideOf(parties, viewer) === 'customer' || proposal?.maySign === 'customer',
  };
}

/** The exclusions of one agreement as those see them whom it binds. */
export async function portalExclusions(
  projectId: string,
  agreementId: string,
  versions: readonly CompiledAgreement[],
  viewer: AgreementViewer,
  now: Instant,
): Promise<readonly ExclusionView[]> {
  const version = versionAt(versions, agreementId, now);
  const parties = version ? await partiesOf(projectId, version) : null;
  if (!parties) return [];
  const seen = await exclusionsSeen(projectId, agreementId, versions, viewer, now);
  return seen
    .filter((one) => isForCustomer(one, parties, viewer))
    .map((one) => (one.standing ? one : exclusionForCustomers(one, parties, viewer)));
}
