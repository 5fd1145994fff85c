import { RETRY_AFTER_MAX_SECONDS, RETRY_DATA_BYTES } from './platform-limits';
import { jsonBytes } from './wire';

/** What an app asks for by returning an `InvocationError`. */
export interface RetryRequest {
  readonly afterMs: number;
  readonly reason: string;
  readonly data: unknown;
}

/** Reads `{_retry: true, retryOptions}` out of a handler's result; null = no retry is asked for. */
export function retryRequestOf(result: unknown): RetryRequest | null {
  if (typeof result !== 'object' || result === null) return null;
  const { _retry, retryOptions } = result as {
    _retry?: boolean;
    retryOptions?: { retryAfter?: number; retryReason?: string; retryData?: unknown };
  };
  if (_retry !== true) return null;
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = retryOptions ?? {};
  return {
    afterMs: Math.min(Math.max(retryAfter, 1), RETRY_AFTER_MAX_SECONDS) * 1000,
    reason: retryReason,
    data: jsonBytes(retryData) > RETRY_DATA_BYTES ? undefined : retryData,
  };
}
