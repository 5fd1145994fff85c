import api, {
  FetchError,
  NeedsAuthenticationError,
  ProxyRequestError,
  type APIResponse,
  type Route,
} from '@forge/api';
import type { Millis } from '../engine/instant';
import { errorOfResponse, isQuotaSpent, withPause } from './error-of-response';
import { JiraError } from './jira-error';
import { SHORT_PATIENCE, type Patience } from './patience';

export interface JiraCall {
  /** `user` when a person asked: Jira then answers what that person may see. `app` for events and schedules. */
  readonly as: 'app' | 'user';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly patience?: Patience;
}

const TRIES = 4;
const FIRST_PAUSE_MS = 1_000;

/**
 * One REST call; answers the parsed JSON, undefined for an empty answer. Safe to repeat only: while Jira is
 * busy it is tried up to 4 times within the caller's patience, never earlier than Jira asks. Throws
 * `JiraError`.
 */
export async function callJira(
  method: 'GET' | 'POST' | 'PUT',
  path: Route,
  call: JiraCall,
): Promise<unknown> {
  const { budgetMs, random, sleep } = call.patience ?? SHORT_PATIENCE;
  let waited = 0;
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptCall(method, path, call);
    if (!(outcome instanceof JiraError)) return outcome.answer;
    const pause = pauseBefore(attempt, outcome, random());
    const mayWait = outcome.code === 'busy' && !isQuotaSpent(outcome.reason) && waited + pause <= budgetMs;
    if (attempt === TRIES || !mayWait) throw withPause(outcome);
    await sleep(pause);
    waited += pause;
  }
}

/** What Jira asked for and up to 30 % more; 1, 2, 4 s give or take 30 % where it did not say. */
function pauseBefore(attempt: number, error: JiraError, random: number): Millis {
  if (error.retryAfterMs !== null) return Math.round(error.retryAfterMs * (1 + 0.3 * random));
  return Math.round(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.7 + 0.6 * random));
}

async function attemptCall(
  method: string,
  path: Route,
  { as, body }: JiraCall,
): Promise<{ readonly answer: unknown } | JiraError> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const name = `${method} ${path.value.split('?')[0]}`;
  try {
    const response = await (as === 'app' ? api.asApp() : api.asUser()).requestJira(path, init);
    if (!response.ok) return await errorOfResponse(name, response);
    return { answer: await parsed(name, response) };
  } catch (error) {
    return errorOfProxy(name, error);
  }
}

async function parsed(name: string, response: APIResponse): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new JiraError(response.status, 'down', `${name}: the answer is not JSON`);
  }
}

/** The platform between the app and Jira refused, or did not reach it. Anything else is passed on. */
function errorOfProxy(name: string, error: unknown): JiraError {
  if (error instanceof JiraError) return error;
  if (error instanceof NeedsAuthenticationError)
    return new JiraError(401, 'forbidden', `${name}: not logged in`);
  if (isUnreached(error)) return new JiraError(0, 'down', `${name}: ${error.message}`);
  if (!(error instanceof ProxyRequestError)) throw error;
  const busy = error.status === 429 || error.status >= 500;
  return new JiraError(error.status, busy ? 'busy' : 'failed', `${name}: ${error.message}`);
}

/** Node's errors of a connection bear the system's code, those of `fetch` as their cause. */
function isUnreached(error: unknown): error is Error {
  if (error instanceof FetchError) return true;
  if (!(error instanceof Error)) return false;
  const { code } = (error.cause ?? error) as { readonly code?: unknown };
  return typeof code === 'string';
}
