import type { Place } from '../contract/agreement';
import { readRequest } from '../jira/read-request';
import { readVisibleIssues } from '../jira/read-visible-issues';
import { isPortal } from './agreement-viewer';

/** In the portal each ticket is a question of its own. */
const MOST_REQUESTS = 50;
const REQUESTS_AT_ONCE = 10;

/**
 * Those of the keys whose tickets Jira shows the person who asks, in Jira itself or as requests of the portal, each
 * with the path of its page there; null = it has none.
 */
export async function visibleTickets(
  issueKeys: readonly string[],
  place: Place,
): Promise<ReadonlyMap<string, string | null>> {
  const keys = [...new Set(issueKeys)];
  if (!isPortal(place)) {
    const issues = await readVisibleIssues(keys);
    return new Map(
      [...issues.values()].map(({ issueKey }) => [issueKey, `/browse/${encodeURIComponent(issueKey)}`]),
    );
  }
  const visible = new Map<string, string | null>();
  for (let first = 0; first < Math.min(keys.length, MOST_REQUESTS); first += REQUESTS_AT_ONCE) {
    const asked = keys.slice(first, Math.min(first + REQUESTS_AT_ONCE, MOST_REQUESTS));
    const found = await Promise.all(asked.map(readRequest));
    for (const request of found) if (request) visible.set(request.issueKey, request.path);
  }
  return visible;
}
