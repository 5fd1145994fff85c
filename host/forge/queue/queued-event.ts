import type { PushOrigin } from '../invocation';

/** One event in a queue, until it is consumed, dropped or cancelled. Instants are epoch ms. */
export interface QueuedEvent {
  readonly eventId: string;
  readonly queueName: string;
  readonly jobId: string;
  readonly body: unknown;
  readonly delayInSeconds?: number;
  readonly concurrency?: { readonly key: string; readonly limit: number };
  readonly pushedAt: number;
  readonly dueAt: number;
  readonly retryCount: number;
  readonly retryReason?: string;
  readonly retryData?: unknown;
  /** A second delivery of an event that was delivered already: it is not counted and not retried. */
  readonly copy: boolean;
  readonly origin: PushOrigin;
}

export interface JobStats {
  success: number;
  inProgress: number;
  failed: number;
}

/** The first argument of a consumer. */
export function asyncEvent(event: QueuedEvent, retentionMs: number, now: number): Record<string, unknown> {
  const { eventId, queueName, jobId, body, delayInSeconds, concurrency, retryCount, retryReason, retryData } =
    event;
  const base = { body, queueName, jobId, eventId, delayInSeconds, concurrency };
  if (retryCount === 0) return base;
  const retentionWindow = {
    startTime: new Date(event.pushedAt).toISOString(),
    remainingTimeMs: Math.max(0, event.pushedAt + retentionMs - now),
  };
  return { ...base, retryContext: { retryCount, retryReason, retryData, retentionWindow } };
}
