import { agreementOutline, signersOf, type AgreementOutline } from '../agreement/agreement-outline';
import type { Side } from '../contract/agreement';
import type { AgreementKind } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import { isActiveAccount } from '../jira/read-person';
import type { ProposalRow } from '../storage/agreement-proposal';
import { readAgreementVersion } from '../storage/agreement-version';
import { acceptedSigners, type Signer, type Signers } from './accepted-signers';

/** Who may sign a proposal. */
export interface ProposalSigners extends Signers {
  readonly kind: AgreementKind;
}

/**
 * Who may sign a proposal, by side. A text is written by one side, so it cannot say by itself who speaks for
 * the other: those whom a side has accepted with its own signature before sign what comes next, their
 * successors' names as well. The names in the proposed text hold where the side has signed nothing yet, and
 * where none of those people is active any more. null = the text names nobody that could be read.
 */
export async function signersOfProposal(
  proposal: ProposalRow,
  now: Instant,
): Promise<ProposalSigners | null> {
  const outline = await outlineOfProposal(proposal);
  if (outline === null) return null;
  const accepted = await acceptedSigners({ ...proposal, before: proposal.number }, now);
  return {
    kind: outline.kind,
    provider: await standing(accepted.provider, signersOf(outline.provider)),
    customer: await standing(accepted.customer, signersOf(outline.customer)),
  };
}

/** Did somebody sign for a side who was not accepted by it before, because nobody of those was left? */
export async function isSuccessor(
  proposal: ProposalRow,
  {
    side,
    signedBy,
    signedAt,
  }: { readonly side: Side; readonly signedBy: string; readonly signedAt: Instant },
): Promise<boolean> {
  const accepted = (await acceptedSigners({ ...proposal, before: proposal.number }, signedAt))[side];
  return accepted.length > 0 && !accepted.some(({ accountId }) => accountId === signedBy);
}

/** The people of the text that is signed; to end an agreement, those of the version that ends. */
export async function outlineOfProposal(proposal: ProposalRow): Promise<AgreementOutline | null> {
  if (proposal.kind === 'version') return agreementOutline(proposal.document);
  const { projectId, agreementId, version } = proposal;
  const ending = await readAgreementVersion(projectId, agreementId, version - 1);
  return ending ? agreementOutline(ending.document) : null;
}

async function standing(
  accepted: readonly Signer[],
  proposed: readonly Signer[],
): Promise<readonly Signer[]> {
  if (accepted.length === 0) return proposed;
  // Whoever stays named is still there to sign: nobody needs to be looked up.
  if (accepted.some((one) => proposed.some(({ accountId }) => accountId === one.accountId))) return accepted;
  const active = await Promise.all(accepted.map(({ accountId }) => isActiveAccount(accountId)));
  return active.includes(true) ? accepted : proposed;
}
