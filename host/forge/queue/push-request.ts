import { QUEUE_DELAY_MAX_SECONDS, QUEUE_EVENTS_PER_PUSH, QUEUE_PUSH_BYTES } from '../platform-limits';
import { json, jsonBytes } from '../wire';

export interface PushedEvent {
  readonly body: unknown;
  readonly delayInSeconds?: number;
  readonly concurrency?: { readonly key: string; readonly limit: number };
}

export interface PushRequest {
  readonly queueName: string;
  readonly jobId: string;
  readonly payload: readonly PushedEvent[];
}

/** The platform's refusal of a push as a whole; null = it is well formed. */
export function refusedPush(
  { queueName, payload }: PushRequest,
  queues: ReadonlyMap<string, string>,
): Response | null {
  if (!queues.has(queueName))
    return json(400, { message: `The manifest has no consumer for the queue ${queueName}.` });
  if (payload.length > QUEUE_EVENTS_PER_PUSH) {
    return json(413, {
      errorMessage: `This push contains more than the ${QUEUE_EVENTS_PER_PUSH} events allowed.`,
    });
  }
  if (jsonBytes(payload) > QUEUE_PUSH_BYTES) {
    return json(413, { errorMessage: `The maximum payload size is ${QUEUE_PUSH_BYTES / 1024}KB.` });
  }
  const delays = payload.map((event) => event.delayInSeconds ?? 0);
  if (delays.some((delay) => delay < 0 || delay > QUEUE_DELAY_MAX_SECONDS)) {
    return json(400, {
      message: `The delayInSeconds setting must be between 0 and ${QUEUE_DELAY_MAX_SECONDS}.`,
    });
  }
  return null;
}
