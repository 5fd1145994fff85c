import type { WhatIfClaim } from '../storage/what-if';
import type { DelayedJob } from './job';

/** The job that does the page a run stands at. One for a place the run has left does nothing. */
export function whatIfJob({ projectId, runId, rowVersion }: WhatIfClaim): DelayedJob {
  return { job: { v: 1, kind: 'what-if', projectId, runId, step: rowVersion }, delayMs: 0 };
}
