import type { Instant } from '../engine/instant';
import { readExclusion, settleExclusionRow, type StoredExclusion } from '../storage/exclusion';
import { exclusionSubject, signaturesOf, type Signature } from '../storage/signature';
import { ACCORD, recordAuditOnce } from './audit';
import { contentOf } from './exclusion-content';
import type { PushJobs } from './job';

/** What the decisions given so far make of an exclusion. */
export type ExclusionOutcome = 'waiting' | 'agreed' | 'declined';

export function exclusionOutcome(
  exclusion: StoredExclusion,
  signatures: readonly Signature[],
): ExclusionOutcome {
  const given = signatures.filter(({ hash }) => hash === exclusion.hash);
  if (given.some(({ decision }) => decision === 'declined')) return 'declined';
  const sides = contentOf(exclusion).approval === 'both' ? ['provider', 'customer'] : ['provider'];
  const signed = sides.every((side) => given.some((one) => one.side === side && one.decision === 'signed'));
  return signed ? 'agreed' : 'waiting';
}

/**
 * Draws the conclusion from the signatures: agreed once all that it takes are there, declined with the first
 * refusal. Safe to repeat at any time: a signature whose signer never came to this is made good by whoever
 * comes next. `push` null = called by the replay itself, which needs not be queued.
 */
export async function settleExclusion(
  projectId: string,
  exclusionId: string,
  push: PushJobs | null,
  now: Instant,
): Promise<void> {
  const exclusion = await readExclusion(projectId, exclusionId);
  if (exclusion?.state !== 'proposed') return;
  const signatures = await signaturesOf(projectId, [exclusionSubject(exclusionId)]);
  const outcome = exclusionOutcome(exclusion, signatures);
  if (outcome === 'waiting') return;
  // The replay is queued first: should this end half way, it finishes what is left.
  if (outcome === 'agreed' && push)
    await push([{ job: { v: 1, kind: 'replay-exclusion', projectId, exclusionId }, delayMs: 0 }]);
  const refusal = signatures.find(({ decision }) => decision === 'declined');
  const settled = await settleExclusionRow(exclusion, {
    state: outcome,
    decidedAt: now,
    decision: refusal?.comment ?? null,
  });
  if (!settled) return;
  const { clause } = contentOf(exclusion);
  await recordAuditOnce(
    projectId,
    {
      actor: ACCORD,
      action: `exclusion-${outcome}`,
      subject: exclusionSubject(exclusionId),
      text:
        outcome === 'agreed'
          ? `took the exclusion “${clause}” into account: all signatures are there`
          : `closed the exclusion “${clause}”: it was declined`,
      facts: { hash: exclusion.hash },
    },
    now,
  );
}
