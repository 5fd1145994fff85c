import type { Result } from '../contract';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readViewedIssue } from '../jira/read-viewed-issue';
import { forgetIncident, readIncident } from '../storage/incident-window';
import { recordAudit } from './audit';
import { mayDeclare } from './declare-incident';
import { withdrawOthers } from './propose-for-links';
import { conflict, forbidden, notFound } from './refuse';

/** Takes the declaration back, and with it what was proposed because of it; what was agreed stays agreed. */
export async function revokeIncident(
  { issueId, rowVersion }: { readonly issueId: string; readonly rowVersion: number },
  accountId: string,
  now: Instant,
): Promise<Result<null>> {
  const issue = await readViewedIssue(issueId, 'user');
  if (!issue) return notFound('ticket');
  if (!(await mayDeclare(issue))) return forbidden('Only agents and administrators may revoke an incident.');
  const changed = conflict('Somebody else has changed or revoked this incident. Look at it first.');
  // Whoever has seen another declaration takes nothing back: what is withdrawn is never proposed again.
  if ((await readIncident(issue.issueId))?.rowVersion !== rowVersion) return changed;
  // First what hangs on it: should this end half way, the declaration is there to be revoked again.
  await withdrawOthers(issue, new Set(), now);
  if (!(await forgetIncident(issue.issueId, rowVersion))) return changed;
  const name = await readPersonName(accountId);
  await recordAudit(
    issue.projectId,
    {
      actor: { accountId, name },
      action: 'incident-revoked',
      subject: `incident:${issue.issueId}`,
      text: `revoked the major incident ${issue.issueKey}`,
    },
    now,
  );
  return { ok: true, value: null };
}
