import { signersOf, type AgreementOutline } from '../agreement/agreement-outline';
import type { Place, Side, SignatureView } from '../contract/agreement';
import type { ExclusionView } from '../contract/exclusion';
import type { StoredExclusion } from '../storage/exclusion';
import type { Signature } from '../storage/signature';
import type { AgreementViewer } from './agreement-viewer';
import { sideOf } from './agreement-at';
import { contentOf } from './exclusion-content';
import { neededSides } from './proposal-signatures';

/** An exclusion proposed beside the agreement, as the viewer sees it. */
export function exclusionView(
  exclusion: StoredExclusion,
  signatures: readonly Signature[],
  agreementName: string,
  parties: AgreementOutline | null,
  viewer: AgreementViewer,
): ExclusionView {
  const content = contentOf(exclusion);
  return {
    exclusionId: exclusion.exclusionId,
    projectId: exclusion.projectId,
    agreementId: exclusion.agreementId,
    agreementName,
    kind: content.kind,
    clause: content.clause,
    effect: content.effect,
    measures: content.measures,
    when: content.when,
    windows: content.windows,
    during: content.during,
    issueKey: content.issueKey,
    reason: content.reason,
    evidence: content.evidence,
    state: exclusion.state,
    standing: false,
    origin: exclusion.origin,
    proposedBy: exclusion.proposedByName,
    proposedAt: exclusion.proposedAt,
    decidedAt: exclusion.decidedAt,
    decision: exclusion.decision,
    signatures: signatures.map(signatureView),
    waitingFor: waitingFor(exclusion, signatures, parties),
    hash: exclusion.hash,
    mayDecide: decidingSide(exclusion, signatures, parties, viewer),
    mayWithdraw: mayWithdraw(exclusion, viewer),
  };
}

/**
 * The side that the viewer may agree or decline for. Only a representative speaks for a side; where the
 * provider alone approves and has named nobody with an account, an administrator of the project does.
 */
export function decidingSide(
  exclusion: StoredExclusion,
  signatures: readonly Signature[],
  parties: AgreementOutline | null,
  viewer: AgreementViewer,
): Side | null {
  if (exclusion.state !== 'proposed') return null;
  const { approval } = contentOf(exclusion);
  const side = sideOf(parties, viewer) ?? standInFor(approval, parties, viewer);
  if (side === null || (approval === 'provider' && side === 'customer')) return null;
  return signatures.some((one) => one.side === side) ? null : side;
}

/** Whom a proposed exclusion waits for. Where an administrator may stand in, nobody is named. */
function waitingFor(
  exclusion: StoredExclusion,
  signatures: readonly Signature[],
  parties: AgreementOutline | null,
): ExclusionView['waitingFor'] {
  if (exclusion.state !== 'proposed') return [];
  return neededSides(contentOf(exclusion))
    .filter((side) => !signatures.some((one) => one.side === side))
    .map((side) => {
      const people = parties === null ? [] : signersOf(parties[side]).map(({ name }) => name);
      return people.length === 0 ? { side } : { side, people };
    });
}

/** See `decidingSide`. */
export function standInFor(
  approval: 'both' | 'provider',
  parties: AgreementOutline | null,
  { administer }: AgreementViewer,
): Side | null {
  const unnamed = parties !== null && signersOf(parties.provider).length === 0;
  return approval === 'provider' && administer && unnamed ? 'provider' : null;
}

/** Whoever proposed it; an administrator of the project what Accord proposed. */
export function mayWithdraw(exclusion: StoredExclusion, viewer: AgreementViewer): boolean {
  if (exclusion.state !== 'proposed') return false;
  return exclusion.origin === 'incident' ? viewer.administer : exclusion.proposedBy === viewer.accountId;
}

function signatureView(signature: Signature): SignatureView {
  return {
    side: signature.side,
    decision: signature.decision,
    accountId: signature.signedBy,
    name: signature.signerName,
    at: signature.signedAt,
    place: signature.place as Place,
    comment: signature.comment,
  };
}
