import type { Clock } from '../clock';
import type { InvocationRecord } from '../contract';
import type { AppManifest } from './app-manifest';
import { currentInvocation, recordOf, startInvocation, type Caller, type PushOrigin } from './invocation';
import { BACKGROUND_TIMEOUT_MAX_MS, BACKGROUND_TIMEOUT_MS, INTERACTIVE_TIMEOUT_MS } from './platform-limits';
import type { Site } from './site';
import { throughJson } from './wire';

export interface FunctionCall {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly kind: InvocationRecord['kind'];
  readonly payload: unknown;
  readonly caller?: Caller;
  readonly origin?: PushOrigin;
  /** `context.principal` where it is not the caller: the actor of a product event. */
  readonly principal?: { readonly accountId: string };
}

export type CallOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly reason: 'threw' | 'timed-out'; readonly message: string };

export interface CallEnvironment {
  readonly clock: Clock;
  readonly site: Site;
  readonly manifest: AppManifest;
  readonly app: Readonly<Record<string, unknown>>;
  readonly record: (record: InvocationRecord) => void;
  readonly log: (line: string) => void;
}

type Handler = (payload: unknown, context: unknown) => unknown;

/** Runs one function of the app as Forge does: its own runtime, copied arguments, a time limit. */
export async function callFunction(env: CallEnvironment, call: FunctionCall): Promise<CallOutcome> {
  const handler = handlerOf(env, call.functionKey);
  const timeoutMs = timeoutOf(env.manifest, call);
  const invocation = startInvocation({ ...call, site: env.site, timeoutMs });
  const at = env.clock.now();
  const started = Date.now();
  const context = throughJson(contextOf(env.site, call));
  const run = () =>
    currentInvocation.run(invocation, async () => handler(throughJson(call.payload), context));
  const outcome = await within(timeoutMs, run);
  invocation.ended = true;
  const error = outcome.ok ? null : outcome.message;
  if (error !== null) env.log(`error ${call.functionKey}: ${error}`);
  env.record(
    recordOf(invocation, {
      functionKey: call.functionKey,
      kind: call.kind,
      at,
      tookMs: Date.now() - started,
      error,
    }),
  );
  return outcome;
}

/** Checked to be there when the app was loaded. */
function handlerOf({ manifest, app }: CallEnvironment, functionKey: string): Handler {
  return app[manifest.functions.get(functionKey)?.handler ?? ''] as Handler;
}

function timeoutOf(manifest: AppManifest, { functionKey, kind }: FunctionCall): number {
  if (kind === 'resolver' || kind === 'trigger') return INTERACTIVE_TIMEOUT_MS;
  const seconds = manifest.functions.get(functionKey)?.timeoutSeconds;
  return seconds === undefined ? BACKGROUND_TIMEOUT_MS : Math.min(seconds * 1000, BACKGROUND_TIMEOUT_MAX_MS);
}

/** The second argument of every handler: what Forge itself vouches for. */
function contextOf(site: Site, { caller, principal }: FunctionCall): unknown {
  return {
    installContext: site.installContext,
    principal: principal ?? (caller && { accountId: caller.accountId }),
    installation: { ari: { installationId: site.installationId }, contexts: [{ cloudId: site.cloudId }] },
    workspaceId: site.cloudId,
  };
}

async function within(timeoutMs: number, run: () => Promise<unknown>): Promise<CallOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<CallOutcome>((resolve) => {
    const message = `The function ran longer than ${timeoutMs / 1000} seconds.`;
    timer = setTimeout(() => resolve({ ok: false, reason: 'timed-out', message }), timeoutMs);
  });
  const answer = run().then(
    (result): CallOutcome => ({ ok: true, result }),
    (error: unknown): CallOutcome => ({ ok: false, reason: 'threw', message: messageOf(error) }),
  );
  const outcome = await Promise.race([answer, timeout]);
  clearTimeout(timer);
  return outcome;
}

function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : String(error);
}
