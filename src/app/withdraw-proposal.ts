import type { Result } from '../contract';
import type { ProposalView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { moveProposal, proposalsOfAgreement } from '../storage/agreement-proposal';
import { recordAudit } from './audit';
import { completeProposal } from './complete-proposal';
import { indexParties } from './index-parties';
import type { PushJobs } from './job';
import { isOpen, subjectOf } from './proposal-signatures';
import { readProposalView } from './proposal-view';
import { conflict, notFound, refuseUnlessAdministers } from './refuse';

/** Takes an open proposal back; what was signed of it stays in the record. Administrators only. */
export async function withdrawProposal(
  {
    projectId,
    agreementId,
    hash,
    accountId,
  }: {
    readonly projectId: string;
    readonly agreementId: string;
    readonly hash: string;
    readonly accountId: string;
  },
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const last = (await proposalsOfAgreement(projectId, agreementId)).at(-1);
  if (!last) return notFound('agreement');
  if (last.hash !== hash) return conflict('Another text is proposed by now. Read it first.');
  const { proposal, faults } = await completeProposal(last, push, now);
  if (!isOpen(proposal)) return conflict(`The proposal is ${proposal.state} already.`);
  // Signed by all, but it cannot be published any more: then it may go as well.
  const from = faults.length > 0 ? 'accepted' : 'proposed';
  if (!(await moveProposal(proposal, from, 'withdrawn', now)))
    return conflict('Somebody else has just signed, declined or withdrawn it. Look at it first.');
  const actor = { accountId, name: await readPersonName(accountId) };
  const text = `Withdrew what was proposed for the agreement ${agreementId}.`;
  const subject = subjectOf(proposal);
  await recordAudit(projectId, { actor, action: 'proposal-withdrawn', subject, text, facts: { hash } }, now);
  await indexParties(projectId, agreementId, now);
  return {
    ok: true,
    value: await readProposalView(proposal, { accountId, administers: true, serves: true }, now),
  };
}
