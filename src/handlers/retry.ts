import { InvocationError, InvocationErrorCode } from '@forge/events';

const LONGEST_S = 900;

/** Asks the platform to call again; `afterMs` is rounded up to whole seconds, at most 15 minutes. */
export function callAgain(afterMs: number): InvocationError {
  const retryAfter = Math.min(LONGEST_S, Math.max(1, Math.ceil(afterMs / 1000)));
  return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
}

/** A trigger that throws is not called again; one that answers with an InvocationError is, up to four times. */
export async function retryUnlessDone(work: () => Promise<void>): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    console.error(error);
    return callAgain(30_000);
  }
}
