import { agreementOutline, signersOf } from '../agreement/agreement-outline';
import type { Side } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { proposalsOfAgreement, readProposal, type ProposalHead } from '../storage/agreement-proposal';
import { signaturesOf, type Signature } from '../storage/signature';
import { subjectOf } from './proposal-signatures';

/** Somebody who may sign for a side. */
export interface Signer {
  readonly name: string;
  readonly accountId: string;
}

export type Signers = Readonly<Record<Side, readonly Signer[]>>;

/**
 * Who speaks for each side by that side's own word: the representatives in the newest text that the side has
 * signed itself, of the versions in force by then, else of those to come. `before`: only proposals with a lower
 * number. Empty = the side has signed no text yet.
 */
export async function acceptedSigners(
  {
    projectId,
    agreementId,
    before = Infinity,
  }: { readonly projectId: string; readonly agreementId: string; readonly before?: number },
  now: Instant,
): Promise<Signers> {
  const published = (await proposalsOfAgreement(projectId, agreementId)).filter(
    ({ state, kind, number }) => state === 'published' && kind === 'version' && number < before,
  );
  const begun = published.filter(({ effectiveFrom }) => effectiveFrom <= now);
  const standing = begun.length > 0 ? begun : published;
  if (standing.length === 0) return { provider: [], customer: [] };
  const signatures = await signaturesOf(projectId, standing.map(subjectOf));
  return {
    provider: await named(newestSigned('provider', standing, signatures), 'provider'),
    customer: await named(newestSigned('customer', standing, signatures), 'customer'),
  };
}

function newestSigned(
  side: Side,
  proposals: readonly ProposalHead[],
  signatures: readonly Signature[],
): ProposalHead | null {
  const signed = (proposal: ProposalHead) =>
    signatures.some(
      (one) =>
        one.subject === subjectOf(proposal) &&
        one.side === side &&
        one.decision === 'signed' &&
        one.hash === proposal.hash,
    );
  return proposals.findLast(signed) ?? null;
}

async function named(proposal: ProposalHead | null, side: Side): Promise<readonly Signer[]> {
  if (proposal === null) return [];
  const { projectId, agreementId, number } = proposal;
  const outline = agreementOutline((await readProposal(projectId, agreementId, number))?.document ?? '');
  return outline === null ? [] : signersOf(outline[side]);
}
