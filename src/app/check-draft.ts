import { agreementText } from '../agreement/agreement-text';
import { sentencesOf } from '../agreement/sentences';
import type { Result } from '../contract';
import type { DraftCheck, DraftContent } from '../contract/draft';
import type { Instant } from '../engine/instant';
import { draftValues } from './draft-content';
import { draftFindings } from './draft-findings';
import { refuseUnlessAdministers } from './refuse';

/** All there is to say of a draft while it is typed; saves nothing. Administrators of the project only. */
export async function checkDraft(
  { projectId, content }: { readonly projectId: string; readonly content: DraftContent },
  now: Instant,
): Promise<Result<DraftCheck>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const { value, faults } = draftValues(content);
  if (faults.length > 0) return { ok: true, value: { faults, findings: [], sentences: {}, text: null } };
  const sentences = sentencesOf(value);
  const linted = await draftFindings(projectId, value, now);
  if (!('findings' in linted))
    return { ok: true, value: { faults: linted.parsed.faults, findings: [], sentences, text: null } };
  const { parsed, findings, approval } = linted;
  const text = agreementText(parsed.document, { approval });
  return { ok: true, value: { faults: [], findings, sentences, text } };
}
