import type { Instant } from '../../engine/instant';
import { addAgreementVersion } from '../../storage/agreement-version';
import { saveProjectSetting } from '../../storage/project-setting';
import { addSignature, exclusionSubject } from '../../storage/signature';
import { compileVersion } from '../compile-version';
import { indexParties } from '../index-parties';
import { PROJECT } from './app-on-sample-site';

/** What tests of screens need and no screen does at once. Imported once the runtime is there. */

export { verdictChangesOfIssue } from '../../storage/verdict-change';

/** Puts a document into force as if both parties had signed it. */
export async function putIntoForce(document: string, now: Instant): Promise<void> {
  const made = await compileVersion(PROJECT, { text: document, version: 1 }, null);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  const { compiled } = made;
  await addAgreementVersion({
    projectId: PROJECT,
    document,
    compiled,
    publishedAt: now,
    publishedBy: 'lead',
  });
  await indexParties(PROJECT, compiled.agreement.id, now);
}

/** A signature whose signer was cut off before anything followed from it. */
export function signAndFail(
  { exclusionId, hash }: { readonly exclusionId: string; readonly hash: string },
  now: Instant,
): Promise<boolean> {
  return addSignature({
    projectId: PROJECT,
    subject: exclusionSubject(exclusionId),
    side: 'customer',
    hash,
    decision: 'signed',
    signedBy: 'customer',
    signerName: 'Carl Customer',
    signedAt: now,
    place: 'portal-page',
    comment: null,
  });
}

export function hideInPortal(hiddenInPortal: readonly string[], now: Instant): Promise<boolean> {
  const setting = { projectId: PROJECT, rowVersion: 0, approval: 'both', hiddenInPortal } as const;
  return saveProjectSetting(setting, 'lead', now);
}
