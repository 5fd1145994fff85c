import type { Failure, Fault, Result } from '../contract';
import type { Place, ProposalView, Side } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { rolesUnlessRefused, permissionsOnProject } from '../jira/permissions';
import { readPersonName } from '../jira/read-person';
import { proposalsOfAgreement, readProposal, type ProposalRow } from '../storage/agreement-proposal';
import { versionsOfProject } from '../storage/agreement-version';
import { addSignature, signaturesOf, type Signature } from '../storage/signature';
import { isPortal } from './agreement-viewer';
import { compileVersion, latestOf } from './compile-version';
import { completeProposal } from './complete-proposal';
import { proposalForCustomers } from './for-customers';
import type { PushJobs } from './job';
import { isOpen, neededSides, outcomeOf, subjectOf } from './proposal-signatures';
import { outlineOfProposal, signersOfProposal } from './proposal-signers';
import { readProposalView, sideOf, type Viewer } from './proposal-view';
import { conflict, forbidden, invalid, notFound } from './refuse';

/** A decision about the text with this hash. */
export interface AgreementDecision {
  readonly projectId: string;
  readonly agreementId: string;
  /** Of the text that whoever decides has seen. */
  readonly hash: string;
  readonly decision: 'signed' | 'declined';
  /** Why it is declined; null = nothing was said. */
  readonly comment: string | null;
  readonly accountId: string;
  readonly place: Place;
}

/**
 * Signs or declines the open proposal of an agreement, for the side whose representative the account is.
 * With the last signature the version is published. Doing it twice changes nothing.
 */
export async function signAgreement(
  decision: AgreementDecision,
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalView>> {
  const { projectId, agreementId, hash, accountId, place } = decision;
  const viewer = await viewerAt(place, projectId, accountId);
  if (!viewer) return notFound('agreement');
  const last = (await proposalsOfAgreement(projectId, agreementId)).at(-1);
  if (!last) return notFound('agreement');
  const { proposal, faults } = await completeProposal(last, push, now);
  const side = sideOf(await signersOfProposal(proposal, now), proposal, viewer);
  if (side === null) return mayNotSign(place);
  if (proposal.hash !== hash)
    return conflict('Another text is proposed by now. Read it before you sign or decline.');
  if (faults.length > 0) return unpublishable(faults);
  return (
    (await decide(proposal, side, decision, now)) ?? (await completed(proposal, decision, viewer, push, now))
  );
}

/** What the person may do in the project, asked of Jira; null = may not even see it, and is no customer. */
export async function viewerAt(place: Place, projectId: string, accountId: string): Promise<Viewer | null> {
  // Customers of the portal see no project; whether they are named in the text decides for them.
  if (isPortal(place)) {
    const { administer, agent } = await rolesUnlessRefused(projectId);
    return { accountId, administers: administer, serves: agent };
  }
  const { browse, administer, agent } = await permissionsOnProject(projectId);
  return browse ? { accountId, administers: administer, serves: agent } : null;
}

/** Writes the decision down; a failure when it cannot be, null when it stands. */
async function decide(
  proposal: ProposalRow,
  side: Side,
  { decision, comment, accountId, place }: AgreementDecision,
  now: Instant,
): Promise<Failure | null> {
  const { projectId, hash } = proposal;
  const subject = subjectOf(proposal);
  const given = await signaturesOf(projectId, [subject]);
  const own = given.find((one) => one.side === side);
  if (own) return isSame(own, accountId, decision) ? null : decidedAlready(own);
  if (!isOpen(proposal)) return closed(proposal);
  if (!neededSides(proposal).includes(side))
    return forbidden('In this project the provider alone approves agreements.');
  const signature: Signature = {
    projectId,
    subject,
    side,
    hash,
    decision,
    signedBy: accountId,
    signerName: await readPersonName(accountId),
    signedAt: now,
    place,
    comment,
  };
  if (outcomeOf(proposal, [...given, signature]) === 'accepted') {
    const faults = await faultsByNow(proposal);
    if (faults.length > 0) return unpublishable(faults);
  }
  if (await addSignature(signature)) return null;
  const [other] = (await signaturesOf(projectId, [subject])).filter((one) => one.side === side);
  return other && !isSame(other, accountId, decision) ? decidedAlready(other) : null;
}

/** A status or a field it names may have been renamed in Jira since it was proposed. */
async function faultsByNow({
  projectId,
  agreementId,
  document,
  version,
}: ProposalRow): Promise<readonly Fault[]> {
  const latest = latestOf(await versionsOfProject(projectId), agreementId)?.compiled ?? null;
  const result = await compileVersion(projectId, { text: document, version }, latest);
  return result.ok ? [] : result.faults;
}

async function completed(
  proposal: ProposalRow,
  { decision, place }: AgreementDecision,
  viewer: Viewer,
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalView>> {
  const { proposal: after, faults } = await completeProposal(proposal, push, now);
  if (faults.length > 0) return unpublishable(faults);
  // Somebody withdrew it, or the other side declined it, in the same moment.
  const stands = decision === 'declined' ? after.state === 'declined' : after.state !== 'withdrawn';
  if (!stands) return closed(await latestState(after));
  const view = await readProposalView(after, viewer, now);
  if (!isPortal(place)) return { ok: true, value: view };
  const parties = await outlineOfProposal(after);
  return { ok: true, value: proposalForCustomers(view, parties?.provider ?? null) };
}

async function latestState(proposal: ProposalRow): Promise<ProposalRow> {
  return (await readProposal(proposal.projectId, proposal.agreementId, proposal.number)) ?? proposal;
}

/** In the portal nobody but those it binds is to learn that an agreement exists. */
function mayNotSign(place: Place): Failure {
  if (isPortal(place)) return notFound('agreement');
  return forbidden(
    'Only a representative whom the agreement names may sign or decline it, each for their own side; whoever administers the project or serves the customer as an agent never signs for the customer.',
  );
}

function isSame(signature: Signature, accountId: string, decision: Signature['decision']): boolean {
  return signature.signedBy === accountId && signature.decision === decision;
}

function decidedAlready({ side, decision, signerName }: Signature): Failure {
  return conflict(`${signerName} has ${decision} it for the ${side} already.`);
}

function closed({ state }: ProposalRow): Failure {
  switch (state) {
    case 'withdrawn':
      return conflict('The proposal was withdrawn.');
    case 'declined':
      return conflict('The proposal was declined.');
    case 'published':
    case 'accepted':
    case 'proposed':
      return conflict('The proposal is decided already.');
  }
}

function unpublishable(faults: readonly Fault[]): Failure {
  return invalid(
    'The agreement cannot be put into force as it stands, because Jira has changed since it was proposed. Withdraw it, correct it and propose it anew.',
    faults,
  );
}
