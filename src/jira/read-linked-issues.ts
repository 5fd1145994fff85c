import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { isNotFound } from './jira-error';
import { isObject, JiraShapeError } from './raw-issue';

/** An issue at the other end of a link. */
export interface LinkedIssue {
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
}

const asApp: JiraCall = { as: 'app' };
/** Jira answers for so many issues at once. */
const MOST = 100;

/**
 * All issues that an issue is linked to, whatever the kind and direction of the link, read as the app from
 * Jira's truth. null = there is no such issue. Throws `JiraError`, `JiraShapeError`.
 */
export async function readLinkedIssues(issueId: string): Promise<readonly LinkedIssue[] | null> {
  const ids = await readLinkedIds(issueId);
  if (ids === null) return null;
  const found: LinkedIssue[] = [];
  for (let first = 0; first < ids.length; first += MOST) {
    const answer = await callJira('POST', route`/rest/api/3/issue/bulkfetch`, {
      ...asApp,
      body: { issueIdsOrKeys: ids.slice(first, first + MOST), fields: ['project'] },
    });
    const issues = isObject(answer) ? answer['issues'] : undefined;
    if (!Array.isArray(issues)) throw new JiraShapeError('The bulk fetch answered without a list of issues');
    found.push(...issues.flatMap(linkedIssue));
  }
  return found;
}

async function readLinkedIds(issueId: string): Promise<readonly string[] | null> {
  try {
    const issue = await callJira('GET', route`/rest/api/3/issue/${issueId}?fields=${'issuelinks'}`, asApp);
    const fields = isObject(issue) ? issue['fields'] : undefined;
    const links = isObject(fields) ? fields['issuelinks'] : undefined;
    if (!Array.isArray(links)) throw new JiraShapeError(`Issue ${issueId} was answered without its links`);
    const ends = links
      .filter(isObject)
      .map((link) => link['inwardIssue'] ?? link['outwardIssue'])
      .filter(isObject);
    return [...new Set(ends.map((end) => String(end['id'])))];
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function linkedIssue(issue: unknown): LinkedIssue[] {
  if (!isObject(issue) || !isObject(issue['fields']) || !isObject(issue['fields']['project'])) return [];
  const projectId = String(issue['fields']['project']['id']);
  return [{ issueId: String(issue['id']), issueKey: String(issue['key']), projectId }];
}
