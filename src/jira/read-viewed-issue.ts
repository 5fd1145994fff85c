import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { JiraError } from './jira-error';
import { isObject } from './raw-issue';

/** What there is to say of an issue before its history is read. */
export interface ViewedIssue {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly attachments: readonly { readonly attachmentId: string; readonly fileName: string }[];
}

/**
 * As the person who asks, or as the app. null = there is none, or this person may not see it in Jira itself.
 * Throws `JiraError`.
 */
export async function readViewedIssue(issueIdOrKey: string, as: JiraCall['as']): Promise<ViewedIssue | null> {
  try {
    const issue = await callJira(
      'GET',
      route`/rest/api/3/issue/${issueIdOrKey}?fields=${'project,attachment'}`,
      { as },
    );
    if (!isObject(issue) || !isObject(issue['fields']) || !isObject(issue['fields']['project'])) return null;
    const { project, attachment } = issue['fields'];
    return {
      issueId: String(issue['id']),
      issueKey: String(issue['key']),
      projectId: String(isObject(project) ? project['id'] : ''),
      attachments: (Array.isArray(attachment) ? attachment.filter(isObject) : []).map((one) => ({
        attachmentId: String(one['id']),
        fileName: String(one['filename']),
      })),
    };
  } catch (error) {
    // An account without access to Jira itself is told 401 or 403.
    if (error instanceof JiraError && (error.code === 'not-found' || error.code === 'forbidden')) return null;
    throw error;
  }
}
