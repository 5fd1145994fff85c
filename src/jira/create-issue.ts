import { route } from '@forge/api';
import { callJira } from './jira-client';
import { ONCE } from './write-once';
import { isObject, JiraShapeError } from './raw-issue';
import { searchIssueIds } from './search-issues';

/** Marks an issue as the work item of a service report; its `id` is searchable (see the manifest). */
export const SERVICE_REPORT_PROPERTY = 'accord-report';

export interface CreatedIssue {
  readonly issueId: string;
  readonly issueKey: string;
}

/**
 * Creates the work item of a report, as the app. Not safe to repeat, so it is never tried twice:
 * look for it before the next try. Throws `JiraError`.
 */
export async function createReportIssue(issue: {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly summary: string;
  /** In Jira's document format. */
  readonly description: unknown;
  /** Tells one report from all others by its `id`. */
  readonly mark: { readonly id: string };
}): Promise<CreatedIssue> {
  const { projectId, issueTypeId, summary, description, mark } = issue;
  const answer = await callJira('POST', route`/rest/api/3/issue`, {
    as: 'app',
    patience: ONCE,
    body: {
      fields: { project: { id: projectId }, issuetype: { id: issueTypeId }, summary, description },
      properties: [{ key: SERVICE_REPORT_PROPERTY, value: mark }],
    },
  });
  if (!isObject(answer) || answer['id'] === undefined || typeof answer['key'] !== 'string')
    throw new JiraShapeError('Jira created an issue without an id or a key');
  return { issueId: String(answer['id']), issueKey: answer['key'] };
}

/** The work item of a report that was created before; null = there is none. The index may lag by seconds. */
export async function findReportIssue(projectId: string, reportId: string): Promise<CreatedIssue | null> {
  const jql = `project = ${projectId} AND issue.property[${SERVICE_REPORT_PROPERTY}].id = "${reportId}" ORDER BY key ASC`;
  const [issueId] = (await searchIssueIds(jql, null, { size: 1 })).issueIds;
  if (issueId === undefined) return null;
  const issue = await callJira('GET', route`/rest/api/3/issue/${issueId}?fields=${'project'}`, { as: 'app' });
  if (!isObject(issue) || typeof issue['key'] !== 'string')
    throw new JiraShapeError(`Issue ${issueId} was answered without its key`);
  return { issueId, issueKey: issue['key'] };
}
