import { route } from '@forge/api';
import { callJira } from './jira-client';
import type { JiraNames, Named, StatusName } from './jql/jira-names';
import { JiraShapeError, isObject } from './raw-issue';
import { readDeskOrganizations } from './read-desk-organizations';
import { categoryOf, readJiraNames } from './read-names';
import { readList } from './read-pages';

/** What rules of a project can be about. */
export interface ProjectSite {
  readonly projectKey: string;
  readonly projectName: string;
  readonly names: JiraNames;
  /** Statuses of the project's own workflows, each once. */
  readonly statuses: readonly StatusName[];
  readonly components: readonly Named[];
  readonly organizations: readonly Named[];
}

/** Some twelve calls, as the app: for a page of settings, kept for a while. Throws `JiraError`. */
export async function readProjectSite(projectId: string): Promise<ProjectSite> {
  const [project, issueTypes, names] = await Promise.all([
    callJira('GET', route`/rest/api/3/project/${projectId}`, { as: 'app' }),
    readList(route`/rest/api/3/project/${projectId}/statuses`, { as: 'app' }),
    readJiraNames(projectId),
  ]);
  if (!isObject(project)) throw new JiraShapeError(`Project ${projectId} was not answered as an object`);
  const statuses = new Map<string, StatusName>();
  for (const { statuses: list } of issueTypes) {
    for (const status of Array.isArray(list) ? list.filter(isObject) : []) {
      const id = String(status['id']);
      statuses.set(id, { id, name: String(status['name']), category: categoryOf(status) });
    }
  }
  const projectKey = String(project['key']);
  const isDesk = project['projectTypeKey'] === 'service_desk';
  const components = Array.isArray(project['components']) ? project['components'].filter(isObject) : [];
  return {
    projectKey,
    projectName: String(project['name']),
    names,
    statuses: [...statuses.values()],
    components: components.map(({ id, name }) => ({ id: String(id), name: String(name) })),
    organizations: isDesk ? await readDeskOrganizations(projectKey, 'app') : [],
  };
}
