import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { isObject, JiraShapeError } from './raw-issue';

/** Jira answers for so many issues at once. */
const MOST = 100;

/**
 * Those of the given issues that Jira has, asked as the app unless told otherwise; missing ones and those
 * that may not be seen are left out. Read from Jira's truth, not its index. Throws `JiraError`.
 */
export async function existingIssueIds(
  issueIds: readonly string[],
  options: Partial<Pick<JiraCall, 'as' | 'patience'>> = {},
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let first = 0; first < issueIds.length; first += MOST) {
    const answer = await callJira('POST', route`/rest/api/3/issue/bulkfetch`, {
      as: 'app',
      ...options,
      body: { issueIdsOrKeys: issueIds.slice(first, first + MOST), fields: ['project'] },
    });
    if (!isObject(answer) || !Array.isArray(answer['issues'])) {
      throw new JiraShapeError('The bulk fetch answered without a list of issues');
    }
    for (const issue of answer['issues']) found.add(String((issue as { id: unknown }).id));
  }
  return found;
}
