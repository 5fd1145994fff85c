import { route } from '@forge/api';
import { callJira } from './jira-client';
import { isObject } from './raw-issue';

/** Sets fields of an issue to values in Jira's own shapes, or adds labels; as the app. Throws `JiraError`. */
export async function editIssue(
  issueId: string,
  change: { readonly fields?: Readonly<Record<string, unknown>>; readonly addLabel?: string },
): Promise<void> {
  const { fields, addLabel } = change;
  await callJira('PUT', route`/rest/api/3/issue/${issueId}`, {
    as: 'app',
    body: {
      ...(fields && { fields }),
      ...(addLabel !== undefined && { update: { labels: [{ add: addLabel }] } }),
    },
  });
}

/** Id of the issue's priority now; null = it has none. Throws `JiraError`. */
export async function readPriorityId(issueId: string): Promise<string | null> {
  const issue = await callJira('GET', route`/rest/api/3/issue/${issueId}?fields=${'priority'}`, {
    as: 'app',
  });
  const fields = isObject(issue) ? issue['fields'] : undefined;
  const priority = isObject(fields) ? fields['priority'] : undefined;
  return isObject(priority) ? String(priority['id']) : null;
}
