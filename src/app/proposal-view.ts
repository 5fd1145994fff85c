import type { Place, ProposalView, Side, SignatureView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readProposal, type ProposalHead } from '../storage/agreement-proposal';
import { signaturesOf, type Signature } from '../storage/signature';
import { mayStandForCustomer } from './may-stand-for-customer';
import { isOpen, neededSides, subjectOf } from './proposal-signatures';
import { signersOfProposal, type ProposalSigners } from './proposal-signers';

/** Who looks: what may be signed depends on it. */
export interface Viewer {
  readonly accountId: string;
  readonly administers: boolean;
  /** Works on the project's tickets. */
  readonly serves: boolean;
}

/**
 * The side somebody may decide for: that among whose signers the account stands. Nobody who administers the
 * project speaks for the customer, nor does one of its agents for the customer they serve. Where the provider
 * alone approves and none of its representatives has an account, administrators of the project do.
 */
export function sideOf(
  signers: ProposalSigners | null,
  { approval }: Pick<ProposalHead, 'approval'>,
  viewer: Viewer,
): Side | null {
  if (signers === null) return null;
  const names = (side: Side) => signers[side].some((one) => one.accountId === viewer.accountId);
  if (names('customer') && approval === 'both' && mayStandForCustomer(signers.kind, viewer))
    return 'customer';
  if (names('provider')) return 'provider';
  const adminsApprove = approval === 'provider' && signers.provider.length === 0;
  return adminsApprove && viewer.administers ? 'provider' : null;
}

export function proposalView(
  proposal: ProposalHead,
  signers: ProposalSigners | null,
  signatures: readonly Signature[],
  viewer: Viewer,
): ProposalView {
  const missing = isOpen(proposal)
    ? neededSides(proposal).filter((side) => !signatures.some((one) => one.side === side))
    : [];
  const own = sideOf(signers, proposal, viewer);
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
    waitingFor: missing.map((side) => ({ side, people: peopleOf(signers, side) })),
    maySign: own !== null && missing.includes(own) ? own : null,
  };
}

/** A proposal as it stands, read anew. */
export async function readProposalView(
  head: Pick<ProposalHead, 'projectId' | 'agreementId' | 'number'>,
  viewer: Viewer,
  now: Instant,
): Promise<ProposalView> {
  const proposal = await readProposal(head.projectId, head.agreementId, head.number);
  if (!proposal) throw new Error(`Proposal ${head.number} of agreement ${head.agreementId} is gone`);
  const signatures = await signaturesOf(head.projectId, [subjectOf(proposal)]);
  return proposalView(proposal, await signersOfProposal(proposal, now), signatures, viewer);
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

function peopleOf(signers: ProposalSigners | null, side: Side): readonly string[] {
  const people = signers === null ? [] : signers[side];
  return people.length > 0 ? people.map(({ name }) => name) : ['Any administrator of the project'];
}
