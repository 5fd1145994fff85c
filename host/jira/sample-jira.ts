import { MovableClock } from '../clock';
import type { ProductEvent } from '../contract';
import { createLocalJira } from './local-jira';
import type { LocalJira, LocalJiraOptions } from './local-jira-api';
import { sampleSite } from './sample-site';

/** Monday 23 November 2026, 09:00 UTC. */
export const MONDAY_NINE = Date.UTC(2026, 10, 23, 9);

export interface SampleJira {
  readonly jira: LocalJira;
  readonly clock: MovableClock;
  readonly events: readonly ProductEvent[];
  /** `as` is an account id; `app` is the app. */
  call(as: string, method: string, path: string, body?: unknown): Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed body; undefined when empty. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** The sample site on a clock that stands at Monday nine, without bursts. For tests. */
export function sampleJira(options: Partial<LocalJiraOptions> = {}): SampleJira {
  const clock = new MovableClock(MONDAY_NINE, false);
  const events: ProductEvent[] = [];
  const jira = createLocalJira({
    clock,
    site: sampleSite,
    emit: (event) => void events.push(event),
    limits: { bursts: false },
    ...options,
  });
  return { jira, clock, events, call: (as, method, path, body) => send(jira, as, method, path, body) };
}

async function send(
  jira: LocalJira,
  as: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const response = await jira.fetch({
    identity: as === 'app' ? { as: 'app' } : { as: 'user', accountId: as },
    method,
    path,
    headers: {},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text || undefined,
  };
}
