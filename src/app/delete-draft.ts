import type { Result } from '../contract';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readAgreementDraft, removeAgreementDraft } from '../storage/agreement-draft';
import { recordAudit } from './audit';
import { conflict, notFound, refuseUnlessAdministers } from './refuse';

/** Throws a draft away as it was read; versions and proposals stay. Administrators only. */
export async function deleteDraft(
  {
    projectId,
    agreementId,
    revision,
    accountId,
  }: {
    readonly projectId: string;
    readonly agreementId: string;
    readonly revision: number;
    readonly accountId: string;
  },
  now: Instant,
): Promise<Result<null>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  if (!(await readAgreementDraft(projectId, agreementId))) return notFound('agreement');
  if (!(await removeAgreementDraft(projectId, agreementId, revision)))
    return conflict('Somebody has saved this draft since you read it. It was not deleted.');
  const record = {
    actor: { accountId, name: await readPersonName(accountId) },
    action: 'draft-deleted',
    subject: `agreement:${agreementId}`,
    text: `Deleted the draft of the agreement ${agreementId}.`,
    facts: { revision },
  };
  await recordAudit(projectId, record, now);
  return { ok: true, value: null };
}
