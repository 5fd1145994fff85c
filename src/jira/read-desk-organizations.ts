import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { JiraError } from './jira-error';
import type { Named } from './jql/jira-names';
import { readPages } from './read-pages';

const PAGE = 50;

/** Organizations of a project's service desk; none where it has no desk or the caller may not see it. */
export async function readDeskOrganizations(
  projectKey: string,
  as: JiraCall['as'],
): Promise<readonly Named[]> {
  const found = await readUnlessHidden((start) =>
    callJira(
      'GET',
      route`/rest/servicedeskapi/servicedesk/${projectKey}/organization?start=${start}&limit=${PAGE}`,
      { as },
    ),
  );
  return found.map(({ id, name }) => ({ id: String(id), name: String(name) }));
}

export interface Member {
  readonly accountId: string;
  readonly name: string;
}

/** The people of an organization; none where the caller may not see them. */
export async function readMembers(organizationId: string, as: JiraCall['as']): Promise<readonly Member[]> {
  const found = await readUnlessHidden((start) =>
    callJira(
      'GET',
      route`/rest/servicedeskapi/organization/${organizationId}/user?start=${start}&limit=${PAGE}`,
      { as },
    ),
  );
  return found
    .filter(({ active }) => active !== false)
    .map(({ accountId, displayName }) => ({ accountId: String(accountId), name: String(displayName) }));
}

async function readUnlessHidden(page: (start: number) => Promise<unknown>) {
  try {
    return await readPages(page);
  } catch (error) {
    if (error instanceof JiraError && (error.code === 'forbidden' || error.code === 'not-found')) return [];
    throw error;
  }
}
