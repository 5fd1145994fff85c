import { faultOf } from '../app/fault-of';
import type { Failure } from '../contract';

const NOT_READY_PAUSE_MS = 5_000;
const DOWN_PAUSE_MS = 30_000;

/** The one mapping of exceptions to what crosses the bridge. Details go to the app's log only. */
export function failureOf(error: unknown): Failure {
  const fault = faultOf(error);
  switch (fault.kind) {
    case 'not-ready':
      return {
        ok: false,
        code: 'busy',
        who: 'setting-up',
        message: 'Accord is still being set up on this site. This takes a minute at most.',
        retryAfterMs: NOT_READY_PAUSE_MS,
      };
    case 'busy':
      return {
        ok: false,
        code: 'busy',
        who: fault.who,
        message:
          fault.who === 'jira' ? 'Jira asks to wait a moment.' : 'Accord’s store asks to wait a moment.',
        retryAfterMs: fault.retryAfterMs,
      };
    case 'down':
      console.error(error);
      return {
        ok: false,
        code: 'busy',
        who: 'jira-down',
        message: 'Jira cannot answer at the moment.',
        retryAfterMs: DOWN_PAUSE_MS,
      };
    case 'not-found':
      return { ok: false, code: 'not-found', message: 'There is no such ticket, or you may not see it.' };
    case 'forbidden':
      return { ok: false, code: 'forbidden', message: 'You may not do this.' };
    case 'failed':
      console.error(error);
      return {
        ok: false,
        code: 'failed',
        message: 'Something went wrong. It has been written to the app’s log.',
      };
  }
}
