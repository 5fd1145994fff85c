import type { Result } from '../contract';
import type { ProposalView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import type { PushJobs } from './job';
import { readProposalView } from './proposal-view';
import { proposeText } from './propose-text';
import { refuseUnlessAdministers } from './refuse';

/** Proposes that an agreement ends: signed by both sides like any version. Administrators only. */
export async function retireAgreement(
  {
    projectId,
    agreementId,
    from,
    accountId,
  }: {
    readonly projectId: string;
    readonly agreementId: string;
    /** A date (its midnight in the provider's zone) or an instant. */
    readonly from: string;
    readonly accountId: string;
  },
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const proposer = { accountId, name: await readPersonName(accountId) };
  const what = { endsFrom: from };
  const result = await proposeText({ projectId, agreementId, what, note: null, proposer }, push, now);
  if (!result.ok) return result;
  return {
    ok: true,
    value: await readProposalView(result.value, { accountId, administers: true, serves: true }, now),
  };
}
