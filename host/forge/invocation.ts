import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { InvocationRecord, ResolverCall } from '../contract';
import type { Site } from './site';

/** Who calls, as Forge knows it; `undefined` = nobody, as in triggers, consumers and schedules. */
export interface Caller {
  readonly accountId: string;
  readonly accountType: ResolverCall['accountType'];
}

/** Pushes that descend from one invocation share their origin, so that loops can be cut. */
export interface PushOrigin {
  pushes: number;
}

/** What one invocation carries through all its asynchronous work. */
export interface Invocation {
  readonly caller: Caller | undefined;
  readonly origin: PushOrigin;
  readonly runtime: Record<string, unknown>;
  readonly jiraCalls: string[];
  readonly sqlStatements: string[];
  /** Set when the answer is given or the time is up; what the app still starts then is refused. */
  ended: boolean;
}

/** The invocation that the current asynchronous work belongs to. */
export const currentInvocation = new AsyncLocalStorage<Invocation>();

export interface InvocationStart {
  readonly site: Site;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly caller?: Caller;
  readonly timeoutMs: number;
  readonly origin?: PushOrigin;
}

export function startInvocation(start: InvocationStart): Invocation {
  const deadline = Date.now() + start.timeoutMs;
  return {
    caller: start.caller,
    origin: start.origin ?? { pushes: 0 },
    runtime: runtimeOf(start, () => Math.max(0, deadline - Date.now())),
    jiraCalls: [],
    sqlStatements: [],
    ended: false,
  };
}

/** The value of `__forge_runtime__` during the invocation. */
function runtimeOf({ site, functionKey, moduleKey, caller }: InvocationStart, remaining: () => number) {
  const invocationId = randomUUID();
  const silent = { incr: () => undefined, measure: () => ({ stop: () => undefined }) };
  return {
    aaid: caller?.accountId,
    contextAri: site.installContext,
    appContext: {
      appId: site.appId,
      appVersion: site.appVersion,
      environmentId: site.environmentId,
      environmentType: site.environmentType,
      invocationId,
      installationId: site.installationId,
      functionKey,
      moduleKey,
      permissions: { scopes: site.scopes, external: {} },
    },
    lambdaContext: { awsRequestId: invocationId, getRemainingTimeInMillis: remaining },
    metrics: { counter: () => silent, timing: () => silent, gauge: () => silent },
    proxy: { token: '', url: '', host: '' },
    tracing: { traceId: invocationId.replaceAll('-', ''), spanId: invocationId.slice(0, 8) },
    externalAuth: [],
    rms: {},
  };
}

export function recordOf(
  invocation: Invocation,
  what: Pick<InvocationRecord, 'functionKey' | 'kind' | 'at' | 'tookMs' | 'error'>,
): InvocationRecord {
  return { ...what, jiraCalls: invocation.jiraCalls, sqlStatements: invocation.sqlStatements };
}
