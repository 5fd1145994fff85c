import type { AgreementDocument, ExclusionDocument } from '../agreement/document';
import { readInstant } from '../agreement/date-text';
import type { ServiceReportContent } from '../contract/service-report';
import { proposalsOfAgreement } from '../storage/agreement-proposal';
import { exclusionSubject, signaturesOf, type Signature } from '../storage/signature';
import { contentOf } from './exclusion-content';
import { subjectOf } from './proposal-signatures';
import type { ReportBasis } from './report-basis';
import type { ReportTally } from './report-tally';

type ReportExclusion = ServiceReportContent['exclusions'][number];
type Signed = ReportExclusion['signatures'];

/** What was left out in the period, under which clause, and who signed for it. */
export async function reportExclusions(
  { projectId, agreementId }: { readonly projectId: string; readonly agreementId: string },
  { reported, agreed, span }: ReportBasis,
  tally: ReportTally,
): Promise<readonly ReportExclusion[]> {
  const ids = Object.keys(tally.excluded).sort();
  const beside = new Map(agreed.map((one) => [one.exclusionId, one]));
  const subjects = ids.filter((id) => beside.has(id)).map(exclusionSubject);
  const signatures = subjects.length === 0 ? [] : await signaturesOf(projectId, subjects);
  const ofAgreement = await agreementSignatures(
    projectId,
    agreementId,
    reported.published.compiled.agreement.version,
  );
  const standing = standingClauses(reported.document);
  return ids.map((id): ReportExclusion => {
    const { ms: excludedMs, cycles } = tally.excluded[id] ?? { ms: 0, cycles: 0 };
    const row = beside.get(id);
    if (row) {
      const { clause, reason } = contentOf(row);
      const own = signatures.filter(({ subject }) => subject === exclusionSubject(id));
      return { id, clause, reason, excludedMs, cycles, signatures: signedOf(own, span.asOf) };
    }
    const clause = standing.get(id);
    return {
      id,
      clause: clause?.clause ?? clauseOf(reported, id),
      reason: clause?.reason ?? '',
      excludedMs,
      cycles,
      signatures: clause?.agreed ? signedElsewhere(clause.agreed) : signedOf(ofAgreement, span.asOf),
    };
  });
}

function standingClauses({ exclusions }: AgreementDocument): ReadonlyMap<string, ExclusionDocument> {
  return new Map(exclusions.map((one) => [one.id, one]));
}

/** One that a later version dropped held until then. */
function clauseOf({ versions }: ReportBasis['reported'], id: string): string {
  const found = versions.flatMap(({ compiled }) => compiled.exclusions).findLast((one) => one.id === id);
  return found?.clause ?? id;
}

async function agreementSignatures(
  projectId: string,
  agreementId: string,
  version: number,
): Promise<readonly Signature[]> {
  const proposals = await proposalsOfAgreement(projectId, agreementId);
  const published = proposals.findLast((one) => one.state === 'published' && one.version === version);
  return published ? signaturesOf(projectId, [subjectOf(published)]) : [];
}

function signedOf(signatures: readonly Signature[], asOf: number): Signed {
  return signatures
    .filter(({ decision, signedAt }) => decision === 'signed' && signedAt < asOf)
    .map(({ side, signerName, signedAt }) => ({ side, by: signerName, at: signedAt }))
    .sort((a, b) => (a.side < b.side ? 1 : -1));
}

function signedElsewhere(agreed: NonNullable<ExclusionDocument['agreed']>): Signed {
  return (['provider', 'customer'] as const).flatMap((side) => {
    const signature = agreed[side];
    const at = signature === undefined ? null : readInstant(signature.at);
    return signature && at?.ok ? [{ side, by: signature.by, at: at.value }] : [];
  });
}
