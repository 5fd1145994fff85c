import { route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraShapeError, isObject } from './raw-issue';

/** What a list shows of an issue. */
export interface VisibleIssue {
  readonly issueId: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly priority: string;
  /** Name; `''` = nobody. */
  readonly assignee: string;
}

/** Jira gives no more at once. */
const AT_ONCE = 100;

/** Those of the issues that Jira shows the person who asks, by id: issue security included. Throws `JiraError`. */
export async function readVisibleIssues(
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, VisibleIssue>> {
  const found = new Map<string, VisibleIssue>();
  const ids = [...new Set(issueIds)];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const answer = await callJira('POST', route`/rest/api/3/issue/bulkfetch`, {
      as: 'user',
      body: {
        issueIdsOrKeys: ids.slice(first, first + AT_ONCE),
        fields: ['summary', 'priority', 'assignee'],
      },
    });
    if (!isObject(answer) || !Array.isArray(answer['issues']))
      throw new JiraShapeError('The bulk fetch answered without a list of issues');
    for (const issue of answer['issues'].filter(isObject)) {
      const fields = isObject(issue['fields']) ? issue['fields'] : {};
      found.set(String(issue['id']), {
        issueId: String(issue['id']),
        issueKey: String(issue['key']),
        summary: textOf(fields['summary']),
        priority: textOf(fields['priority'], 'name'),
        assignee: textOf(fields['assignee'], 'displayName'),
      });
    }
  }
  return found;
}

function textOf(value: unknown, key?: string): string {
  const text = key === undefined ? value : isObject(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
}
