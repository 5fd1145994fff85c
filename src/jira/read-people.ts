import { route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraError } from './jira-error';
import { isObject } from './raw-issue';

/** Jira takes a longer address, but not every proxy does. */
const AT_ONCE = 50;

/**
 * Names of accounts as the person who asks may read them, by account id; those Jira does not tell are missing.
 * Throws `JiraError`.
 */
export async function readPeople(accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const ids = [...new Set(accountIds)].filter((id) => id !== '');
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    for (const user of await readChunk(ids.slice(first, first + AT_ONCE)))
      names.set(String(user['accountId']), String(user['displayName']));
  }
  return names;
}

async function readChunk(ids: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const asked = new URLSearchParams(ids.map((id) => ['accountId', id]));
  try {
    const answer = await callJira('GET', route`/rest/api/3/user/bulk?maxResults=${AT_ONCE}&${asked}`, {
      as: 'user',
    });
    return isObject(answer) && Array.isArray(answer['values']) ? answer['values'].filter(isObject) : [];
  } catch (error) {
    // Without the global permission to browse users Jira names nobody.
    if (error instanceof JiraError && error.code === 'forbidden') return [];
    throw error;
  }
}
