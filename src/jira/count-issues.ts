import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { isObject, JiraShapeError } from './raw-issue';

/** About how many issues a JQL query finds: the index may lag behind by minutes. Throws `JiraError`. */
export async function countIssues(jql: string, as: JiraCall['as']): Promise<number> {
  const answer = await callJira('POST', route`/rest/api/3/search/approximate-count`, { as, body: { jql } });
  const count = isObject(answer) ? answer['count'] : undefined;
  if (typeof count !== 'number') throw new JiraShapeError('The count answered without a number');
  return count;
}
