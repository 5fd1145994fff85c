import { route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraError } from './jira-error';
import { isObject } from './raw-issue';

/** What the person who asks may do with an issue. */
export interface IssuePermissions {
  readonly browse: boolean;
  /** Administers the issue's project. */
  readonly administer: boolean;
}

/**
 * Asked of Jira as the person. Seeing is decided by reading the issue, which knows security levels; Jira's
 * list of permissions says yes to portal customers too. Throws `JiraError`.
 */
export async function permissionsOnIssue(issueId: string): Promise<IssuePermissions> {
  const [browse, administer] = await Promise.all([
    mayReadIssue(issueId),
    granted('ADMINISTER_PROJECTS', 'issues', issueId),
  ]);
  return { browse, administer: browse && administer };
}

/** Does the person who asks administer the project? */
export function administersProject(projectId: string): Promise<boolean> {
  return granted('ADMINISTER_PROJECTS', 'projects', projectId);
}

async function mayReadIssue(issueId: string): Promise<boolean> {
  try {
    await callJira('GET', route`/rest/api/3/issue/${issueId}?fields=${'project'}`, { as: 'user' });
    return true;
  } catch (error) {
    // An account without access to Jira itself is told 401 or 403.
    if (error instanceof JiraError && (error.code === 'not-found' || error.code === 'forbidden'))
      return false;
    throw error;
  }
}

/** Jira answers with those of the given ids for which the person holds the permission. */
async function granted(permission: string, kind: 'projects' | 'issues', id: string): Promise<boolean> {
  const number = Number(id);
  if (!Number.isSafeInteger(number)) return false;
  const answer = await callJira('POST', route`/rest/api/3/permissions/check`, {
    as: 'user',
    body: { projectPermissions: [{ permissions: [permission], [kind]: [number] }] },
  });
  const list = isObject(answer) ? answer['projectPermissions'] : undefined;
  if (!Array.isArray(list)) return false;
  return list.some((entry: unknown) => {
    if (!isObject(entry) || entry['permission'] !== permission) return false;
    const ids = entry[kind];
    return Array.isArray(ids) && ids.some((held) => Number(held) === number);
  });
}
