import type { APIResponse } from '@forge/api';
import type { Millis } from '../engine/instant';
import { JiraError } from './jira-error';
import { isObject } from './raw-issue';

/** Long enough for any burst to pass; used where Jira says "too many" but not for how long. */
const UNTOLD_PAUSE_MS = 30_000;
/** The points of an hour are used up: Forge lets a queue wait 15 minutes at most. */
const QUOTA_PAUSE_MS = 900_000;
/** Jira allows 20 writes to one issue in 2 s. */
const ISSUE_WRITE_PAUSE_MS = 2_000;

/** What a response that is not ok means. Reads its body. */
export async function errorOfResponse(call: string, response: APIResponse): Promise<JiraError> {
  const { status, headers } = response;
  const text = await response.text().catch(() => '');
  const said = saidIn(text);
  const message = `${call}: ${status} ${said ?? text.slice(0, 200)}`.trim();
  if (status === 404) return new JiraError(status, 'not-found', message);
  if (status === 401 || status === 403) return new JiraError(status, 'forbidden', message);
  if (status !== 429 && status !== 502 && status !== 503 && status !== 504) {
    return new JiraError(status, status >= 500 ? 'down' : 'failed', message, null, null, said ?? '');
  }
  const reason = headers.get('RateLimit-Reason');
  return new JiraError(status, 'busy', message, pauseOf(headers.get('Retry-After'), reason), reason);
}

/** Waiting within this call cannot help: the quota of the hour is spent. */
export function isQuotaSpent(reason: string | null): boolean {
  return reason !== null && reason.startsWith('jira-quota-');
}

/** null = Jira told neither how long to wait nor why. */
function pauseOf(retryAfter: string | null, reason: string | null): Millis | null {
  const seconds = retryAfter === null || retryAfter.trim() === '' ? NaN : Number(retryAfter);
  if (seconds >= 0 && Number.isFinite(seconds)) return Math.ceil(seconds * 1000);
  if (isQuotaSpent(reason)) return QUOTA_PAUSE_MS;
  return reason === 'jira-per-issue-on-write' ? ISSUE_WRITE_PAUSE_MS : null;
}

/** For a caller who gives up: how long to stay away. */
export function withPause(error: JiraError): JiraError {
  if (error.code !== 'busy' || error.retryAfterMs !== null) return error;
  return new JiraError(error.status, 'busy', error.message, UNTOLD_PAUSE_MS, error.reason);
}

/** null = it is not in Jira's form for errors. */
function saidIn(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text);
    if (!isObject(body)) return null;
    const { errorMessages, errorMessage, message, errors } = body;
    const parts = [...(Array.isArray(errorMessages) ? errorMessages : []), errorMessage, message];
    if (isObject(errors))
      parts.push(...Object.entries(errors).map(([field, what]) => `${field}: ${String(what)}`));
    return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
  } catch {
    return null;
  }
}
