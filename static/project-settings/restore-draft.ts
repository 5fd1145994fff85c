import { call } from '../ui/call';
import { flag } from '../ui/flag';

/** Brings back a draft that was thrown away, byte for byte. `published`: the agreement itself is still there. */
export async function restoreDraft(agreementId: string, text: string, published: boolean): Promise<void> {
  const result = published
    ? await saved(agreementId, text)
    : await call('createAgreement', { source: { from: 'text', text } });
  if (result.ok) flag('Draft restored');
  else flag('The draft could not be restored', { type: 'error', description: result.message });
}

async function saved(agreementId: string, text: string) {
  const draft = await call('readDraft', { agreementId });
  if (!draft.ok) return draft;
  return call('saveDraft', { agreementId, revision: draft.value.revision, content: { text } });
}
