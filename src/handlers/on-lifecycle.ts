import type { InvocationError } from '@forge/events';
import { pushJobs } from './queue';
import { retryUnlessDone } from './retry';

/** Installed or upgraded: the tables are made, or brought up to date, where there is time for it. */
export function onLifecycle(event: unknown): Promise<InvocationError | undefined> {
  return retryUnlessDone(event, () => pushJobs([{ job: { v: 1, kind: 'migrate' }, delayMs: 0 }]));
}
