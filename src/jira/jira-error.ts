import type { Millis } from '../engine/instant';

/**
 * - `not-found`: it does not exist, or the caller may not see it (Jira does not tell the two apart)
 * - `forbidden`: not logged in, or not allowed
 * - `busy`: Jira asks to wait, or cannot answer now; try again after `retryAfterMs`
 * - `down`: it broke down, was not reached, or its answer cannot be read; what it was asked to do may be done
 * - `failed`: anything else: it refuses the request as it is
 */
export type JiraErrorCode = 'not-found' | 'forbidden' | 'busy' | 'down' | 'failed';

/** A call that Jira did not answer as hoped. The message is for the log, not for people. */
export class JiraError extends Error {
  override readonly name = 'JiraError';

  constructor(
    /** HTTP status; 0 = no answer came. */
    readonly status: number,
    readonly code: JiraErrorCode,
    message: string,
    /** Only with `busy`: at least so long, in ms. */
    readonly retryAfterMs: Millis | null = null,
    /** Jira's `RateLimit-Reason`, where it gave one. */
    readonly reason: string | null = null,
    /** Jira's own words, for whoever can do something about it; empty = it gave none. */
    readonly said = '',
  ) {
    super(message);
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof JiraError && error.code === 'not-found';
}
