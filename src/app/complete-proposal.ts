import { textAt } from '../agreement/loose';
import { readText } from '../agreement/read-text';
import { setInText } from '../agreement/set-in-text';
import type { Fault } from '../contract';
import type { Instant } from '../engine/instant';
import { readAgreementDraft, removeAgreementDraft } from '../storage/agreement-draft';
import {
  moveProposal,
  openProposals,
  readProposal,
  type ProposalHead,
  type ProposalRow,
} from '../storage/agreement-proposal';
import { signaturesOf, type Signature } from '../storage/signature';
import { ACCORD, recordAuditOnce } from './audit';
import { indexParties } from './index-parties';
import type { PushJobs } from './job';
import { outcomeOf, subjectOf } from './proposal-signatures';
import { isSuccessor } from './proposal-signers';
import { publishVersion } from './publish-version';

/** What has become of a proposal; `faults` = why what was signed could not be published. */
export interface Completion {
  readonly proposal: ProposalRow;
  readonly faults: readonly Fault[];
}

/**
 * Makes everything follow that the decisions about a proposal demand: its end when it was declined, its
 * version once all who must have signed. The signatures alone decide, and every step may be repeated, so
 * whoever comes after a crash, or at the same time, completes the same.
 */
export async function completeProposal(
  head: Pick<ProposalHead, 'projectId' | 'agreementId' | 'number'>,
  push: PushJobs,
  now: Instant,
): Promise<Completion> {
  const proposal = await reread(head);
  const signatures = await signaturesOf(proposal.projectId, [subjectOf(proposal)]);
  await recordDecisions(proposal, signatures);
  if (proposal.state === 'proposed') {
    const outcome = outcomeOf(proposal, signatures);
    if (outcome === 'waiting') return { proposal, faults: [] };
    // Of a signature and a withdrawal at once, one moves the proposal on.
    const to = outcome === 'declined' ? 'declined' : 'accepted';
    await moveProposal(proposal, 'proposed', to, lastOf(signatures).signedAt);
  }
  const decided = await reread(proposal);
  if (decided.state === 'accepted') return publish(decided, signatures, push, now);
  await indexParties(proposal.projectId, proposal.agreementId, now);
  return { proposal: decided, faults: [] };
}

const MOST_PROPOSALS = 500;

/** Completes what was left undone, in all projects; answers how many proposals are open. */
export async function completeProposals(push: PushJobs, now: Instant): Promise<number> {
  const open = await openProposals(MOST_PROPOSALS);
  for (const proposal of open) {
    try {
      await completeProposal(proposal, push, now);
    } catch (error) {
      // The others are not to wait for it.
      console.error(error);
    }
  }
  return open.length;
}

async function publish(
  proposal: ProposalRow,
  signatures: readonly Signature[],
  push: PushJobs,
  now: Instant,
): Promise<Completion> {
  const { projectId, agreementId, version, kind } = proposal;
  const last = lastOf(signatures);
  const faults = await publishVersion(proposal, { by: last.signedBy, at: last.signedAt }, push, now);
  if (faults.length > 0) return { proposal, faults };
  await dropDraftOf(proposal);
  const text =
    kind === 'retire'
      ? `The agreement ${agreementId} ends: its version ${version} was published.`
      : `Version ${version} of the agreement ${agreementId} was published.`;
  const record = { actor: ACCORD, action: 'agreement-published', subject: subjectOf(proposal), text };
  await recordAuditOnce(projectId, { ...record, facts: { hash: proposal.hash, version } }, now);
  await moveProposal(proposal, 'accepted', 'published', last.signedAt);
  await indexParties(projectId, agreementId, now);
  return { proposal: await reread(proposal), faults: [] };
}

/** A draft that says what was published is done with; one that was written on stays. */
async function dropDraftOf({ projectId, agreementId, version, document }: ProposalRow): Promise<void> {
  const draft = await readAgreementDraft(projectId, agreementId);
  if (!draft) return;
  const numbered = setInText(draft.document, 'version', version);
  const reading = readText(document);
  const from = reading.ok ? textAt(reading.value, 'effectiveFrom') : undefined;
  const dated = from === undefined ? numbered : setInText(numbered, 'effectiveFrom', from);
  if (numbered === document || dated === document)
    await removeAgreementDraft(projectId, agreementId, draft.revision);
}

/** Who did what is in the log even if whoever did it got no further. */
async function recordDecisions(proposal: ProposalRow, signatures: readonly Signature[]): Promise<void> {
  const { projectId, agreementId, number, version, kind, hash } = proposal;
  const what = kind === 'retire' ? 'that it ends' : `its version ${version}`;
  const proposer = { accountId: proposal.proposedBy, name: proposal.proposedByName };
  await recordAuditOnce(
    projectId,
    {
      actor: proposer,
      action: 'agreement-proposed',
      subject: subjectOf(proposal),
      text: `Proposed for the agreement ${agreementId}: ${what}.`,
      facts: { hash, version, number, approval: proposal.approval, note: proposal.note },
    },
    proposal.proposedAt,
  );
  for (const { side, decision, signedBy, signerName, signedAt, place, comment, ...signature } of signatures) {
    const did = decision === 'signed' ? 'Signed' : 'Declined';
    const successor = await isSuccessor(proposal, { side, signedBy, signedAt });
    const why = successor ? ` Nobody whom the ${side} had accepted before is active any more.` : '';
    await recordAuditOnce(
      projectId,
      {
        actor: { accountId: signedBy, name: signerName },
        action: `agreement-${decision}`,
        subject: `${subjectOf(proposal)}:${side}`,
        text: `${did} for the ${side}, agreement ${agreementId}: ${what}.${why}`,
        facts: { hash: signature.hash, side, place, comment, successor },
      },
      signedAt,
    );
  }
}

async function reread({
  projectId,
  agreementId,
  number,
}: Pick<ProposalHead, 'projectId' | 'agreementId' | 'number'>): Promise<ProposalRow> {
  const proposal = await readProposal(projectId, agreementId, number);
  if (!proposal) throw new Error(`Proposal ${number} of agreement ${agreementId} is gone`);
  return proposal;
}

function lastOf(signatures: readonly Signature[]): Signature {
  const [last] = [...signatures].sort((a, b) => b.signedAt - a.signedAt);
  if (!last) throw new Error('A decision without a signature');
  return last;
}
