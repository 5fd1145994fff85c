import { agreementOutline, type AgreementOutline } from '../agreement/agreement-outline';
import type {
  AgreementState,
  AgreementSummary,
  AttainmentView,
  ProposalView,
  VersionView,
} from '../contract/agreement';
import type { Measure } from '../engine/agreement';
import type { Instant } from '../engine/instant';
import { promisesTime } from '../engine/promises-time';
import { draftsOfProject, readAgreementDraft, type AgreementDraftHead } from '../storage/agreement-draft';
import { proposalsOfProject, readProposal, type ProposalHead } from '../storage/agreement-proposal';
import { versionsOfProject, type PublishedVersion } from '../storage/agreement-version';
import type { Signature } from '../storage/signature';
import { talliesOfProject, type MeasureTally } from '../storage/timer';
import { endsAgreement } from './compile-version';
import { completeProposal } from './complete-proposal';
import { countsOf } from './counts-of';
import type { PushJobs } from './job';
import { isOpen, outcomeOf, signaturesBySubject, subjectOf } from './proposal-signatures';
import { signersOfProposal } from './proposal-signers';
import { proposalView, signatureView, type Viewer } from './proposal-view';

/** Everything that is stored of one agreement, without its texts. */
export interface AgreementRecord {
  readonly agreementId: string;
  /** By version. */
  readonly versions: readonly PublishedVersion[];
  /** By number. */
  readonly proposals: readonly ProposalHead[];
  readonly signatures: ReadonlyMap<string, readonly Signature[]>;
  readonly draft: AgreementDraftHead | null;
  readonly tallies: readonly MeasureTally[];
}

/**
 * The agreements of a project, by id. What a crash left undone is completed first. The caller has asked Jira
 * whether the viewer may see them.
 */
export async function recordsOfProject(
  projectId: string,
  push: PushJobs,
  now: Instant,
): Promise<readonly AgreementRecord[]> {
  let proposals = await proposalsOfProject(projectId);
  const signatures = await signaturesBySubject(projectId, proposals);
  const undone = proposals.filter(
    (one) => isOpen(one) && outcomeOf(one, signatures.get(subjectOf(one)) ?? []) !== 'waiting',
  );
  for (const proposal of undone) await completeProposal(proposal, push, now);
  if (undone.length > 0) proposals = await proposalsOfProject(projectId);
  const [versions, drafts, tallies] = await Promise.all([
    versionsOfProject(projectId),
    draftsOfProject(projectId),
    talliesOfProject(projectId),
  ]);
  const ids = [
    ...versions.map(({ compiled }) => compiled.agreement.id),
    ...proposals.map(({ agreementId }) => agreementId),
    ...drafts.map(({ agreementId }) => agreementId),
  ];
  return [...new Set(ids)].sort().map((agreementId) => ({
    agreementId,
    versions: versions.filter(({ compiled }) => compiled.agreement.id === agreementId),
    proposals: proposals.filter((one) => one.agreementId === agreementId),
    signatures,
    draft: drafts.find((one) => one.agreementId === agreementId) ?? null,
    tallies: tallies.filter((one) => one.agreementId === agreementId),
  }));
}

/** Only what is in force, was so, is to come, is proposed or written on; not what was declined and dropped. */
export function isListed({ versions, proposals, draft }: AgreementRecord): boolean {
  return versions.length > 0 || draft !== null || proposals.some(isOpen);
}

export async function summaryOf(
  record: AgreementRecord,
  projectId: string,
  viewer: Viewer,
  now: Instant,
): Promise<AgreementSummary> {
  const { agreementId, versions, draft, tallies } = record;
  const current = versionInForce(record, now);
  const upcoming = versions.find(({ compiled }) => compiled.agreement.effectiveFrom > now) ?? null;
  const open = record.proposals.findLast(isOpen) ?? null;
  const shown = current ?? upcoming ?? versions.at(-1) ?? null;
  const outline = shown === null ? await outlineOfUnpublished(record, projectId) : null;
  const ended = current !== null && endsAgreement(current.compiled);
  return {
    agreementId,
    name: shown?.compiled.agreement.name ?? outline?.name ?? agreementId,
    kind: shown?.compiled.agreement.kind ?? outline?.kind ?? 'sla',
    provider: shown?.compiled.parties.provider.name ?? outline?.provider.name ?? '',
    customer: shown?.compiled.parties.customer.name ?? outline?.customer.name ?? '',
    timeZone: shown?.compiled.parties.provider.timeZone ?? outline?.provider.timeZone ?? 'UTC',
    state: stateOf(current, upcoming, open),
    version: current === null || ended ? null : current.compiled.agreement.version,
    effectiveFrom: current?.compiled.agreement.effectiveFrom ?? null,
    upcoming: upcoming && {
      version: upcoming.compiled.agreement.version,
      effectiveFrom: upcoming.compiled.agreement.effectiveFrom,
      ends: endsAgreement(upcoming.compiled),
    },
    approval: current === null || ended ? null : approvalOf(record, current),
    draft: draft && {
      revision: draft.revision,
      updatedAt: draft.updatedAt,
      updatedBy: draft.updatedByName,
    },
    proposal: open && (await viewOfProposal(open, viewer, record, now)),
    attainment: attainmentOf(tallies),
    hasGoal: shown === null ? (outline?.hasGoal ?? true) : measuresOf(record, shown).some(promisesTime),
  };
}

