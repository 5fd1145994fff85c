import { route } from '@forge/api';
import { callJira } from './jira-client';
import { isObject } from './raw-issue';
import { ONCE } from './write-once';

/**
 * Does the transition of this name (ignoring case), as the app; false = the issue's status has none. Throws
 * `JiraError`.
 */
export async function transitionIssue(issueId: string, name: string): Promise<boolean> {
  const answer = await callJira('GET', route`/rest/api/3/issue/${issueId}/transitions`, { as: 'app' });
  const open = isObject(answer) && Array.isArray(answer['transitions']) ? answer['transitions'] : [];
  const wanted = name.trim().toLowerCase();
  const found = open.filter(isObject).find((one) => String(one['name']).toLowerCase() === wanted);
  if (!found) return false;
  await callJira('POST', route`/rest/api/3/issue/${issueId}/transitions`, {
    as: 'app',
    patience: ONCE,
    body: { transition: { id: String(found['id']) } },
  });
  return true;
}
