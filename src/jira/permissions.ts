import { route, type Route } from '@forge/api';
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

/** Roles in a project. */
export interface Roles {
  readonly administer: boolean;
  readonly agent: boolean;
}

/** Which of the ticket's project's roles the person who asks holds: one question. Throws `JiraError`. */
export function rolesOnIssue(issueId: string): Promise<Roles> {
  return rolesOn('issues', issueId);
}

/** What the person who asks may do in a project. */
export interface ProjectPermissions {
  /** May see it in Jira itself; customers of the portal may not. */
  readonly browse: boolean;
  readonly administer: boolean;
  /** Works on its requests as an agent of the service desk. */
  readonly agent: boolean;
}

/**
 * Asked of Jira as the person. Seeing is decided by reading the project: Jira's list of permissions says yes
 * to portal customers too. Throws `JiraError`.
 */
export async function permissionsOnProject(projectId: string): Promise<ProjectPermissions> {
  const [project, { administer, agent }] = await Promise.all([
    readProjectAsUser(projectId),
    rolesOnProject(projectId),
  ]);
  const browse = project !== null;
  return { browse, administer: browse && administer, agent: browse && agent };
}

/** Key and name of a project; null = there is none, or the person who asks may not see it. */
export async function readProjectAsUser(
  projectId: string,
): Promise<{ readonly key: string; readonly name: string } | null> {
  const project = await readUnlessHidden(route`/rest/api/3/project/${projectId}`);
  return isObject(project) ? { key: String(project['key']), name: String(project['name']) } : null;
}

/** Projects that the person who asks administers. Throws `JiraError`. */
export async function projectsAdministered(): Promise<
  readonly { readonly projectId: string; readonly projectKey: string }[]
> {
  const projects = projectsIn(await askProjects('ADMINISTER_PROJECTS'));
  return projects.map((project) => ({
    projectId: String(project['id']),
    projectKey: String(project['key']),
  }));
}

/**
 * Ids of the projects for which Jira's list of permissions says that the person who asks may see them: of
 * customers of the portal it says so too. Whom Jira does not serve sees none. Throws `JiraError`.
 */
export async function projectsBrowsed(): Promise<ReadonlySet<string>> {
  const answer = await unlessHidden(askProjects('BROWSE_PROJECTS'));
  return new Set(projectsIn(answer).map((project) => String(project['id'])));
}

function askProjects(permission: string): Promise<unknown> {
  return callJira('POST', route`/rest/api/3/permissions/project`, {
    as: 'user',
    body: { permissions: [permission] },
  });
}

function projectsIn(answer: unknown): readonly Record<string, unknown>[] {
  const projects = isObject(answer) ? answer['projects'] : undefined;
  return Array.isArray(projects) ? projects.filter(isObject) : [];
}

/** Does the person who asks work on the project's requests as an agent of the service desk? */
export function isAgentOf(projectId: string): Promise<boolean> {
  return granted('SERVICEDESK_AGENT', 'projects', projectId);
}

/** Does the person who asks administer the project? */
export function administersProject(projectId: string): Promise<boolean> {
  return granted('ADMINISTER_PROJECTS', 'projects', projectId);
}

/** Which of the project's roles the person who asks holds: one question. Throws `JiraError`. */
export function rolesOnProject(projectId: string): Promise<Roles> {
  return rolesOn('projects', projectId);
}

/** The same of people who may not even ask: customers of the portal. */
export async function rolesUnlessRefused(projectId: string): Promise<Roles> {
  try {
    return await rolesOnProject(projectId);
  } catch (error) {
    if (error instanceof JiraError && (error.code === 'not-found' || error.code === 'forbidden'))
      return { administer: false, agent: false };
    throw error;
  }
}

async function rolesOn(kind: 'projects' | 'issues', id: string): Promise<Roles> {
  const held = await grantedOf(['ADMINISTER_PROJECTS', 'SERVICEDESK_AGENT'], kind, id);
  return { administer: held.has('ADMINISTER_PROJECTS'), agent: held.has('SERVICEDESK_AGENT') };
}

async function mayReadIssue(issueId: string): Promise<boolean> {
  return (await readUnlessHidden(route`/rest/api/3/issue/${issueId}?fields=${'project'}`)) !== null;
}

/** What Jira shows this person at the path; null = nothing. */
function readUnlessHidden(path: Route): Promise<unknown> {
  return unlessHidden(callJira('GET', path, { as: 'user' }));
}

async function unlessHidden(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    // An account without access to Jira itself is told 401 or 403.
    if (error instanceof JiraError && (error.code === 'not-found' || error.code === 'forbidden')) return null;
    throw error;
  }
}

async function granted(permission: string, kind: 'projects' | 'issues', id: string): Promise<boolean> {
  return (await grantedOf([permission], kind, id)).has(permission);
}

/** Jira answers with those of the given ids for which the person holds the permission. */
async function grantedOf(
  permissions: readonly string[],
  kind: 'projects' | 'issues',
  id: string,
): Promise<ReadonlySet<string>> {
  const number = Number(id);
  if (!Number.isSafeInteger(number)) return new Set();
  const answer = await callJira('POST', route`/rest/api/3/permissions/check`, {
    as: 'user',
    body: { projectPermissions: [{ permissions, [kind]: [number] }] },
  });
  const list = isObject(answer) ? answer['projectPermissions'] : undefined;
  if (!Array.isArray(list)) return new Set();
  const held = list.filter(isObject).filter((entry) => {
    const ids = entry[kind];
    return Array.isArray(ids) && ids.some((one) => Number(one) === number);
  });
  return new Set(held.map((entry) => String(entry['permission'])).filter((one) => permissions.includes(one)));
}
