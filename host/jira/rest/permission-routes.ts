import { holds, isSiteAdmin, maySeeIssue, maySeeProject, maySeeRequest, PERMISSIONS } from '../permissions';
import type { SiteProject } from '../site-data';
import { listParam, objectBody, textList, type Call, type Route } from './call';
import { notFound, ok, Refusal, type Reply } from './reply';

/** The project a question is about; null = any project. Throws 404 for what the viewer may not know of. */
function subject(call: Call): SiteProject | null {
  const { world, viewer, query } = call;
  const issueRef = query.get('issueId') ?? query.get('issueKey');
  if (issueRef) {
    const issue = world.store.find(issueRef);
    if (!issue || !maySeeRequest(world, viewer.accountId, issue)) throw notFound.issue();
    return world.book.project(issue.projectId) ?? null;
  }
  const projectRef = query.get('projectId') ?? query.get('projectKey');
  if (!projectRef) return null;
  const project = world.book.project(projectRef);
  const portalUser = project?.roles.customer.includes(viewer.accountId) ?? false;
  if (!project || !(portalUser || maySeeProject(world, viewer.accountId, project)))
    throw notFound.project(projectRef);
  return project;
}

function mine(call: Call): Reply {
  const { world, viewer } = call;
  const wanted = listParam(call, 'permissions');
  if (wanted.length === 0) throw new Refusal(400, ['The permissions query parameter is required.']);
  const unknown = wanted.filter((key) => !PERMISSIONS[key]);
  if (unknown.length > 0) throw new Refusal(400, [`Unrecognized permissions: ${unknown.join(', ')}`]);
  const project = subject(call);
  const permissions = Object.fromEntries(
    wanted.map((key) => {
      const rule = PERMISSIONS[key];
      const havePermission = holds(world, viewer.accountId, key, project);
      return [
        key,
        { id: rule?.id, key, name: rule?.name, type: rule?.type, description: rule?.name, havePermission },
      ];
    }),
  );
  return ok({ permissions }, { people: wanted.length });
}

interface Question {
  readonly permissions: readonly string[];
  readonly projects: readonly number[];
  readonly issues: readonly number[];
}

function readQuestions(given: unknown): readonly Question[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new Refusal(400, ['projectPermissions must be a list.']);
  return (given as readonly Record<string, unknown>[]).map((one) => {
    const ids = (name: 'projects' | 'issues'): readonly number[] =>
      (textList(one[name], name) ?? []).map(Number);
    const question = {
      permissions: textList(one.permissions, 'permissions') ?? [],
      projects: ids('projects'),
      issues: ids('issues'),
    };
    if (question.projects.length > 1000) throw new Refusal(400, ['At most 1000 projects can be checked.']);
    if (question.issues.length > 1000) throw new Refusal(400, ['At most 1000 issues can be checked.']);
    const wrong = question.permissions.filter((key) => PERMISSIONS[key]?.type !== 'PROJECT');
    if (wrong.length > 0) throw new Refusal(400, [`Invalid project permissions: ${wrong.join(', ')}`]);
    return question;
  });
}

/** Ids that do not exist are left out of the answer, like those without the permission. */
function check(call: Call): Reply {
  const { world, viewer } = call;
  const body = objectBody(call);
  const accountId =
    body.accountId === undefined || body.accountId === null ? viewer.accountId : String(body.accountId);
  const mayAskForOthers =
    isSiteAdmin(world, viewer.accountId) || viewer.accountId === world.book.appAccountId;
  if (accountId !== viewer.accountId && !mayAskForOthers) {
    throw new Refusal(403, ['You do not have permission to check the permissions of other users.']);
  }
  const globals = textList(body.globalPermissions, 'globalPermissions') ?? [];
  const wrong = globals.filter((key) => PERMISSIONS[key]?.type !== 'GLOBAL');
  if (wrong.length > 0) throw new Refusal(400, [`Invalid global permissions: ${wrong.join(', ')}`]);
  const projectPermissions = readQuestions(body.projectPermissions).flatMap(
    ({ permissions, projects, issues }) =>
      permissions.map((permission) => ({
        permission,
        projects: projects.filter((id) => {
          const project = world.book.project(String(id));
          return project !== undefined && holds(world, accountId, permission, project);
        }),
        issues: issues.filter((id) => {
          const issue = world.store.byNumericId(id);
          const project = issue ? world.book.project(issue.projectId) : undefined;
          const seen =
            issue !== undefined &&
            (maySeeIssue(world, accountId, issue) || maySeeRequest(world, accountId, issue));
          return seen && project !== undefined && holds(world, accountId, permission, project);
        }),
      })),
  );
  const globalPermissions = globals.filter((key) => holds(world, accountId, key, null));
  return ok(
    { globalPermissions, projectPermissions },
    { people: projectPermissions.length + globals.length },
  );
}

function projectsWith(call: Call): Reply {
  const { world, viewer } = call;
  const permissions = textList(objectBody(call).permissions, 'permissions') ?? [];
  if (permissions.length === 0) throw new Refusal(400, ['At least one permission is required.']);
  const wrong = permissions.filter((key) => PERMISSIONS[key]?.type !== 'PROJECT');
  if (wrong.length > 0) throw new Refusal(400, [`Invalid project permissions: ${wrong.join(', ')}`]);
  const projects = world.book
    .projects()
    .filter((project) => permissions.every((key) => holds(world, viewer.accountId, key, project)))
    .map((project) => ({ id: Number(project.id), key: project.key }));
  return ok({ projects }, { people: projects.length });
}

export const permissionRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/mypermissions', scope: 'read:jira-work', handle: mine },
  { method: 'POST', path: '/rest/api/3/permissions/check', scope: null, handle: check },
  { method: 'POST', path: '/rest/api/3/permissions/project', scope: 'read:jira-work', handle: projectsWith },
];
