import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { isNotFound } from './jira-error';
import { fieldIdOf } from './jql/find-field';
import type { FieldName, FieldSchema, JiraNames, Named, StatusCategory, StatusName } from './jql/jira-names';
import { predicateFromJql, type JqlReading } from './jql/predicate-from-jql';
import { JiraShapeError, isObject } from './raw-issue';
import { readList, readPages } from './read-pages';

/** What an agreement document asks of the site it is for. */
export interface SiteNames {
  readonly parseJql: (jql: string) => JqlReading;
  readonly fieldId: (name: string) => string | undefined;
}

/** The names that rules of a project may use; Jira is asked for all of them now. Throws `JiraError`. */
export async function readNames(projectId: string): Promise<SiteNames> {
  const names = await readJiraNames(projectId);
  return {
    parseJql: (jql) => predicateFromJql(jql, names),
    fieldId: (name) => fieldIdOf(name, names),
  };
}

const asApp: JiraCall = { as: 'app' };

/**
 * Fields, statuses, priorities, resolutions and projects of the site; issue and request types of one project.
 * Some eight calls: for saving a rule, not for every issue.
 */
export async function readJiraNames(projectId: string): Promise<JiraNames> {
  const [project, fields, statuses, priorities, resolutions, projects] = await Promise.all([
    callJira('GET', route`/rest/api/3/project/${projectId}`, asApp),
    readList(route`/rest/api/3/field`, asApp),
    readStatuses(),
    readPriorities(),
    readPages((at) =>
      callJira('GET', route`/rest/api/3/resolution/search?startAt=${at}&maxResults=${100}`, asApp),
    ),
    readPages((at) =>
      callJira('GET', route`/rest/api/3/project/search?startAt=${at}&maxResults=${100}`, asApp),
    ),
  ]);
  if (!isObject(project)) throw new JiraShapeError(`Project ${projectId} was not answered as an object`);
  const issueTypes = Array.isArray(project['issueTypes']) ? project['issueTypes'].filter(isObject) : [];
  const isServiceProject = project['projectTypeKey'] === 'service_desk';
  return {
    fields: fields.map(fieldName),
    statuses,
    priorities,
    resolutions: resolutions.map(named),
    projects: projects.map((one) => ({ ...named(one), key: String(one['key']) })),
    issueTypes: issueTypes.map(named),
    requestTypes: isServiceProject ? await readRequestTypes(String(project['key'])) : [],
  };
}

/** Statuses of all workflows in use: an issue may have come from another project. */
export async function readStatuses(): Promise<readonly StatusName[]> {
  const statuses = await readList(route`/rest/api/3/status`, asApp);
  return statuses.map((status) => ({ ...named(status), category: categoryOf(status) }));
}

/** Highest first, as Jira lists them. */
export async function readPriorities(): Promise<readonly Named[]> {
  return (await readList(route`/rest/api/3/priority`, asApp)).map(named);
}

/** null when the project has no service desk that the app can see. */
async function readRequestTypes(projectKey: string): Promise<readonly Named[] | null> {
  try {
    const types = await readPages((at) =>
      callJira(
        'GET',
        route`/rest/servicedeskapi/servicedesk/${projectKey}/requesttype?start=${at}&limit=${100}`,
        asApp,
      ),
    );
    return types.map(named);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

export function categoryOf(status: Record<string, unknown>): StatusCategory {
  const category = status['statusCategory'];
  const key = isObject(category) ? category['key'] : undefined;
  return key === 'new' || key === 'indeterminate' || key === 'done' ? key : 'undefined';
}

function named(json: Record<string, unknown>): Named {
  return { id: String(json['id']), name: String(json['name']) };
}

function fieldName(json: Record<string, unknown>): FieldName {
  const { clauseNames, schema } = json;
  return {
    ...named(json),
    clauseNames: Array.isArray(clauseNames) ? clauseNames.map(String) : [],
    schema:
      isObject(schema) && typeof schema['type'] === 'string' ? (schema as unknown as FieldSchema) : null,
  };
}
