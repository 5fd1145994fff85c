import type { Result } from '../contract';
import type { ExclusionView } from '../contract/exclusion';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { agreementsOfProject } from '../storage/agreement-version';
import { readExclusion, settleExclusionRow, type StoredExclusion } from '../storage/exclusion';
import { exclusionSubject, signaturesOf } from '../storage/signature';
import { partiesOf, sideOf, versionAt } from './agreement-at';
import { maySee, viewerOf, type AgreementViewer, type Caller } from './agreement-viewer';
import { recordAuditOnce } from './audit';
import { contentOf } from './exclusion-content';
import { exclusionFor } from './for-customers';
import { exclusionView, mayWithdraw, standInFor } from './exclusion-view';
import type { PushJobs } from './job';
import { conflict, forbidden, invalid, notFound } from './refuse';
import { settleExclusion } from './settle-exclusion';
import { signExclusion } from './sign-exclusion';

export interface ExclusionDecision {
  readonly exclusionId: string;
  /** Of what the person has seen. */
  readonly hash: string;
  readonly decision: 'agree' | 'decline' | 'withdraw';
  readonly reason?: string | undefined;
}

/** Agrees to or declines a proposed exclusion for the side the person represents, or takes it back. */
export async function decideExclusion(
  projectId: string,
  decision: ExclusionDecision,
  caller: Caller,
  push: PushJobs,
  now: Instant,
): Promise<Result<ExclusionView>> {
  const viewer = await viewerOf(projectId, caller);
  const exclusion = viewer ? await readExclusion(projectId, decision.exclusionId) : null;
  if (!viewer || !exclusion || !maySee(viewer, exclusion.agreementId)) return notFound('exclusion');
  const version = versionAt(await agreementsOfProject(projectId), exclusion.agreementId, now);
  const parties = version ? await partiesOf(projectId, version) : null;
  const { approval } = contentOf(exclusion);
  const side = sideOf(parties, viewer) ?? standInFor(approval, parties, viewer);

  const withdraws = decision.decision === 'withdraw';
  if (withdraws ? !mayWithdrawEver(exclusion, viewer) : side === null)
    return forbidden(
      withdraws
        ? 'Only whoever proposed an exclusion may withdraw it.'
        : 'Only a representative of a party may decide for it.',
    );
  if (approval === 'provider' && side === 'customer' && !withdraws)
    return forbidden('In this project the provider alone decides on exclusions.');
  if (decision.hash !== exclusion.hash)
    return conflict('This is not the exclusion that was proposed. Look at it again first.');
  const reason = decision.reason?.trim() ?? '';
  if (decision.decision !== 'agree' && reason === '')
    return invalid('A reason is needed.', [
      { path: 'reason', message: 'The reason is missing.', remedy: 'Say why, in a sentence.' },
    ]);
  if (exclusion.state !== 'proposed' && exclusion.state !== outcomeOf(decision))
    return conflict(`This exclusion is ${exclusion.state} already.`);

  const name = await readPersonName(caller.accountId);
  const actor = { accountId: caller.accountId, name };
  if (withdraws) {
    if (!(await withdraw(exclusion, actor, reason, now)))
      return conflict('Somebody else has decided about this exclusion meanwhile.');
  } else if (side !== null) {
    const signed = decision.decision === 'agree';
    const given = { side, decision: signed ? 'signed' : 'declined', comment: reason || null } as const;
    if (!(await signExclusion(exclusion, given, { ...actor, place: caller.place }, now)))
      return conflict(`The ${side} has decided about this exclusion already.`);
    await settleExclusion(projectId, exclusion.exclusionId, push, now);
  }
  const stored = (await readExclusion(projectId, exclusion.exclusionId)) ?? exclusion;
  const signatures = await signaturesOf(projectId, [exclusionSubject(exclusion.exclusionId)]);
  const agreementName = version?.agreement.name ?? exclusion.agreementId;
  const view = exclusionView(stored, signatures, agreementName, parties, viewer);
  return { ok: true, value: exclusionFor(view, parties, viewer) };
}

/** Whoever might withdraw it while it is proposed is told that it is too late, and not that they may not. */
function mayWithdrawEver(exclusion: StoredExclusion, viewer: AgreementViewer): boolean {
  return mayWithdraw({ ...exclusion, state: 'proposed' }, viewer);
}

function outcomeOf({ decision }: ExclusionDecision): StoredExclusion['state'] {
  switch (decision) {
    case 'agree':
      return 'agreed';
    case 'decline':
      return 'declined';
    case 'withdraw':
      return 'withdrawn';
  }
}

/** Takes a proposal back; false when it has been decided about meanwhile. Doing it twice changes nothing. */
export async function withdraw(
  exclusion: StoredExclusion,
  actor: { readonly accountId: string; readonly name: string },
  reason: string,
  now: Instant,
): Promise<boolean> {
  const { projectId, exclusionId, hash } = exclusion;
  if (exclusion.state === 'withdrawn') return true;
  const done = await settleExclusionRow(exclusion, { state: 'withdrawn', decidedAt: now, decision: reason });
  if (!done) return false;
  const { clause } = contentOf(exclusion);
  await recordAuditOnce(
    projectId,
    {
      actor,
      action: 'exclusion-withdrawn',
      subject: exclusionSubject(exclusionId),
      text: `withdrew the exclusion “${clause}”: ${reason}`,
      facts: { hash },
    },
    now,
  );
  return true;
}
