import type { Result } from '../contract';
import type { ProposalView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readAgreementDraft } from '../storage/agreement-draft';
import type { PushJobs } from './job';
import { readProposalView } from './proposal-view';
import { proposeText } from './propose-text';
import { conflict, notFound, refuseUnlessAdministers } from './refuse';

/** Puts the draft as it was read before both parties, as the next version. Administrators only. */
export async function proposeAgreement(
  {
    projectId,
    agreementId,
    revision,
    effectiveFrom,
    note = null,
    accountId,
  }: {
    readonly projectId: string;
    readonly agreementId: string;
    readonly revision: number;
    /** Replaces the date in the text. */
    readonly effectiveFrom?: string | undefined;
    readonly note?: string | null | undefined;
    readonly accountId: string;
  },
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const draft = await readAgreementDraft(projectId, agreementId);
  if (!draft) return notFound('agreement');
  if (draft.revision !== revision)
    return conflict(`${draft.updatedByName} has saved this draft since you read it. Look at it first.`);
  const what = { text: draft.document, effectiveFrom };
  const proposer = { accountId, name: await readPersonName(accountId) };
  const result = await proposeText({ projectId, agreementId, what, note, proposer }, push, now);
  if (!result.ok) return result;
  return {
    ok: true,
    value: await readProposalView(result.value, { accountId, administers: true, serves: true }, now),
  };
}
