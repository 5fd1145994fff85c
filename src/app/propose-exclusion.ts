import type { Result } from '../contract';
import type { ExclusionProposal, ExclusionView } from '../contract/exclusion';
import type { Instant } from '../engine/instant';
import { readNames } from '../jira/read-names';
import { readPersonName } from '../jira/read-person';
import { agreementsOfProject } from '../storage/agreement-version';
import { addExclusion, readExclusion, type StoredExclusion } from '../storage/exclusion';
import { exclusionSubject, signaturesOf } from '../storage/signature';
import { partiesOf, sideOf, versionAt } from './agreement-at';
import { maySee, viewerOf, type Caller } from './agreement-viewer';
import { approvalFor } from './approval-for';
import { recordAudit } from './audit';
import { sha256 } from './canonical-json';
import { compileExclusion } from './compile-exclusion';
import { decidingSide, exclusionView } from './exclusion-view';
import { exclusionText, type ExclusionContent } from './exclusion-content';
import { exclusionFor } from './for-customers';
import type { PushJobs } from './job';
import { forbidden, invalid, notFound } from './refuse';
import { signExclusion } from './sign-exclusion';
import { settleExclusion } from './settle-exclusion';
import { findTicket } from './find-ticket';

/** What a proposal may rest on: what a clause of the document may, too. */
export { EXCLUSION_KINDS } from '../agreement/document';

/**
 * Puts an exclusion before both sides. Agents, administrators and representatives may; a representative signs
 * for their side by proposing it. Nothing counts before the other side has signed, too.
 */
export async function proposeExclusion(
  projectId: string,
  proposal: ExclusionProposal,
  caller: Caller,
  push: PushJobs,
  now: Instant,
): Promise<Result<ExclusionView>> {
  const viewer = await viewerOf(projectId, caller);
  if (!viewer || !maySee(viewer, proposal.agreementId)) return notFound('agreement');
  const version = versionAt(await agreementsOfProject(projectId), proposal.agreementId, now);
  if (!version) return notFound('agreement');
  const parties = await partiesOf(projectId, version);
  const side = sideOf(parties, viewer);
  if (!viewer.agent && side === null)
    return forbidden(
      'Only representatives of the parties, agents and administrators may propose an exclusion.',
    );

  const ticket = proposal.issueKey === null ? null : await findTicket(projectId, proposal.issueKey, viewer);
  if (proposal.issueKey !== null && ticket === null) return notFound('ticket');
  const names = proposal.when === null ? null : await readNames(projectId);
  const written = ticket ? { ...proposal, issueKey: ticket.issueKey } : proposal;
  const approval = await approvalFor({ projectId, agreementId: version.agreement.id }, now);
  const content: ExclusionContent = { ...written, approval, incident: null };
  const text = exclusionText(content);
  const exclusionId = sha256(JSON.stringify([projectId, caller.accountId, now, text])).slice(0, 32);
  const compiled = compileExclusion(exclusionId, written, version.agreement, names);
  const strangers = ticket ? strangeEvidence(written, ticket.attachmentIds) : [];
  const faults = [...(compiled.ok ? [] : compiled.faults), ...strangers];
  if (!compiled.ok || faults.length > 0)
    return invalid('The exclusion was not proposed: it has faults.', faults);

  const name = await readPersonName(caller.accountId);
  const exclusion: StoredExclusion = {
    projectId,
    exclusionId,
    agreementId: version.agreement.id,
    content: text,
    hash: sha256(text),
    compiled: compiled.exclusion,
    issueId: ticket?.issueId ?? null,
    state: 'proposed',
    origin: 'person',
    proposedAt: now,
    proposedBy: caller.accountId,
    proposedByName: name,
    decidedAt: null,
    decision: null,
    rowVersion: 1,
  };
  await addExclusion(exclusion);
  const actor = { accountId: caller.accountId, name };
  const subject = exclusionSubject(exclusionId);
  const told = `proposed the exclusion “${content.clause}” of “${version.agreement.name}”`;
  await recordAudit(
    projectId,
    { actor, action: 'exclusion-proposed', subject, text: told, facts: { hash: exclusion.hash } },
    now,
  );
  // Where the provider alone approves, a customer's signature would not be asked for.
  if (side !== null && decidingSide(exclusion, [], parties, viewer) === side) {
    await signExclusion(
      exclusion,
      { side, decision: 'signed', comment: null },
      { ...actor, place: caller.place },
      now,
    );
    await settleExclusion(projectId, exclusionId, push, now);
  }
  const stored = (await readExclusion(projectId, exclusionId)) ?? exclusion;
  const signatures = await signaturesOf(projectId, [subject]);
  const view = exclusionView(stored, signatures, version.agreement.name, parties, viewer);
  return { ok: true, value: exclusionFor(view, parties, viewer) };
}

/** An attachment is only evidence where both sides can find it: at the ticket. */
function strangeEvidence({ evidence }: ExclusionProposal, attachmentIds: ReadonlySet<string>) {
  return evidence.flatMap((piece, index) =>
    piece.kind === 'attachment' && !attachmentIds.has(piece.attachmentId)
      ? [
          {
            path: `evidence[${index}]`,
            message: 'The ticket has no such attachment.',
            remedy: 'Choose one of its attachments, or give a link.',
          },
        ]
      : [],
  );
}
