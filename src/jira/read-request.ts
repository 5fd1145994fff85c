import { route } from '@forge/api';
import { callJira } from './jira-client';
import { JiraError } from './jira-error';
import { isObject } from './raw-issue';

/** A request of the portal. */
export interface PortalRequest {
  readonly issueId: string;
  readonly issueKey: string;
  /** Its page in the portal, within the site; null = Jira names none. */
  readonly path: string | null;
}

/**
 * The request, if the person who asks may see it in the portal: their own and those shared with them. null =
 * there is none. Throws `JiraError`.
 */
export async function readRequest(issueIdOrKey: string): Promise<PortalRequest | null> {
  try {
    const request = await callJira('GET', route`/rest/servicedeskapi/request/${issueIdOrKey}`, {
      as: 'user',
    });
    if (!isObject(request) || request['issueId'] === undefined) return null;
    const links = isObject(request['_links']) ? request['_links'] : {};
    const web = String(links['web']);
    return {
      issueId: String(request['issueId']),
      issueKey: String(request['issueKey']),
      path: URL.canParse(web) ? new URL(web).pathname : null,
    };
  } catch (error) {
    if (error instanceof JiraError && (error.code === 'not-found' || error.code === 'forbidden')) return null;
    throw error;
  }
}
