import { isNamed } from '../agreement/loose';
import { readText } from '../agreement/read-text';
import type { AgreementDraft } from '../contract/document';
import type { DraftContent, DraftView } from '../contract/draft';
import type { Result } from '../contract';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readAgreementDraft, saveAgreementDraft, type AgreementDraftRow } from '../storage/agreement-draft';
import { versionsOfProject } from '../storage/agreement-version';
import { recordAuditNowAndThen } from './audit';
import { latestOf } from './compile-version';
import { contentText } from './content-text';
import { textFaults } from './document-limits';
import { conflict, invalid, notFound, refuseUnlessAdministers } from './refuse';

/** What is saved over the revision that was read. */
export interface DraftSaving {
  readonly projectId: string;
  readonly agreementId: string;
  readonly revision: number;
  readonly content: DraftContent;
  readonly accountId: string;
}

/** Saves a draft, valid or not; over nothing that somebody else has saved meanwhile. Administrators only. */
export async function saveDraft(
  { projectId, agreementId, revision, content, accountId }: DraftSaving,
  now: Instant,
): Promise<Result<DraftView>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const before = await readAgreementDraft(projectId, agreementId);
  if (!before) return notFound('agreement');
  if (before.revision !== revision) return savedMeanwhile(before);
  const document = contentText(before.document, content);
  const faults = textFaults(document);
  if (faults.length > 0) return invalid('The draft was not saved.', faults);
  if (document === before.document) return { ok: true, value: await draftView(before) };
  const person = { accountId, name: await readPersonName(accountId) };
  const draft: AgreementDraftRow = {
    projectId,
    agreementId,
    revision: revision + 1,
    document,
    updatedAt: now,
    updatedBy: person.accountId,
    updatedByName: person.name,
  };
  if (!(await saveAgreementDraft(draft)))
    return savedMeanwhile((await readAgreementDraft(projectId, agreementId)) ?? before);
  const record = {
    actor: person,
    action: 'draft-saved',
    subject: `agreement:${agreementId}`,
    text: `Worked on the draft of the agreement ${agreementId}.`,
    facts: { revision: draft.revision },
  };
  await recordAuditNowAndThen(projectId, record, now);
  return { ok: true, value: await draftView(draft) };
}

/** A draft as the editor shows it. */
export async function draftView(draft: AgreementDraftRow): Promise<DraftView> {
  const latest = latestOf(await versionsOfProject(draft.projectId), draft.agreementId);
  const reading = readText(draft.document);
  return {
    agreementId: draft.agreementId,
    revision: draft.revision,
    text: draft.document,
    document: reading.ok && isNamed(reading.value) ? (reading.value as AgreementDraft) : null,
    updatedAt: draft.updatedAt,
    updatedBy: draft.updatedByName,
    publishedVersion: latest?.compiled.agreement.version ?? null,
  };
}

function savedMeanwhile({ updatedByName }: AgreementDraftRow): Result<never> {
  return conflict(`${updatedByName} has saved this draft since you read it. Nothing was overwritten.`);
}
