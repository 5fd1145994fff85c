import { route } from '@forge/api';
import { callJira } from './jira-client';
import { isObject, JiraShapeError } from './raw-issue';

/** Types that say most plainly what a report is, if the project has them. */
const PREFERRED = ['Task', 'Service Request', 'Service request'];

/** Key of a project and the type of a work item that can stand alone in it. As the app. Throws `JiraError`. */
export async function readWorkItemType(
  projectId: string,
): Promise<{ readonly projectKey: string; readonly issueTypeId: string }> {
  const project = await callJira('GET', route`/rest/api/3/project/${projectId}`, { as: 'app' });
  if (!isObject(project) || typeof project['key'] !== 'string')
    throw new JiraShapeError(`Project ${projectId} was answered without its key`);
  const types = Array.isArray(project['issueTypes']) ? project['issueTypes'].filter(isObject) : [];
  const whole = types.filter(({ subtask }) => subtask !== true);
  const chosen = PREFERRED.flatMap((name) => whole.filter((type) => type['name'] === name))[0] ?? whole[0];
  if (chosen === undefined) throw new JiraShapeError(`Project ${projectId} has no type of issue`);
  return { projectKey: project['key'], issueTypeId: String(chosen['id']) };
}