export function versionInForce({ versions }: AgreementRecord, now: Instant): PublishedVersion | null {
  return versions.findLast(({ compiled }) => compiled.agreement.effectiveFrom <= now) ?? null;
}

/** Newest first. */
export function versionViews(record: AgreementRecord, now: Instant): readonly VersionView[] {
  const current = versionInForce(record, now);
  return record.versions
    .map((one, index): VersionView => {
      const { version, effectiveFrom } = one.compiled.agreement;
      const proposal = proposalOf(record, version);
      const next = record.versions[index + 1];
      return {
        version,
        state: versionState(one, current, now),
        effectiveFrom,
        effectiveTo: next?.compiled.agreement.effectiveFrom ?? null,
        publishedAt: one.publishedAt,
        approval: proposal?.approval ?? 'provider',
        hash: proposal?.hash ?? '',
        signatures: proposal ? signaturesOfProposal(record, proposal).map(signatureView) : [],
      };
    })
    .reverse();
}

export function proposalOf({ proposals }: AgreementRecord, version: number): ProposalHead | null {
  return proposals.findLast((one) => one.state === 'published' && one.version === version) ?? null;
}

export function signaturesOfProposal(
  { signatures }: AgreementRecord,
  proposal: ProposalHead,
): readonly Signature[] {
  return signatures.get(subjectOf(proposal)) ?? [];
}

export function attainmentOf(tallies: readonly MeasureTally[]): AttainmentView {
  const met = tallies.reduce((sum, tally) => sum + tally.met, 0);
  const breached = tallies.reduce((sum, tally) => sum + tally.breached, 0);
  return countsOf(met, breached);
}

async function viewOfProposal(
  open: ProposalHead,
  viewer: Viewer,
  record: AgreementRecord,
  now: Instant,
): Promise<ProposalView> {
  const full = await readProposal(open.projectId, open.agreementId, open.number);
  const signers = full && (await signersOfProposal(full, now));
  return proposalView(open, signers, signaturesOfProposal(record, open), viewer);
}

/** Of a version; of one that ends the agreement, those of the version it ends. */
function measuresOf({ versions }: AgreementRecord, version: PublishedVersion): readonly Measure[] {
  const until = versions.slice(0, versions.indexOf(version) + 1);
  return until.findLast(({ compiled }) => !endsAgreement(compiled))?.compiled.agreement.measures ?? [];
}

/** Nothing was published yet: what is proposed says what it is, else what is written. */
async function outlineOfUnpublished(
  { agreementId, proposals, draft }: AgreementRecord,
  projectId: string,
): Promise<AgreementOutline | null> {
  const open = proposals.findLast(isOpen);
  if (open)
    return agreementOutline((await readProposal(projectId, agreementId, open.number))?.document ?? '');
  if (!draft) return null;
  return agreementOutline((await readAgreementDraft(projectId, agreementId))?.document ?? '');
}

function stateOf(
  current: PublishedVersion | null,
  upcoming: PublishedVersion | null,
  open: ProposalHead | null,
): AgreementState {
  if (current !== null) return endsAgreement(current.compiled) ? 'retired' : 'active';
  if (upcoming !== null) return 'signed';
  return open === null ? 'draft' : 'proposed';
}

function versionState(
  one: PublishedVersion,
  current: PublishedVersion | null,
  now: Instant,
): VersionView['state'] {
  if (one.compiled.agreement.effectiveFrom > now) return 'signed';
  if (one !== current) return 'superseded';
  return endsAgreement(one.compiled) ? 'retired' : 'active';
}

function approvalOf(record: AgreementRecord, { compiled }: PublishedVersion) {
  return proposalOf(record, compiled.agreement.version)?.approval ?? 'provider';
}
