import { randomUUID } from 'node:crypto';
import type { ForgeHost, ForgeOptions, InvocationRecord, ProductEvent, ResolverCall } from '../contract';
import { readManifest, requireHandlers, type TriggerModule } from './app-manifest';
import { loadApp } from './app-sandbox';
import { callFunction, type CallEnvironment, type CallOutcome, type FunctionCall } from './call-function';
import { currentInvocation, type PushOrigin } from './invocation';
import { KeyValueStore, type KvsEntry } from './kvs/key-value-store';
import { platformFetch } from './platform-fetch';
import {
  BACKGROUND_TIMEOUT_MS,
  INVOKE_REQUEST_BYTES,
  INVOKE_RESPONSE_BYTES,
  INVOKES_PER_MINUTE,
  INVOKES_PER_SECOND,
  INVOKES_PER_USER_PER_MINUTE,
  PRODUCT_EVENT_BYTES,
  PRODUCT_EVENT_RETRIES,
} from './platform-limits';
import { EventQueue, type SavedEvent } from './queue/event-queue';
import { RateWindow } from './rate-window';
import { retryRequestOf } from './retry-request';
import { ScheduleRunner } from './schedule-runner';
import { seededRandom } from './seeded-random';
import { localSite } from './site';
import { SqlEndpoint } from './sql/sql-endpoint';
import { jsonBytes, throughJson } from './wire';

/** How strictly the platform is played; the defaults are Forge's own, with each event delivered once. */
export interface ForgePlay {
  /** Share of queue events that are delivered twice, 0 to 1. Default 0. */
  readonly doubledShare?: number;
  /** Seed of the stand-in's only random choice, the one above. Default 1. */
  readonly seed?: number;
  /** false lifts the rate limits of SQL, queue and invocations, for loading a large log. Default true. */
  readonly rateLimited?: boolean;
  /** Address of the local Jira, told to the app as `siteUrl`. Default `http://localhost`. */
  readonly siteUrl?: string;
}

/** What must be kept between two runs of the host, beside the SQL data. Plain JSON. */
export interface ForgeState {
  readonly kvs: readonly KvsEntry[];
  readonly queue: readonly SavedEvent[];
  readonly schedules: Readonly<Record<string, number>>;
}

export interface LocalForge extends ForgeHost {
  dump(): ForgeState;
  /** Before `start()`. */
  restore(state: ForgeState): void;
}

const RECORDS_KEPT = 1_000;

/** Loads the app's bundle and plays Forge to it: resolvers, triggers, consumers, schedules, stores. */
export function createForge(options: ForgeOptions & ForgePlay): LocalForge {
  return new Forge(options);
}

class Forge implements LocalForge {
  readonly invocations: InvocationRecord[] = [];
  private readonly env: CallEnvironment;
  private readonly kvs: KeyValueStore;
  private readonly queue: EventQueue;
  private readonly schedules: ScheduleRunner;
  private readonly rateLimited: boolean;
  private readonly perSecond = new RateWindow(INVOKES_PER_SECOND, 1_000);
  private readonly perMinute = new RateWindow(INVOKES_PER_MINUTE, 60_000);
  private readonly perUser = new Map<string, RateWindow>();

  constructor(options: ForgeOptions & ForgePlay) {
    const { clock, log = () => undefined, rateLimited = true } = options;
    const manifest = readManifest(options.appFolder);
    const now = () => clock.now();
    this.rateLimited = rateLimited;
    this.kvs = new KeyValueStore(now);
    this.queue = new EventQueue({
      clock,
      consumers: manifest.consumers,
      isLongRunning: (name) => this.timeoutOf(manifest.consumers.get(name)) > BACKGROUND_TIMEOUT_MS,
      consume: (event, payload) => this.consume(event.queueName, payload, event.origin),
      doubledShare: options.doubledShare ?? 0,
      random: seededRandom(options.seed ?? 1),
      rateLimited,
      log,
    });
    this.schedules = new ScheduleRunner(clock, manifest.schedules, (key) => this.runSchedule(key));
    const fetch = platformFetch({
      jira: options.jira,
      sql: new SqlEndpoint(options.sql, now, rateLimited),
      kvs: this.kvs,
      queue: (path, body, invocation) => this.queue.answer(path, body, invocation),
      mayImpersonate: manifest.mayImpersonate,
    });
    const app = loadApp(options.bundle, { clock, fetch, log });
    requireHandlers(manifest, app);
    const site = localSite(manifest.appId, manifest.scopes, options.siteUrl);
    this.env = { clock, site, manifest, app, log, record: (record) => this.keep(record) };
  }

  start(): void {
    this.queue.start();
    this.schedules.start();
  }

  async stop(): Promise<void> {
    this.schedules.stop();
    await this.queue.stop();
  }

  idle(): Promise<void> {
    return this.queue.idle();
  }

  dump(): ForgeState {
    return { kvs: this.kvs.dump(), queue: this.queue.dump(), schedules: this.schedules.dump() };
  }

  restore(state: ForgeState): void {
    this.kvs.restore(state.kvs);
    this.queue.restore(state.queue);
    this.schedules.restore(state.schedules);
  }

