import type { Fault, Result } from '../contract';
import type { IncidentDeclaration, IncidentView } from '../contract/exclusion';
import type { Instant } from '../engine/instant';
import { administersProject, isAgentOf } from '../jira/permissions';
import { readPersonName } from '../jira/read-person';
import { readViewedIssue, type ViewedIssue } from '../jira/read-viewed-issue';
import { agreementsOfProject } from '../storage/agreement-version';
import { saveIncident, type IncidentWindow } from '../storage/incident-window';
import { versionAt } from './agreement-at';
import { recordAudit } from './audit';
import type { PushJobs } from './job';
import { conflict, forbidden, invalid, notFound } from './refuse';

const LONGEST_CLAUSE = 200;
// It goes into the reason of what is proposed, behind the key of the incident.
const LONGEST_REASON = 1_900;

/** Declares a ticket a major incident with a window, or changes the declaration. Agents and administrators. */
export async function declareIncident(
  issueId: string,
  declaration: IncidentDeclaration,
  accountId: string,
  push: PushJobs,
  now: Instant,
): Promise<Result<IncidentView>> {
  const issue = await readViewedIssue(issueId, 'user');
  if (!issue) return notFound('ticket');
  if (!(await mayDeclare(issue))) return forbidden('Only agents and administrators may declare an incident.');
  const { agreementId, clause, reason, from, to, rowVersion } = declaration;
  if (!versionAt(await agreementsOfProject(issue.projectId), agreementId, now)) return notFound('agreement');
  const faults = faultsOf(declaration);
  if (faults.length > 0) return invalid('The incident was not declared: something is missing.', faults);

  const name = await readPersonName(accountId);
  const incident: IncidentWindow = {
    projectId: issue.projectId,
    issueId: issue.issueId,
    issueKey: issue.issueKey,
    agreementId,
    clause: clause.trim(),
    reason: reason.trim(),
    start: from,
    end: to,
    declaredAt: now,
    declaredBy: accountId,
    declaredByName: name,
    rowVersion: rowVersion ?? 0,
  };
  if (!(await saveIncident(incident)))
    return conflict('Somebody else has declared or changed this incident. Look at it first.');
  const stored = { ...incident, rowVersion: incident.rowVersion + 1 };
  await push([{ job: { v: 1, kind: 'propose-for-links', issueIds: [issue.issueId] }, delayMs: 0 }]);
  await recordAudit(
    issue.projectId,
    {
      actor: { accountId, name },
      action: rowVersion === null ? 'incident-declared' : 'incident-changed',
      subject: `incident:${issue.issueId}`,
      text: `${rowVersion === null ? 'declared' : 'changed'} the major incident ${issue.issueKey}`,
      facts: { agreementId, clause: incident.clause, from, to },
    },
    now,
  );
  return { ok: true, value: incidentView(stored) };
}

/** Agents of the ticket's project and its administrators. */
export async function mayDeclare({ projectId }: Pick<ViewedIssue, 'projectId'>): Promise<boolean> {
  return (await isAgentOf(projectId)) || (await administersProject(projectId));
}

export function incidentView(incident: IncidentWindow): IncidentView {
  return {
    issueKey: incident.issueKey,
    agreementId: incident.agreementId,
    clause: incident.clause,
    reason: incident.reason,
    from: incident.start,
    to: incident.end,
    declaredBy: incident.declaredByName,
    rowVersion: incident.rowVersion,
  };
}

function faultsOf({ clause, reason, from, to }: IncidentDeclaration): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (path: string, message: string, remedy: string) => faults.push({ path, message, remedy });
  if (clause.trim() === '')
    add('clause', 'The clause is missing.', 'Name the clause of the agreement it rests on.');
  if (clause.length > LONGEST_CLAUSE)
    add('clause', `A clause has at most ${LONGEST_CLAUSE} characters.`, 'Shorten it.');
  if (reason.trim() === '') add('reason', 'The reason is missing.', 'Say what happened.');
  if (reason.length > LONGEST_REASON)
    add('reason', `A reason has at most ${LONGEST_REASON} characters.`, 'Shorten it.');
  if (to !== null && from >= to)
    add('to', 'It ends before it begins.', 'Give an end after the start, or none while it goes on.');
  return faults;
}
