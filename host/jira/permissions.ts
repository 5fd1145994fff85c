import { passesLevel } from './issue-security';
import type { ProjectRole, SiteProject } from './site-data';
import type { StoredIssue } from './stored-issue';
import type { World } from './world';

interface Permission {
  readonly id: string;
  readonly type: 'GLOBAL' | 'PROJECT';
  readonly name: string;
  readonly roles: readonly ProjectRole[];
}

const project = (id: string, name: string, ...roles: readonly ProjectRole[]): Permission => ({
  id,
  type: 'PROJECT',
  name,
  roles,
});

/**
 * The permission scheme of every project here. BROWSE_PROJECTS names `customer` too: Jira answers permission
 * questions of portal users with yes, although the platform API shows them nothing.
 */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  ADMINISTER: { id: '0', type: 'GLOBAL', name: 'Administer Jira', roles: [] },
  ADMINISTER_PROJECTS: project('23', 'Administer Projects', 'admin'),
  BROWSE_PROJECTS: project('10', 'Browse Projects', 'admin', 'agent', 'manager', 'customer'),
  CREATE_ISSUES: project('11', 'Create Issues', 'admin', 'agent', 'customer'),
  EDIT_ISSUES: project('12', 'Edit Issues', 'admin', 'agent'),
  ASSIGN_ISSUES: project('13', 'Assign Issues', 'admin', 'agent'),
  ADD_COMMENTS: project('15', 'Add Comments', 'admin', 'agent', 'manager', 'customer'),
  SET_ISSUE_SECURITY: project('26', 'Set Issue Security', 'admin', 'agent', 'manager'),
  DELETE_ISSUES: project('16', 'Delete Issues', 'admin'),
  ASSIGNABLE_USER: project('17', 'Assignable User', 'admin', 'agent'),
  MOVE_ISSUES: project('25', 'Move Issues', 'admin', 'agent'),
  CREATE_ATTACHMENTS: project('19', 'Create Attachments', 'admin', 'agent', 'customer'),
  LINK_ISSUES: project('21', 'Link Issues', 'admin', 'agent'),
  MODIFY_REPORTER: project('30', 'Modify Reporter', 'admin', 'agent'),
  EDIT_ALL_COMMENTS: project('34', 'Edit All Comments', 'admin'),
  EDIT_OWN_COMMENTS: project('35', 'Edit Own Comments', 'admin', 'agent', 'customer'),
  DELETE_ALL_COMMENTS: project('36', 'Delete All Comments', 'admin'),
  DELETE_OWN_COMMENTS: project('37', 'Delete Own Comments', 'admin', 'agent'),
  TRANSITION_ISSUES: project('46', 'Transition Issues', 'admin', 'agent'),
  SERVICEDESK_AGENT: project('-1', 'Service Project Agent', 'admin', 'agent'),
};

function holdsRole(of: SiteProject, accountId: string, roles: readonly ProjectRole[]): boolean {
  return roles.some((role) => of.roles[role].includes(accountId));
}

export function isSiteAdmin(world: World, accountId: string): boolean {
  const user = world.book.user(accountId);
  return (user?.siteAdmin ?? false) && user?.active !== false;
}

/** The answer to a permission question. The app holds every project permission, and none that is global. */
export function holds(world: World, accountId: string, permission: string, of: SiteProject | null): boolean {
  const rule = PERMISSIONS[permission];
  const user = world.book.user(accountId);
  if (!rule || !user || user.active === false) return false;
  if (rule.type === 'GLOBAL') return isSiteAdmin(world, accountId);
  if (accountId === world.book.appAccountId) return true;
  const projects = of ? [of] : world.book.projects();
  return projects.some((one) => {
    if (permission === 'SERVICEDESK_AGENT' && one.type !== 'service_desk') return false;
    if (isSiteAdmin(world, accountId) && permission !== 'SERVICEDESK_AGENT') return true;
    return holdsRole(one, accountId, rule.roles);
  });
}

/** May they read the project by the platform API? Portal-only accounts may not, whatever `holds` says. */
export function maySeeProject(world: World, accountId: string, of: SiteProject): boolean {
  if (accountId === world.book.appAccountId) return true;
  if (world.book.user(accountId)?.accountType === 'customer') return false;
  return isSiteAdmin(world, accountId) || holdsRole(of, accountId, ['admin', 'agent', 'manager']);
}

/** Does its level let them through? The app passes all: a site lets its apps in by a project role of theirs. */
function passes(world: World, accountId: string, issue: Pick<StoredIssue, 'projectId' | 'fields'>): boolean {
  const of = world.book.project(issue.projectId);
  return of !== undefined && (accountId === world.book.appAccountId || passesLevel(of, accountId, issue));
}

export function maySeeIssue(
  world: World,
  accountId: string,
  issue: Pick<StoredIssue, 'projectId' | 'fields'>,
): boolean {
  const of = world.book.project(issue.projectId);
  return of !== undefined && maySeeProject(world, accountId, of) && passes(world, accountId, issue);
}

/** Is it their request on the portal: reporter, participant, or member of an organization it is shared with? */
export function isOnRequest(world: World, accountId: string, issue: StoredIssue): boolean {
  if (issue.fields.reporter === accountId) return true;
  const ids = (kind: 'participants' | 'organizations'): readonly string[] => {
    const value = issue.fields[world.catalog.ofKind(kind)?.id ?? ''];
    return Array.isArray(value) ? (value as readonly string[]) : [];
  };
  if (ids('participants').includes(accountId)) return true;
  return ids('organizations').some((id) => world.book.organization(id)?.memberAccountIds.includes(accountId));
}

/** May they read the request by the JSM API? */
export function maySeeRequest(world: World, accountId: string, issue: StoredIssue): boolean {
  if (!passes(world, accountId, issue)) return false;
  return maySeeIssue(world, accountId, issue) || isOnRequest(world, accountId, issue);
}
