import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { CallOutcome } from '../call-function';
import type { Invocation } from '../invocation';
import {
  QUEUE_CYCLIC_PUSHES,
  QUEUE_EVENTS_PER_MINUTE,
  QUEUE_LONG_RUNNING_EVENT_BYTES,
  QUEUE_RETENTION_MS,
} from '../platform-limits';
import { RateWindow } from '../rate-window';
import { retryRequestOf } from '../retry-request';
import { json, jsonBytes } from '../wire';
import { refusedPush, type PushedEvent, type PushRequest } from './push-request';
import { asyncEvent, type JobStats, type QueuedEvent } from './queued-event';

export interface QueueOptions {
  readonly clock: Clock;
  /** Queue name -> function key. */
  readonly consumers: ReadonlyMap<string, string>;
  /** Does this queue's consumer run longer than the default time limit? Its events must be smaller then. */
  readonly isLongRunning: (queueName: string) => boolean;
  readonly consume: (event: QueuedEvent, payload: unknown) => Promise<CallOutcome>;
  /** Share of events that are delivered twice, 0 to 1. */
  readonly doubledShare: number;
  readonly random: () => number;
  readonly rateLimited: boolean;
  readonly log: (line: string) => void;
}

/** Consumers at work at once; Forge sets no such bound, one machine does. */
const PARALLEL = 10;
const FIRST_BACK_OFF_MS = 5_000;
const LONGEST_BACK_OFF_MS = 900_000;

export type SavedEvent = Omit<QueuedEvent, 'origin'>;

/** Forge's async events: at least once, in no promised order, delayed and retried on the host's clock. */
export class EventQueue {
  private waiting: QueuedEvent[] = [];
  private readonly running = new Map<QueuedEvent, Promise<void>>();
  private readonly jobs = new Map<string, JobStats>();
  /** Instants at which the clock will look into the queue. */
  private readonly wakeUps = new Set<number>();
  private readonly rate = new RateWindow(QUEUE_EVENTS_PER_MINUTE, 60_000);
  private pumping: Promise<void> | undefined;
  private started = false;

  constructor(private readonly options: QueueOptions) {}

  start(): void {
    this.started = true;
    for (const event of this.waiting) this.wake(event.dueAt);
  }

  /** Resolves when what is being consumed is done; nothing new is started. */
  async stop(): Promise<void> {
    this.started = false;
    await Promise.all(this.running.values());
  }

  /** Resolves when nothing is due and nothing is being consumed. */
  async idle(): Promise<void> {
    while (this.started && (this.pumping !== undefined || this.nextDue() !== undefined)) await this.pump();
  }

  dump(): SavedEvent[] {
    return [...this.running.keys(), ...this.waiting].map(({ origin: _, ...event }) => event);
  }

  restore(events: readonly SavedEvent[]): void {
    this.waiting = events
      .map((event) => ({ ...event, origin: { pushes: 0 } }))
      .sort((a, b) => a.dueAt - b.dueAt);
    for (const event of events) if (!event.copy) this.job(event.jobId).inProgress++;
  }

  answer(path: string, body: string, invocation: Invocation): Response {
    const request = JSON.parse(body) as PushRequest;
    if (path.startsWith('/webhook/queue/publish/')) return this.publish(request, invocation);
    const stats = this.jobs.get(request.jobId);
    if (!stats) return json(404, {});
    if (path.startsWith('/webhook/queue/stats/')) return json(200, stats);
    return this.cancel(request.jobId, stats);
  }

  private publish(request: PushRequest, { origin }: Invocation): Response {
    const { clock, consumers, rateLimited, isLongRunning } = this.options;
    const refused = refusedPush(request, consumers);
    if (refused) return refused;
    if (rateLimited && !this.rate.take(clock.now(), Date.now(), request.payload.length)) return json(429, {});
    if (++origin.pushes > QUEUE_CYCLIC_PUSHES) return json(405, {});
    const failedEvents: { index: string; errorMessage: string }[] = [];
    request.payload.forEach((event, index) => {
      if (isLongRunning(request.queueName) && jsonBytes(event) > QUEUE_LONG_RUNNING_EVENT_BYTES) {
        failedEvents.push({ index: String(index), errorMessage: 'The event is larger than 100KB.' });
      } else this.add(request, event, origin);
    });
    return failedEvents.length > 0 ? json(202, { failedEvents }) : json(201, {});
  }

