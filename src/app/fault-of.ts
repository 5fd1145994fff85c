import type { Millis } from '../engine/instant';
import { JiraError } from '../jira/jira-error';
import { StoreError } from '../storage/store-error';

/** What an exception of a verb means to its caller. `not-ready` = the tables are still to be made. */
export type AppFault =
  | { readonly kind: 'not-ready' | 'not-found' | 'forbidden' | 'failed' }
  | { readonly kind: 'busy'; readonly retryAfterMs: Millis };

const STORE_PAUSE_MS = 2_000;
