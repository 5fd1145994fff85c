import { agreementOutline, type AgreementOutline } from '../agreement/agreement-outline';
import { setInText } from '../agreement/set-in-text';
import type { Fault, Result } from '../contract';
import type { Approval } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { addProposal, proposalsOfAgreement, type ProposalRow } from '../storage/agreement-proposal';
import { readAgreementVersion, versionsOfProject, type PublishedVersion } from '../storage/agreement-version';
import { approvalFor } from './approval-for';
import type { Person } from './audit';
import { sha256 } from './canonical-json';
import { compileVersion, endsAgreement, latestOf } from './compile-version';
import { completeProposal } from './complete-proposal';
import { sizeFaults, textFaults } from './document-limits';
import { draftFindings } from './draft-findings';
import { indexParties } from './index-parties';
import type { PushJobs } from './job';
import { representativeFaults, successionFaults } from './proposal-faults';
import { isOpen } from './proposal-signatures';
import { conflict, invalid, notFound } from './refuse';
import { retirementText } from './retirement-text';

/** What is put before both parties: a text, or that the agreement ends. */
export interface ProposedText {
  readonly projectId: string;
  readonly agreementId: string;
  readonly what:
    { readonly text: string; readonly effectiveFrom?: string | undefined } | { readonly endsFrom: string };
  readonly note: string | null;
  readonly proposer: Person;
}

/**
 * Freezes a text as the next version of its agreement and opens it for signatures. Of two that are proposed
 * at once one wins. The caller has asked Jira whether this person may.
 */
export async function proposeText(
  proposed: ProposedText,
  push: PushJobs,
  now: Instant,
): Promise<Result<ProposalRow>> {
  const { projectId, agreementId, what, note, proposer } = proposed;
  const before = (await proposalsOfAgreement(projectId, agreementId)).at(-1);
  if (before && isOpen(before)) {
    const { proposal } = await completeProposal(before, push, now);
    if (isOpen(proposal))
      return conflict('A proposal waits for signatures already. Withdraw it before you propose another one.');
  }
  const versions = await versionsOfProject(projectId);
  const latest = latestOf(versions, agreementId);
  const version = (latest?.compiled.agreement.version ?? 0) + 1;
  if ('endsFrom' in what && (latest === null || endsAgreement(latest.compiled)))
    return latest === null ? notFound('agreement') : conflict('The agreement has ended already.');
  const text = 'endsFrom' in what ? retirementText(agreementId, what.endsFrom) : numbered(what, version);

  const tooMuch = textFaults(text);
  if (tooMuch.length > 0) return refused(tooMuch);
  const result = await compileVersion(projectId, { text, version }, latest?.compiled ?? null);
  if (!result.ok) return refused(result.faults);
  const approval = await approvalFor({ projectId, agreementId }, now);
  const faults = [
    ...(await peopleFaults(proposed, text, approval, latest)),
    ...successionFaults(result.compiled, latest?.compiled ?? null, now),
    ...sizeFaults(text, result.compiled, versions.map(({ compiled }) => compiled)), // prettier-ignore
  ];
  if (faults.length > 0) return refused(faults);
  const errors = result.document === null ? [] : await lintErrors(projectId, text, now);
  if (errors.length > 0) return refused(errors);

  const number = (before?.number ?? 0) + 1;
  const added = await addProposal({
    projectId,
    agreementId,
    number,
    kind: 'endsFrom' in what ? 'retire' : 'version',
    version,
    document: text,
    hash: sha256(text),
    effectiveFrom: result.compiled.agreement.effectiveFrom,
    approval,
    note,
    proposedAt: now,
    proposedBy: proposer.accountId,
    proposedByName: proposer.name,
  });
  if (!added) return conflict('Somebody else has just proposed a text for this agreement. Look at it first.');
  await indexParties(projectId, agreementId, now);
  const { proposal } = await completeProposal({ projectId, agreementId, number }, push, now);
  return { ok: true, value: proposal };
}

/** What the linter holds against a text: its errors block, its warnings are for whoever writes. */
async function lintErrors(projectId: string, text: string, now: Instant): Promise<readonly Fault[]> {
  const linted = await draftFindings(projectId, text, now);
  if (!('findings' in linted)) return linted.parsed.faults;
  return linted.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message, remedy }) => ({ path, message, remedy }));
}

function numbered(
  { text, effectiveFrom }: { readonly text: string; readonly effectiveFrom?: string | undefined },
  version: number,
): string {
  const withVersion = setInText(text, 'version', version);
  return effectiveFrom === undefined ? withVersion : setInText(withVersion, 'effectiveFrom', effectiveFrom);
}

async function peopleFaults(
  { projectId, agreementId, what }: ProposedText,
  text: string,
  approval: Approval,
  latest: PublishedVersion | null,
): Promise<readonly Fault[]> {
  const before = latest === null ? null : await outlineOfVersion(projectId, latest);
  if ('endsFrom' in what) return before === null ? [] : representativeFaults(before, approval, null);
  const outline = agreementOutline(text);
  if (outline === null) return [];
  const moved: Fault = {
    path: 'id',
    message: `The id of this agreement is ${agreementId}; it never changes`,
    remedy: `Write id: ${agreementId}, or create another agreement.`,
  };
  return [...(outline.id === agreementId ? [] : [moved]), ...representativeFaults(outline, approval, before)];
}

/** Of the version, or where it ends the agreement, of the one before it. */
async function outlineOfVersion(
  projectId: string,
  { compiled }: PublishedVersion,
): Promise<AgreementOutline | null> {
  const { id, version } = compiled.agreement;
  const written = endsAgreement(compiled) ? version - 1 : version;
  const found = await readAgreementVersion(projectId, id, written);
  return found ? agreementOutline(found.document) : null;
}

function refused(faults: readonly Fault[]): Result<never> {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return invalid(`The agreement cannot be proposed: it has ${count}.`, faults);
}