  private add({ queueName, jobId }: PushRequest, pushed: PushedEvent, origin: QueuedEvent['origin']): void {
    const now = this.options.clock.now();
    const dueAt = now + (pushed.delayInSeconds ?? 0) * 1000;
    const event: QueuedEvent = {
      ...pushed,
      eventId: randomUUID(),
      queueName,
      jobId,
      pushedAt: now,
      dueAt,
      retryCount: 0,
      copy: false,
      origin,
    };
    this.job(jobId).inProgress++;
    this.enqueue(event);
    const doubled = this.options.random() < this.options.doubledShare;
    if (doubled) this.enqueue({ ...event, copy: true });
  }

  private cancel(jobId: string, stats: JobStats): Response {
    const cancelled = this.waiting.filter((e) => e.jobId === jobId);
    this.waiting = this.waiting.filter((e) => e.jobId !== jobId);
    stats.inProgress -= cancelled.filter((e) => !e.copy).length;
    return new Response(null, { status: 204 });
  }

  /** Keeps the events in the order they fall due; most belong at the end. */
  private enqueue(event: QueuedEvent): void {
    const at = this.waiting.findLastIndex((e) => e.dueAt <= event.dueAt) + 1;
    this.waiting.splice(at, 0, event);
    if (this.started) this.wake(event.dueAt);
  }

  /** What is due now does not wait for the clock, which may stand still; a jump of the clock waits for it. */
  private wake(dueAt: number): void {
    const { clock } = this.options;
    if (dueAt <= clock.now()) setImmediate(() => void this.pump());
    if (this.wakeUps.has(dueAt)) return;
    this.wakeUps.add(dueAt);
    clock.schedule(dueAt, () => {
      this.wakeUps.delete(dueAt);
      return this.idle();
    });
  }

  private pump(): Promise<void> {
    this.pumping ??= this.drain().finally(() => {
      this.pumping = undefined;
    });
    return this.pumping;
  }

  private async drain(): Promise<void> {
    for (;;) {
      for (let next = this.nextDue(); next && this.running.size < PARALLEL; next = this.nextDue())
        this.begin(next);
      if (this.running.size === 0) return;
      await Promise.race(this.running.values());
    }
  }

  /** The first event that is due and whose concurrency key has room. */
  private nextDue(): QueuedEvent | undefined {
    if (!this.started) return undefined;
    const now = this.options.clock.now();
    return this.waiting.find((event) => event.dueAt <= now && this.hasRoom(event));
  }

  private hasRoom({ concurrency }: QueuedEvent): boolean {
    if (!concurrency) return true;
    const busy = [...this.running.keys()].filter((e) => e.concurrency?.key === concurrency.key).length;
    return busy < concurrency.limit;
  }

  private begin(event: QueuedEvent): void {
    this.waiting.splice(this.waiting.indexOf(event), 1);
    const payload = asyncEvent(event, QUEUE_RETENTION_MS, this.options.clock.now());
    const done = this.options
      .consume(event, payload)
      .then((outcome) => this.settle(event, outcome))
      .finally(() => this.running.delete(event));
    this.running.set(event, done);
  }

  private settle(event: QueuedEvent, outcome: CallOutcome): void {
    if (event.copy) return;
    const request = outcome.ok ? retryRequestOf(outcome.result) : backOff(event.retryCount, outcome.reason);
    const stats = this.job(event.jobId);
    if (!request) {
      stats.inProgress--;
      stats.success++;
      return;
    }
    const dueAt = this.options.clock.now() + request.afterMs;
    if (dueAt > event.pushedAt + QUEUE_RETENTION_MS) {
      stats.inProgress--;
      stats.failed++;
      this.options.log(
        `error ${event.queueName}: event ${event.eventId} was dropped after ${event.retryCount} retries`,
      );
      return;
    }
    const { reason: retryReason, data: retryData } = request;
    this.enqueue({ ...event, dueAt, retryCount: event.retryCount + 1, retryReason, retryData });
  }

  private job(jobId: string): JobStats {
    const known = this.jobs.get(jobId);
    if (known) return known;
    const stats: JobStats = { success: 0, inProgress: 0, failed: 0 };
    this.jobs.set(jobId, stats);
    return stats;
  }
}

function backOff(retryCount: number, failure: 'threw' | 'timed-out') {
  return {
    afterMs: Math.min(FIRST_BACK_OFF_MS * 2 ** retryCount, LONGEST_BACK_OFF_MS),
    reason: failure === 'timed-out' ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
    data: undefined,
  };
}
