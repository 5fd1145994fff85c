import { readText } from '../../agreement/read-text';
import type { PublishedAgreement, Result } from '../../contract';
import type { PushJobs } from '../job';

/**
 * Puts a document into force as people do it where the provider alone approves: an administrator (the caller
 * of the run) creates or writes the draft, proposes it, and approves it where it names no representative.
 */
export async function publishDocument(
  {
    projectId,
    document,
    accountId,
  }: { readonly projectId: string; readonly document: string; readonly accountId: string },
  push: PushJobs,
  now: number,
): Promise<Result<PublishedAgreement>> {
  const verbs = {
    ...(await import('../create-agreement')),
    ...(await import('../propose-agreement')),
    ...(await import('../read-draft')),
    ...(await import('../read-settings')),
    ...(await import('../save-draft')),
    ...(await import('../save-settings')),
    ...(await import('../sign-agreement')),
  };
  const settings = await verbs.readSettings(projectId);
  if (!settings.ok) return settings;
  if (settings.value.approval === 'both') {
    const saved = { projectId, settings: { ...settings.value, approval: 'provider' as const }, accountId };
    const result = await verbs.saveSettings(saved, now);
    if (!result.ok) return result;
  }
  let draft = await verbs.createAgreement(
    { projectId, source: { from: 'text', text: document }, accountId },
    now,
  );
  if (!draft.ok && draft.code === 'conflict') {
    const read = readText(document);
    const agreementId = String((read.ok ? (read.value as { id?: unknown }) : {}).id);
    draft = await verbs.readDraft({ projectId, agreementId, accountId }, now);
    if (!draft.ok) return draft;
    const { revision } = draft.value;
    draft = await verbs.saveDraft(
      { projectId, agreementId, revision, content: { text: document }, accountId },
      now,
    );
  }
  if (!draft.ok) return draft;
  const { agreementId, revision } = draft.value;
  const proposed = await verbs.proposeAgreement({ projectId, agreementId, revision, accountId }, push, now);
  if (!proposed.ok) return proposed;
  const { hash } = proposed.value;
  const decision = { projectId, agreementId, hash, decision: 'signed', comment: null, accountId } as const;
  const signed = await verbs.signAgreement({ ...decision, place: 'project-page' }, push, now);
  if (!signed.ok) return signed;
  const { version, effectiveFrom } = signed.value;
  const name = draft.value.document?.name ?? agreementId;
  return { ok: true, value: { agreementId, version, name, effectiveFrom } };
}
