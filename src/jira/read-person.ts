import { route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraError } from './jira-error';
import { isObject } from './raw-issue';

/** Can somebody still log in with it? A closed or unknown account is not active. Throws `JiraError`. */
export async function isActiveAccount(accountId: string): Promise<boolean> {
  try {
    const user = await callJira('GET', route`/rest/api/3/user?accountId=${accountId}`, { as: 'app' });
    return isObject(user) && user['active'] !== false;
  } catch (error) {
    if (error instanceof JiraError && error.code === 'not-found') return false;
    throw error;
  }
}

/** As many characters as the store keeps. */
const LONGEST_NAME = 255;

/** The name of an account, read as the app; the account id itself where Jira does not tell. */
export async function readPersonName(accountId: string): Promise<string> {
  try {
    const user = await callJira('GET', route`/rest/api/3/user?accountId=${accountId}`, { as: 'app' });
    const name = isObject(user) ? user['displayName'] : undefined;
    return typeof name === 'string' && name !== '' ? [...name].slice(0, LONGEST_NAME).join('') : accountId;
  } catch (error) {
    if (error instanceof JiraError && error.code !== 'busy') return accountId;
    throw error;
  }
}
