import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { JiraShapeError, isObject } from './raw-issue';

export interface IssueIdPage {
  readonly issueIds: readonly string[];
  /** Token of the next page; null = this was the last. */
  readonly nextPage: string | null;
}

/** Of ids alone Jira gives up to 5,000 at once. */
const PAGE = 100;

/**
 * One page of the issues a JQL query finds, as the app and of 100 unless told otherwise. The query must
 * restrict something; the index may lag behind by minutes. Throws `JiraError`.
 */
export async function searchIssueIds(
  jql: string,
  page: string | null,
  { size = PAGE, ...options }: Partial<Pick<JiraCall, 'as' | 'patience'>> & { readonly size?: number } = {},
): Promise<IssueIdPage> {
  const answer = await callJira('POST', route`/rest/api/3/search/jql`, {
    as: 'app',
    ...options,
    body: { jql, maxResults: size, fields: ['id'], ...(page === null ? {} : { nextPageToken: page }) },
  });
  if (!isObject(answer) || !Array.isArray(answer['issues'])) {
    throw new JiraShapeError('The search answered without a list of issues');
  }
  const issueIds = answer['issues'].map((issue) => String((issue as { id: unknown }).id));
  const token = answer['nextPageToken'];
  const isLast = answer['isLast'] === true || typeof token !== 'string' || token === '';
  return { issueIds, nextPage: isLast ? null : token };
}
