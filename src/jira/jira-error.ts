import type { Millis } from '../engine/instant';

/**
 * - `not-found`: it does not exist, or the caller may not see it (Jira does not tell the two apart)
 * - `forbidden`: not logged in, or not allowed
 * - `busy`: Jira asks to wait, or cannot answer now; try again after `retryAfterMs`
 * - `failed`: anything else
 */
export type JiraErrorCode = 'not-found' | 'forbidden' | 'busy' | 'failed';

/** A call that Jira did not answer as hoped. The message is for the log, not for people. */
export class JiraError extends Error {
  override readonly name = 'JiraError';

  constructor(
    /** HTTP status. */
    readonly status: number,
    readonly code: JiraErrorCode,
    message: string,
    /** Only with `busy`: at least so long, in ms. */
    readonly retryAfterMs: Millis | null = null,
    /** Jira's `RateLimit-Reason`, where it gave one. */
    readonly reason: string | null = null,
  ) {
    super(message);
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof JiraError && error.code === 'not-found';
}
