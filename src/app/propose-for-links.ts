import type { Instant } from '../engine/instant';
import { readLinkedIssues, type LinkedIssue } from '../jira/read-linked-issues';
import { agreementsOfProject, type CompiledAgreement } from '../storage/agreement-version';
import { addExclusion, proposedExclusions, type StoredExclusion } from '../storage/exclusion';
import { incidentsAmong, type IncidentWindow } from '../storage/incident-window';
import { exclusionSubject } from '../storage/signature';
import { versionAt } from './agreement-at';
import { approvalFor } from './approval-for';
import { ACCORD, recordAuditOnce } from './audit';
import { sha256 } from './canonical-json';
import { compileExclusion } from './compile-exclusion';
import { withdraw } from './decide-exclusion';
import { contentOf, exclusionText, type ExclusionContent } from './exclusion-content';

const MOST_OPEN = 5_000;

/**
 * Of the issues whose links may have changed, those that are declared incidents: Accord proposes the exclusion
 * for every ticket of the project that Jira has linked to them now, and withdraws its open proposals for those
 * that are not linked any more or whose window was another one. Each ticket and window gets one proposal,
 * whatever becomes of it, however often this runs. While an incident goes on nothing is proposed: nobody could
 * say what is signed.
 */
export async function proposeForLinks(issueIds: readonly string[], now: Instant): Promise<void> {
  for (const incident of await incidentsAmong(issueIds)) await proposeForIncident(incident, now);
}

async function proposeForIncident(incident: IncidentWindow, now: Instant): Promise<void> {
  const linked = await readLinkedIssues(incident.issueId);
  if (linked === null) return;
  const tickets = linked.filter(({ projectId }) => projectId === incident.projectId);
  const version = versionAt(await agreementsOfProject(incident.projectId), incident.agreementId, now);
  const approval = await approvalFor(incident, now);
  const wanted = version
    ? tickets.flatMap((ticket) => proposalFor(ticket, incident, version, approval, now))
    : [];
  await withdrawOthers(incident, new Set(wanted.map(({ exclusionId }) => exclusionId)), now);
  for (const exclusion of wanted) {
    if (!(await addExclusion(exclusion))) continue;
    const { clause, issueKey } = contentOf(exclusion);
    await recordAuditOnce(
      incident.projectId,
      {
        actor: ACCORD,
        action: 'exclusion-proposed',
        subject: exclusionSubject(exclusion.exclusionId),
        text: `proposed the exclusion “${clause}” for ${issueKey}: it is linked to the major incident ${incident.issueKey}`,
        facts: { hash: exclusion.hash },
      },
      now,
    );
  }
}

function proposalFor(
  ticket: LinkedIssue,
  incident: IncidentWindow,
  version: CompiledAgreement,
  approval: ExclusionContent['approval'],
  now: Instant,
): StoredExclusion[] {
  if (incident.end === null) return [];
  const content: ExclusionContent = {
    agreementId: incident.agreementId,
    kind: 'ticket',
    clause: incident.clause,
    effect: 'time',
    measures: [],
    when: null,
    windows: [{ from: incident.start, to: incident.end }],
    during: null,
    issueKey: ticket.issueKey,
    reason: `Major incident ${incident.issueKey}: ${incident.reason}`.slice(0, 2_000),
    evidence: [],
    approval,
    incident: { issueId: incident.issueId, issueKey: incident.issueKey },
  };
  const exclusionId = idFor(ticket, incident);
  const compiled = compileExclusion(exclusionId, content, version.agreement, null);
  if (!compiled.ok) return [];
  const text = exclusionText(content);
  return [
    {
      projectId: incident.projectId,
      exclusionId,
      agreementId: incident.agreementId,
      content: text,
      hash: sha256(text),
      compiled: compiled.exclusion,
      issueId: ticket.issueId,
      state: 'proposed',
      origin: 'incident',
      proposedAt: now,
      proposedBy: ACCORD.accountId,
      proposedByName: ACCORD.name,
      decidedAt: null,
      decision: null,
      rowVersion: 1,
    },
  ];
}

/** The same incident with the same window says the same of a ticket: it has one id, however often it is told. */
function idFor(ticket: LinkedIssue, { issueId, agreementId, clause, start, end }: IncidentWindow): string {
  return sha256(JSON.stringify([issueId, ticket.issueId, agreementId, clause, start, end])).slice(0, 32);
}

/** Takes back Accord's open proposals because of an incident, except the wanted ones. */
export async function withdrawOthers(
  { projectId, issueId, issueKey }: Pick<IncidentWindow, 'projectId' | 'issueId' | 'issueKey'>,
  wanted: ReadonlySet<string>,
  now: Instant,
): Promise<void> {
  const open = await proposedExclusions(projectId, null, MOST_OPEN);
  for (const exclusion of open) {
    if (exclusion.origin !== 'incident' || wanted.has(exclusion.exclusionId)) continue;
    if (contentOf(exclusion).incident?.issueId !== issueId) continue;
    await withdraw(
      exclusion,
      ACCORD,
      `The ticket is not linked to the major incident ${issueKey} with this window any more.`,
      now,
    );
  }
}
