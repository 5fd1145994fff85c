import type { IssuePanelView, Result } from '../contract';
import type { Instant } from '../engine/instant';
import { foldHistory } from '../jira/issue-history';
import { rolesOnIssue } from '../jira/permissions';
import { readIssue } from '../jira/read-issue';
import { readViewedIssue } from '../jira/read-viewed-issue';
import { agreementsOfProject, type CompiledAgreement } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { readIncident } from '../storage/incident-window';
import { versionAt } from './agreement-at';
import { incidentView } from './declare-incident';
import { evaluateIssue } from './evaluate-issue';
import { panelView } from './panel-view';
import { proposedOn } from './proposed-exclusions';
import { notFound } from './refuse';
import { isReportWorkItem } from './report-work-item';

/**
 * The panel of one issue for the person who asks: Jira says whether that person may see it before anything
 * is read. Replayed on the spot from Jira, so it is right even when no event ever arrived; writes nothing.
 */
export async function readIssuePanel(
  issueId: string,
  accountId: string,
  now: Instant,
): Promise<Result<IssuePanelView>> {
  // Jira's list of permissions says yes to portal customers too: seeing is decided by reading the issue.
  const [seen, roles] = await Promise.all([readViewedIssue(issueId, 'user'), rolesOnIssue(issueId)]);
  const issue = seen ? await readIssue(issueId) : null;
  if (!seen || !issue) return notFound('ticket');
  const { projectId } = issue;
  const [versions, agreed, incident] = await Promise.all([
    agreementsOfProject(projectId),
    agreedExclusions(projectId, issue.id),
    readIncident(issue.id),
  ]);
  const history = foldHistory(issue);
  // Jira's clock may be a little ahead: what it has logged has happened.
  const instant = Math.max(now, history.entries.at(-1)?.at ?? now);
  // What tells of promises is not promised itself.
  const results = (await isReportWorkItem(issue)) ? [] : evaluateIssue(history, versions, agreed, instant);
  const agent = roles.agent || roles.administer;
  const viewer = {
    accountId,
    place: 'issue-panel' as const,
    administer: roles.administer,
    agent,
    agreements: null,
  };
  const view = panelView(
    {
      issueKey: issue.key,
      historyGaps: history.gaps.length > 0,
      mayAdminister: roles.administer,
      proposed: await proposedOn(projectId, history, { versions, agreed }, results, viewer, instant),
      incident: incident && incidentView(incident),
      proposing: {
        agreements: choicesOf(versions, instant),
        attachments: seen.attachments,
        mayDeclare: agent,
      },
    },
    versions,
    results,
    instant,
  );
  return { ok: true, value: view };
}

/** What an exclusion can be proposed for: the measures and calendars of the versions in force. */
function choicesOf(
  versions: readonly CompiledAgreement[],
  now: Instant,
): IssuePanelView['proposing']['agreements'] {
  const ids = [...new Set(versions.map(({ agreement }) => agreement.id))];
  return ids
    .flatMap((id) => versionAt(versions, id, now) ?? [])
    .map(({ agreement }) => ({
      agreementId: agreement.id,
      name: agreement.name,
      measures: agreement.measures.map(({ id, name }) => ({ measureId: id, name })),
      calendars: agreement.calendars.map(({ id, name }) => ({ calendarId: id, name })),
    }));
}
