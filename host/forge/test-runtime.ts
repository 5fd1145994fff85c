import type { JiraFetch, SqlBackend } from '../contract';
import type { QueuedEvent } from './queue/queued-event';
import { currentInvocation, startInvocation, type Caller } from './invocation';
import { KeyValueStore } from './kvs/key-value-store';
import { platformFetch } from './platform-fetch';
import { localSite } from './site';
import { SqlEndpoint } from './sql/sql-endpoint';
import { json } from './wire';

export interface TestRuntimeOptions {
  readonly sql: SqlBackend;
  /** Answers `requestJira`; without it every request is 501. */
  readonly jira?: JiraFetch;
  /** The platform's clock, epoch ms; default the real one. */
  readonly now?: () => number;
  /** false lifts Forge SQL's rate limits. Default true. */
  readonly rateLimited?: boolean;
}

export interface TestRuntime {
  /** Runs `fn` as one invocation by this caller; `undefined` = nobody (trigger, consumer, schedule). */
  run<T>(caller: Caller | undefined, fn: () => Promise<T>): Promise<T>;
  /** Every request that left the code under test: `GET /rest/...`, `SQL <statement>`, in order. */
  readonly log: readonly string[];
  /** What was pushed to queues; nothing consumes it. */
  readonly queued: readonly Pick<QueuedEvent, 'queueName' | 'body' | 'delayInSeconds' | 'concurrency'>[];
  /** Puts back the globals that were there before. */
  restore(): void;
}

interface ForgeGlobals {
  __forge_runtime__?: unknown;
  __forge_fetch__?: unknown;
  fetch?: unknown;
}

/**
 * Puts Forge's two globals into a test's own process, so that code under test uses the real `@forge/*`
 * packages against a local engine. Install it before those packages are first imported where they read
 * the runtime at import (`@forge/kvs`).
 */
export function installTestRuntime(options: TestRuntimeOptions): TestRuntime {
  const { now = Date.now, jira = async () => json(501, {}) } = options;
  const site = localSite('ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000000', []);
  const queued: TestRuntime['queued'][number][] = [];
  const log: string[] = [];
  const fetch = platformFetch({
    jira,
    sql: new SqlEndpoint(options.sql, now, options.rateLimited ?? true),
    kvs: new KeyValueStore(now),
    queue: (path, body) => {
      const request = JSON.parse(body) as { queueName: string; payload: TestRuntime['queued'] };
      if (!path.startsWith('/webhook/queue/publish/')) return json(501, {});
      queued.push(...request.payload.map((event) => ({ ...event, queueName: request.queueName })));
      return json(201, {});
    },
    mayImpersonate: false,
  });
  const restore = replaceGlobals({
    __forge_runtime__: { get: () => currentInvocation.getStore()?.runtime ?? idle.runtime },
    __forge_fetch__: { value: fetch },
    fetch: { value: async () => Promise.reject(new Error('The manifest allows no egress.')) },
  });
  const start = { site, functionKey: 'test', moduleKey: 'test', timeoutMs: 60_000 };
  const idle = startInvocation(start);
  const run = async <T>(caller: Caller | undefined, fn: () => Promise<T>): Promise<T> => {
    const invocation = startInvocation({ ...start, caller });
    try {
      return await currentInvocation.run(invocation, fn);
    } finally {
      invocation.ended = true;
      log.push(...invocation.jiraCalls, ...invocation.sqlStatements.map((s) => `SQL ${s}`));
    }
  };
  return { run, log, queued, restore };
}

function replaceGlobals(globals: Record<keyof ForgeGlobals, PropertyDescriptor>): () => void {
  const before = Object.keys(globals).map(
    (name) => [name, Reflect.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, descriptor] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { ...descriptor, configurable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
