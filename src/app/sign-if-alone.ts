import type { Result } from '../contract';
import type { ProposalView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import type { ProposalRow } from '../storage/agreement-proposal';
import type { PushJobs } from './job';
import { readProposalView } from './proposal-view';
import { signAgreement } from './sign-agreement';

/** Signs what was just proposed, if the signature of whoever proposed it is the only one it takes. */
export async function signIfAlone(
  proposal: ProposalRow,
  accountId: string,
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalView>> {
  const view = await readProposalView(proposal, { accountId, administers: true, serves: true }, now);
  if (proposal.approval !== 'provider' || view.maySign !== 'provider') return { ok: true, value: view };
  const { projectId, agreementId, hash } = proposal;
  const decision = { projectId, agreementId, hash, decision: 'signed', comment: null } as const;
  return signAgreement({ ...decision, accountId, place: 'project-settings' }, push, now);
}
