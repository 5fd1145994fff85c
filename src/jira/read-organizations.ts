import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { JiraError } from './jira-error';
import { readPages } from './read-pages';

const asUser: JiraCall = { as: 'user' };

/**
 * Ids of the organizations that the person who asks belongs to. Agents are shown all of the site's unless
 * they ask for their own; everybody else may not ask for an account's and is shown only their own anyway.
 * Throws `JiraError`.
 */
export async function readOwnOrganizations(accountId: string): Promise<readonly string[]> {
  try {
    return await organizationIds((start) =>
      callJira(
        'GET',
        route`/rest/servicedeskapi/organization?accountId=${accountId}&start=${start}&limit=${50}`,
        asUser,
      ),
    );
  } catch (error) {
    if (!isHidden(error)) throw error;
  }
  try {
    return await organizationIds((start) =>
      callJira('GET', route`/rest/servicedeskapi/organization?start=${start}&limit=${50}`, asUser),
    );
  } catch (error) {
    // A person without access to any service desk belongs to no organization of one.
    if (isHidden(error)) return [];
    throw error;
  }
}

async function organizationIds(page: (start: number) => Promise<unknown>): Promise<readonly string[]> {
  return (await readPages(page)).map((organization) => String(organization['id']));
}

function isHidden(error: unknown): boolean {
  return error instanceof JiraError && (error.code === 'forbidden' || error.code === 'not-found');
}
