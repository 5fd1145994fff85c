import { route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraError } from './jira-error';
import { isObject } from './raw-issue';

/**
 * Ids of the project's issue security levels that the person who asks is in, as far as Jira tells: it names them
 * only to people who may set a level. `''`, for tickets without one, comes first. Throws `JiraError`.
 */
export async function visibleSecurityLevels(projectId: string): Promise<readonly string[]> {
  try {
    const answer = await callJira('GET', route`/rest/api/3/project/${projectId}/securitylevel`, {
      as: 'user',
    });
    const levels =
      isObject(answer) && Array.isArray(answer['levels']) ? answer['levels'].filter(isObject) : [];
    return ['', ...levels.map(({ id }) => String(id))];
  } catch (error) {
    if (error instanceof JiraError && (error.code === 'not-found' || error.code === 'forbidden')) return [''];
    throw error;
  }
}
