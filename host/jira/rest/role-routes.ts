import type { ProjectRole } from '../site-data';
import { projectOfPath, type Call, type Route } from './call';
import { ok, Refusal, type Reply } from './reply';

/** The roles of every project here, as a service project calls them. */
const ROLES: readonly { readonly id: number; readonly name: string; readonly of: ProjectRole }[] = [
  { id: 10002, name: 'Administrators', of: 'admin' },
  { id: 10101, name: 'Service Desk Team', of: 'agent' },
  { id: 10102, name: 'Managers', of: 'manager' },
  { id: 10103, name: 'Service Desk Customers', of: 'customer' },
];

const address = (call: Call, projectId: string, id: number): string =>
  `${call.world.book.restBase}/rest/api/3/project/${projectId}/role/${id}`;

function list(call: Call): Reply {
  const project = projectOfPath(call);
  const roles = Object.fromEntries(ROLES.map(({ id, name }) => [name, address(call, project.id, id)]));
  return ok(roles, { objects: ROLES.length });
}

/** Only people hold roles here, no groups. */
function one(call: Call): Reply {
  const project = projectOfPath(call);
  const role = ROLES.find(({ id }) => String(id) === call.params.roleId);
  if (!role) throw new Refusal(404, ['Can not retrieve a role actor for a role that does not exist.']);
  const actors = project.roles[role.of].map((accountId, index) => ({
    id: role.id * 100 + index,
    displayName: call.world.book.user(accountId)?.displayName ?? accountId,
    type: 'atlassian-user-role-actor',
    actorUser: { accountId },
  }));
  const { id, name } = role;
  const body = { self: address(call, project.id, id), id, name, description: '', actors };
  return ok(body, { people: actors.length });
}

const base = '/rest/api/3/project/:id/role';

export const roleRoutes: readonly Route[] = [
  { method: 'GET', path: base, scope: 'read:jira-work', handle: list },
  { method: 'GET', path: `${base}/:roleId`, scope: 'read:jira-work', handle: one },
];
