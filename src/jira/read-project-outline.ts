import { route } from '@forge/api';
import { callJira } from './jira-client';
import type { StatusCategory } from './jql/jira-names';
import { JiraShapeError, isObject } from './raw-issue';
import { categoryOf, readPriorities } from './read-names';
import { readList } from './read-pages';

/** What a first agreement is fitted to. */
export interface ProjectOutline {
  readonly projectKey: string;
  /** Statuses of the project's workflows, each once. */
  readonly statuses: readonly { readonly name: string; readonly category: StatusCategory }[];
  /** Highest first. */
  readonly priorities: readonly { readonly name: string }[];
  /** IANA zone of the person who asks. */
  readonly timeZone: string;
}

/** Read as the app; the person's own profile gives the zone. Throws `JiraError`. */
export async function readProjectOutline(projectId: string): Promise<ProjectOutline> {
  const [project, issueTypes, priorities, person] = await Promise.all([
    callJira('GET', route`/rest/api/3/project/${projectId}`, { as: 'app' }),
    readList(route`/rest/api/3/project/${projectId}/statuses`, { as: 'app' }),
    readPriorities(),
    callJira('GET', route`/rest/api/3/myself`, { as: 'user' }),
  ]);
  if (!isObject(project)) throw new JiraShapeError(`Project ${projectId} was not answered as an object`);
  const statuses = new Map<string, ProjectOutline['statuses'][number]>();
  for (const { statuses: list } of issueTypes) {
    for (const status of Array.isArray(list) ? list.filter(isObject) : []) {
      statuses.set(String(status['id']), { name: String(status['name']), category: categoryOf(status) });
    }
  }
  const timeZone = isObject(person) ? person['timeZone'] : undefined;
  return {
    projectKey: String(project['key']),
    statuses: [...statuses.values()],
    priorities,
    timeZone: typeof timeZone === 'string' ? timeZone : 'UTC',
  };
}
