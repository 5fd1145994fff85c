import type { Millis } from '../engine/instant';
import { JiraError } from '../jira/jira-error';
import { StoreError } from '../storage/store-error';

/**
 * What an exception of a verb means to its caller. `not-ready` = the tables are still to be made; `down` = Jira could
 * not answer.
 */
export type AppFault =
  | { readonly kind: 'not-ready' | 'not-found' | 'forbidden' | 'down' | 'failed' }
  | { readonly kind: 'busy'; readonly who: 'jira' | 'store'; readonly retryAfterMs: Millis };

const STORE_PAUSE_MS = 2_000;
const JIRA_PAUSE_MS = 30_000;

export function faultOf(error: unknown): AppFault {
  if (error instanceof JiraError) {
    if (error.code === 'busy')
      return { kind: 'busy', who: 'jira', retryAfterMs: error.retryAfterMs ?? JIRA_PAUSE_MS };
    return { kind: error.code };
  }
  if (error instanceof StoreError) {
    switch (error.fault) {
      case 'not-ready':
        return { kind: 'not-ready' };
      case 'busy':
        return { kind: 'busy', who: 'store', retryAfterMs: STORE_PAUSE_MS };
      case 'duplicate':
      case 'refused':
        return { kind: 'failed' };
    }
  }
  return { kind: 'failed' };
}
