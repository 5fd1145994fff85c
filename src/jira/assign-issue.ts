import { route } from '@forge/api';
import { callJira } from './jira-client';
import { isObject } from './raw-issue';

/** Gives an issue to somebody, as the app. Throws `JiraError`. */
export async function assignIssue(issueId: string, accountId: string): Promise<void> {
  await callJira('PUT', route`/rest/api/3/issue/${issueId}/assignee`, { as: 'app', body: { accountId } });
}

/** The account of the project's lead; null = Jira names none. Throws `JiraError`. */
export async function readProjectLead(projectId: string): Promise<string | null> {
  const project = await callJira('GET', route`/rest/api/3/project/${projectId}`, { as: 'app' });
  const lead = isObject(project) ? project['lead'] : undefined;
  return isObject(lead) && typeof lead['accountId'] === 'string' ? lead['accountId'] : null;
}
