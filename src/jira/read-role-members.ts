import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { isObject } from './raw-issue';

/** People and groups that hold a role in a project. */
export interface RoleMembers {
  readonly accountIds: readonly string[];
  readonly groupIds: readonly string[];
}

const asApp: JiraCall = { as: 'app' };

/** By the role's name, ignoring case; null = the project has no such role. Throws `JiraError`. */
export async function readRoleMembers(projectId: string, role: string): Promise<RoleMembers | null> {
  const roles = await callJira('GET', route`/rest/api/3/project/${projectId}/role`, asApp);
  const wanted = role.trim().toLowerCase();
  const [, address] = Object.entries(isObject(roles) ? roles : {}).find(
    ([name]) => name.toLowerCase() === wanted,
  ) ?? [null, null];
  // Jira lists roles as addresses that end with their id.
  const id = /\/(\d+)$/.exec(String(address ?? ''))?.[1];
  if (id === undefined) return null;
  const answer = await callJira('GET', route`/rest/api/3/project/${projectId}/role/${id}`, asApp);
  const actors = isObject(answer) && Array.isArray(answer['actors']) ? answer['actors'].filter(isObject) : [];
  const idsAt = (kind: string, key: string): readonly string[] =>
    actors.flatMap((actor) => {
      const inner = actor[kind];
      return isObject(inner) && typeof inner[key] === 'string' ? [inner[key]] : [];
    });
  return { accountIds: idsAt('actorUser', 'accountId'), groupIds: idsAt('actorGroup', 'groupId') };
}
