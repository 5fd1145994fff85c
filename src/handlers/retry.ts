import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';

const LONGEST_S = 900;
const FIRST_PAUSE_MS = 30_000;

/** Asks the platform to call again; `afterMs` is rounded up to whole seconds, at most 15 minutes. */
export function callAgain(afterMs: number): InvocationError {
  const retryAfter = Math.min(LONGEST_S, Math.max(1, Math.ceil(afterMs / 1000)));
  return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
}

const retried = z.object({ retryContext: z.object({ retryCount: z.number() }) });

/**
 * A trigger that throws is not called again; one that answers with an InvocationError is, up to four times:
 * here after 30 s, 2 min, 8 min and 15 min, which outlasts a bulk change of thousands of issues.
 */
export async function retryUnlessDone(
  event: unknown,
  work: () => Promise<void>,
): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    console.error(error);
    const count = retried.safeParse(event).data?.retryContext.retryCount ?? 0;
    return callAgain(FIRST_PAUSE_MS * 4 ** count);
  }
}
