import type { IssuePanelView, Result } from '../contract';
import type { Instant } from '../engine/instant';
import { foldHistory } from '../jira/issue-history';
import { permissionsOnIssue } from '../jira/permissions';
import { readIssue } from '../jira/read-issue';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { evaluateIssue } from './evaluate-issue';
import { panelView } from './panel-view';

/**
 * The panel of one issue for the person who asks: Jira says whether that person may see it before anything
 * is read. Replayed on the spot from Jira, so it is right even when no event ever arrived; writes nothing.
 */
export async function readIssuePanel(issueId: string, now: Instant): Promise<Result<IssuePanelView>> {
  const viewer = await permissionsOnIssue(issueId);
  const issue = viewer.browse ? await readIssue(issueId) : null;
  if (!issue)
    return { ok: false, code: 'not-found', message: 'There is no such ticket, or you may not see it.' };
  const versions = await agreementsOfProject(issue.projectId);
  const agreed = await agreedExclusions(issue.projectId, issue.id);
  const history = foldHistory(issue);
  // Jira's clock may be a little ahead: what it has logged has happened.
  const instant = Math.max(now, history.entries.at(-1)?.at ?? now);
  const view = panelView(
    { issueKey: issue.key, historyGaps: history.gaps.length > 0, mayAdminister: viewer.administer },
    versions,
    evaluateIssue(history, versions, agreed, instant),
    instant,
  );
  return { ok: true, value: view };
}