  async invoke(call: ResolverCall): Promise<unknown> {
    const module = this.env.manifest.uiModules.get(call.moduleKey);
    if (!module?.functionKey) throw refusal(`the module ${call.moduleKey} has no resolver`);
    if (jsonBytes(call.payload) > INVOKE_REQUEST_BYTES) throw refusal('the request is larger than 500 KB');
    const caller = { accountId: call.accountId ?? 'unidentified', accountType: call.accountType };
    if (!this.mayInvoke(caller.accountId))
      throw refusal('Limits for the current installation have been exceeded');
    const payload = {
      call: { functionKey: call.functionKey, payload: call.payload },
      context: this.resolverContext(call, module.type),
    };
    const { functionKey } = module;
    const outcome = await this.call({
      functionKey,
      moduleKey: call.moduleKey,
      kind: 'resolver',
      payload,
      caller,
    });
    if (!outcome.ok) throw refusal(outcome.message);
    if (jsonBytes(outcome.result) > INVOKE_RESPONSE_BYTES) throw refusal('the response is larger than 5 MB');
    return throughJson(outcome.result);
  }

  /**
   * Also waits until the queue is idle, so that a moved clock does not run ahead of what an event sets off;
   * except where the app itself caused the event, since then its own consumer would be waited for.
   */
  async deliver(event: ProductEvent): Promise<void> {
    const bytes = jsonBytes(event);
    if (bytes > PRODUCT_EVENT_BYTES) {
      this.env.log(`error ${event.eventType}: ${bytes} bytes are too many, the event was not delivered`);
      return;
    }
    const listening = this.env.manifest.triggers.filter(
      (t) => t.events.includes(event.eventType) && !(t.ignoreSelf && event.selfGenerated),
    );
    await Promise.all(listening.map((trigger) => this.trigger(trigger, event, 0)));
    const cause = currentInvocation.getStore();
    if (!cause || cause.ended) await this.idle();
  }

  async runSchedule(moduleKey: string): Promise<void> {
    const schedule = this.env.manifest.schedules.find((s) => s.key === moduleKey);
    if (!schedule) throw new Error(`The manifest has no scheduled trigger ${moduleKey}.`);
    const { cloudId } = this.env.site;
    const payload = { context: { cloudId, moduleKey }, contextToken: randomUUID() };
    await this.call({ functionKey: schedule.functionKey, moduleKey, kind: 'schedule', payload });
    await this.idle();
  }

  private async trigger(trigger: TriggerModule, event: ProductEvent, retryCount: number): Promise<void> {
    const accountId = event.atlassianId;
    const outcome = await this.call({
      functionKey: trigger.functionKey,
      moduleKey: trigger.key,
      kind: 'trigger',
      payload: event,
      principal: typeof accountId === 'string' ? { accountId } : undefined,
    });
    const retry = retryOf(outcome);
    if (!retry || retryCount >= PRODUCT_EVENT_RETRIES) return;
    const { reason: retryReason, data: retryData } = retry;
    const again = { ...event, retryContext: { retryCount: retryCount + 1, retryReason, retryData } };
    const { clock } = this.env;
    clock.schedule(clock.now() + retry.afterMs, () => this.trigger(trigger, again, retryCount + 1));
  }

  private consume(queueName: string, payload: unknown, origin: PushOrigin): Promise<CallOutcome> {
    const functionKey = this.env.manifest.consumers.get(queueName) ?? '';
    return this.call({ functionKey, moduleKey: queueName, kind: 'consumer', payload, origin });
  }

  private call(call: FunctionCall): Promise<CallOutcome> {
    return callFunction(this.env, call);
  }

  private resolverContext(call: ResolverCall, moduleType: string): Record<string, unknown> {
    const { cloudId, environmentId, environmentType, siteUrl, installContext } = this.env.site;
    const { moduleKey, accountType } = call;
    const localId = `${installContext}/${this.env.manifest.appId}/${moduleKey}`;
    const extension = { type: moduleType, ...call.extension };
    return { cloudId, localId, environmentId, environmentType, moduleKey, siteUrl, accountType, extension };
  }

  private mayInvoke(accountId: string): boolean {
    if (!this.rateLimited) return true;
    const user = this.perUser.get(accountId) ?? new RateWindow(INVOKES_PER_USER_PER_MINUTE, 60_000);
    this.perUser.set(accountId, user);
    const now = this.env.clock.now();
    return [user, this.perSecond, this.perMinute].every((window) => window.take(now, Date.now()));
  }

  private timeoutOf(functionKey: string | undefined): number {
    const seconds = this.env.manifest.functions.get(functionKey ?? '')?.timeoutSeconds;
    return seconds === undefined ? BACKGROUND_TIMEOUT_MS : seconds * 1000;
  }

  private keep(record: InvocationRecord): void {
    this.invocations.push(record);
    if (this.invocations.length > RECORDS_KEPT) this.invocations.shift();
  }
}

/** As the bridge words every failure of a resolver. */
function refusal(message: string): Error {
  return new Error(`There was an error invoking the function - ${message}`);
}

/** A timed-out trigger is called again by the platform, a thrown error is not. */
function retryOf(outcome: CallOutcome) {
  if (outcome.ok) return retryRequestOf(outcome.result);
  return outcome.reason === 'timed-out'
    ? { afterMs: 1_000, reason: 'FUNCTION_TIME_OUT', data: undefined }
    : null;
}
