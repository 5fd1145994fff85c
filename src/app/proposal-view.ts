import { agreementOutline, signersOf, type AgreementOutline } from '../agreement/agreement-outline';
import type { Place, ProposalView, Side, SignatureView } from '../contract/agreement';
import { readProposal, type ProposalHead, type ProposalRow } from '../storage/agreement-proposal';
import { readAgreementVersion } from '../storage/agreement-version';
import { signaturesOf, type Signature } from '../storage/signature';
import { isOpen, neededSides, subjectOf } from './proposal-signatures';

/** Who looks: what may be signed depends on it. */
export interface Viewer {
  readonly accountId: string;
  /** Administers the project, and looks from within Jira. */
  readonly administers: boolean;
}

/** The people of the text that is signed; to end an agreement, those of the version that ends. */
export async function outlineOfProposal(proposal: ProposalRow): Promise<AgreementOutline | null> {
  if (proposal.kind === 'version') return agreementOutline(proposal.document);
  const { projectId, agreementId, version } = proposal;
  const ending = await readAgreementVersion(projectId, agreementId, version - 1);
  return ending ? agreementOutline(ending.document) : null;
}

/**
 * The side somebody may decide for: that in whose representatives of the text the account stands. Where the
 * provider alone approves and none of its representatives has an account, administrators of the project do.
 */
export function sideOf(
  outline: AgreementOutline | null,
  { approval }: Pick<ProposalHead, 'approval'>,
  viewer: Viewer,
): Side | null {
  if (outline === null) return null;
  const names = (side: Side) => signersOf(outline[side]).some((one) => one.accountId === viewer.accountId);
  // Whoever administers the provider's project never speaks for the customer.
  if (names('customer') && approval === 'both' && !viewer.administers) return 'customer';
  if (names('provider')) return 'provider';
  const adminsApprove = approval === 'provider' && signersOf(outline.provider).length === 0;
  return adminsApprove && viewer.administers ? 'provider' : null;
}

export function proposalView(
  proposal: ProposalHead,
  outline: AgreementOutline | null,
  signatures: readonly Signature[],
  viewer: Viewer,
): ProposalView {
  const missing = isOpen(proposal)
    ? neededSides(proposal).filter((side) => !signatures.some((one) => one.side === side))
    : [];
  const own = sideOf(outline, proposal, viewer);
  return {
    agreementId: proposal.agreementId,
    number: proposal.number,
    hash: proposal.hash,
    kind: proposal.kind,
    version: proposal.version,
    effectiveFrom: proposal.effectiveFrom,
    state: proposal.state === 'accepted' ? 'proposed' : proposal.state,
    approval: proposal.approval,
    proposedAt: proposal.proposedAt,
    proposedBy: proposal.proposedByName,
    note: proposal.note,
    signatures: signatures.map(signatureView),
    waitingFor: missing.map((side) => ({ side, people: peopleOf(outline, side) })),
    maySign: own !== null && missing.includes(own) ? own : null,
  };
}

/** A proposal as it stands, read anew. */
export async function readProposalView(
  head: Pick<ProposalHead, 'projectId' | 'agreementId' | 'number'>,
  viewer: Viewer,
): Promise<ProposalView> {
  const proposal = await readProposal(head.projectId, head.agreementId, head.number);
  if (!proposal) throw new Error(`Proposal ${head.number} of agreement ${head.agreementId} is gone`);
  const signatures = await signaturesOf(head.projectId, [subjectOf(proposal)]);
  return proposalView(proposal, await outlineOfProposal(proposal), signatures, viewer);
}

export function signatureView(signature: Signature): SignatureView {
  const { side, decision, signedBy, signerName, signedAt, place, comment } = signature;
  return {
    side,
    decision,
    accountId: signedBy,
    name: signerName,
    at: signedAt,
    place: place as Place,
    comment,
  };
}

function peopleOf(outline: AgreementOutline | null, side: Side): readonly string[] {
  const signers = outline === null ? [] : signersOf(outline[side]);
  return signers.length > 0 ? signers.map(({ name }) => name) : ['Any administrator of the project'];
}
