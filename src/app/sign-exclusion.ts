import type { Place, Side } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import type { StoredExclusion } from '../storage/exclusion';
import { addSignature, exclusionSubject, signaturesOf } from '../storage/signature';
import { recordAuditOnce, type Person } from './audit';
import { contentOf } from './exclusion-content';

export interface Decision {
  readonly side: Side;
  readonly decision: 'signed' | 'declined';
  readonly comment: string | null;
}

/**
 * Puts one side's decision under an exclusion; false when that side has decided otherwise already. The same
 * decision of the same person twice is one.
 */
export async function signExclusion(
  { projectId, exclusionId, hash, content }: StoredExclusion,
  { side, decision, comment }: Decision,
  signer: Person & { readonly place: Place },
  now: Instant,
): Promise<boolean> {
  const subject = exclusionSubject(exclusionId);
  const { accountId: signedBy, name: signerName, place } = signer;
  const added = await addSignature({
    projectId,
    subject,
    side,
    hash,
    decision,
    signedBy,
    signerName,
    signedAt: now,
    place,
    comment,
  });
  if (!added) {
    const known = (await signaturesOf(projectId, [subject])).find((one) => one.side === side);
    if (known?.signedBy !== signedBy || known.decision !== decision) return false;
  }
  const { clause } = contentOf({ content });
  const verb = decision === 'signed' ? 'agreed to' : 'declined';
  await recordAuditOnce(
    projectId,
    {
      actor: { accountId: signedBy, name: signerName },
      action: `exclusion-${decision}-by-${side}`,
      subject,
      text: `${verb} the exclusion “${clause}” for the ${side}`,
      facts: { hash, place, comment },
    },
    now,
  );
  return true;
}
