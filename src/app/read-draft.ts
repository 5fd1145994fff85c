import type { Result } from '../contract';
import type { DraftView } from '../contract/draft';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { addAgreementDraft, readAgreementDraft } from '../storage/agreement-draft';
import { newestText } from './newest-text';
import { notFound, refuseUnlessAdministers } from './refuse';
import { draftView } from './save-draft';

/** The draft of an agreement; made from its newest version when there is none. Administrators only. */
export async function readDraft(
  {
    projectId,
    agreementId,
    accountId,
  }: { readonly projectId: string; readonly agreementId: string; readonly accountId: string },
  now: Instant,
): Promise<Result<DraftView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  if ((await readAgreementDraft(projectId, agreementId)) === null) {
    const document = await newestText(projectId, agreementId);
    if (document === null) return notFound('agreement');
    const updatedByName = await readPersonName(accountId);
    // Somebody else may have made it in the same moment: then theirs is read.
    await addAgreementDraft({
      projectId,
      agreementId,
      document,
      updatedAt: now,
      updatedBy: accountId,
      updatedByName,
    });
  }
  const draft = await readAgreementDraft(projectId, agreementId);
  return draft ? { ok: true, value: await draftView(draft) } : notFound('agreement');
}
