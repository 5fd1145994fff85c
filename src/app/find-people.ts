import type { Result } from '../contract';
import type { PersonFact } from '../contract/draft';
import type { Instant } from '../engine/instant';
import { readMembers } from '../jira/read-desk-organizations';
import { searchPeople } from '../jira/search-people';
import { projectSite } from './project-site';
import { refuseUnlessAdministers } from './refuse';

const MOST = 30;
const MOST_ORGANIZATIONS = 10;

/**
 * People who can represent a party: of the site as the person who asks may find them, and members of the
 * service desk's organizations, whom Jira's search does not find. Administrators only.
 */
export async function findPeople(
  { projectId, query }: { readonly projectId: string; readonly query: string },
  now: Instant,
): Promise<Result<readonly PersonFact[]>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const wanted = query.trim().toLowerCase();
  const { organizations } = await projectSite(projectId, now);
  const [found, ...members] = await Promise.all([
    wanted === '' ? [] : searchPeople(query.trim()),
    ...organizations.slice(0, MOST_ORGANIZATIONS).map(({ id }) => readMembers(id, 'user')),
  ]);
  const people = new Map<string, PersonFact>();
  for (const { accountId, name, accountType } of found)
    people.set(accountId, { accountId, name, kind: accountType === 'customer' ? 'customer' : 'jira' });
  for (const { accountId, name } of members.flat()) {
    if (people.has(accountId) || !name.toLowerCase().includes(wanted)) continue;
    people.set(accountId, { accountId, name, kind: 'customer' });
  }
  return { ok: true, value: [...people.values()].slice(0, MOST) };
}
