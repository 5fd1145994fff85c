import { agreementSchema, type ExclusionDocument } from '../agreement/document';
import { readInstant } from '../agreement/date-text';
import { readText } from '../agreement/read-text';
import type { ExclusionView } from '../contract/exclusion';
import type { Instant } from '../engine/instant';
import { readAgreementVersion, type CompiledAgreement } from '../storage/agreement-version';
import { canonicalJson, sha256 } from './canonical-json';

const BOTH = ['provider', 'customer'] as const;

/** The clauses in the text of a version, as exclusions: they are agreed, and fall, with the agreement. */
export async function standingExclusions(
  projectId: string,
  { agreement, parties }: CompiledAgreement,
): Promise<readonly ExclusionView[]> {
  const version = await readAgreementVersion(projectId, agreement.id, agreement.version);
  const text = readText(version?.document ?? '');
  const document = agreementSchema.safeParse(text.ok ? text.value : null);
  if (!version || !document.success) return [];
  return document.data.exclusions.map((clause): ExclusionView => ({
    exclusionId: clause.id,
    projectId,
    agreementId: agreement.id,
    agreementName: agreement.name,
    kind: clause.kind ?? null,
    clause: clause.clause,
    effect: clause.effect,
    measures: clause.measures,
    when: clause.when ?? null,
    windows: (clause.windows ?? []).map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
    during: clause.during ?? null,
    issueKey: null,
    reason: clause.reason ?? null,
    evidence: [],
    state: isAgreed(clause) ? 'agreed' : 'proposed',
    standing: true,
    origin: 'agreement',
    proposedBy: parties.provider.name,
    proposedAt: version.publishedAt,
    decidedAt: isAgreed(clause) ? version.publishedAt : null,
    decision: null,
    signatures: [],
    waitingFor: isAgreed(clause)
      ? []
      : BOTH.filter((side) => !clause.agreed?.[side]).map((side) => ({ side })),
    hash: sha256(canonicalJson(clause)),
    mayDecide: null,
    mayWithdraw: false,
  }));
}

function isAgreed({ agreed }: ExclusionDocument): boolean {
  return agreed === undefined || (agreed.provider !== undefined && agreed.customer !== undefined);
}

function instant(text: string): Instant {
  const reading = readInstant(text);
  if (!reading.ok) throw new Error(`A published document has the instant ${text}`);
  return reading.value;
}
