import type { Side } from '../contract/agreement';
import type { ProposalHead } from '../storage/agreement-proposal';
import { agreementSubject, signaturesOf, type Signature } from '../storage/signature';

export function isOpen({ state }: Pick<ProposalHead, 'state'>): boolean {
  return state === 'proposed' || state === 'accepted';
}

/** Whose signatures it takes. */
export function neededSides({ approval }: Pick<ProposalHead, 'approval'>): readonly Side[] {
  return approval === 'both' ? ['provider', 'customer'] : ['provider'];
}

export function subjectOf({ agreementId, number }: Pick<ProposalHead, 'agreementId' | 'number'>): string {
  return agreementSubject(agreementId, number);
}

/** The decisions about these proposals of one project, by subject. */
export async function signaturesBySubject(
  projectId: string,
  proposals: readonly ProposalHead[],
): Promise<ReadonlyMap<string, readonly Signature[]>> {
  const found = await signaturesOf(projectId, proposals.map(subjectOf));
  const bySubject = new Map<string, Signature[]>();
  for (const signature of found)
    bySubject.set(signature.subject, [...(bySubject.get(signature.subject) ?? []), signature]);
  return bySubject;
}

/** What the decisions given so far make of a proposal. */
export type ProposalOutcome = 'waiting' | 'accepted' | 'declined';

export function outcomeOf(proposal: ProposalHead, signatures: readonly Signature[]): ProposalOutcome {
  const given = signatures.filter(({ hash }) => hash === proposal.hash);
  if (given.some(({ decision }) => decision === 'declined')) return 'declined';
  const signed = (side: Side) => given.some((one) => one.side === side && one.decision === 'signed');
  return neededSides(proposal).every(signed) ? 'accepted' : 'waiting';
}
