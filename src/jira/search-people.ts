import { route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraError } from './jira-error';
import { JiraShapeError, isObject } from './raw-issue';

export interface FoundPerson {
  readonly accountId: string;
  readonly name: string;
  readonly accountType: string;
}

const MOST = 20;

/** People of the site whose name or address begins like the text, as the person who asks may find them. */
export async function searchPeople(query: string): Promise<readonly FoundPerson[]> {
  let answer: unknown;
  try {
    answer = await callJira('GET', route`/rest/api/3/user/search?query=${query}&maxResults=${MOST}`, {
      as: 'user',
    });
  } catch (error) {
    // Without the global permission to browse users Jira finds nobody.
    if (error instanceof JiraError && error.code === 'forbidden') return [];
    throw error;
  }
  if (!Array.isArray(answer)) throw new JiraShapeError('The search for people answered without a list');
  return answer
    .filter(isObject)
    .filter(({ active, accountType }) => active !== false && accountType !== 'app')
    .map(({ accountId, displayName, accountType }) => ({
      accountId: String(accountId),
      name: String(displayName),
      accountType: String(accountType),
    }));
}
