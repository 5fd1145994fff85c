import type { Instant } from '../engine/instant';
import { faultOf, type AppFault } from './fault-of';

/** After so many tries of one step of a background run it is given up. */
export const MOST_RETRIES = 2;
/** Longer than the pauses between tries: a run that waits is not silent. */
export const LONGEST_PAUSE_MS = 5 * 60_000;

/** Why a step is given up. */
export type GivenUp = Exclude<AppFault['kind'], 'busy' | 'not-ready'>;

/**
 * What follows when a step of a background run has failed: while it is worth another try, the run is told until
 * when to `wait` and for what, and what the step threw is thrown; else it is logged and `giveUp` says so.
 */
export async function afterStepFault(
  error: unknown,
  retries: number,
  now: Instant,
  run: {
    readonly wait: (until: Instant, fault: AppFault) => Promise<unknown>;
    readonly giveUp: (why: GivenUp) => Promise<unknown>;
  },
): Promise<void> {
  const fault = faultOf(error);
  const pauseMs = fault.kind === 'busy' ? fault.retryAfterMs : LONGEST_PAUSE_MS;
  if (fault.kind === 'busy' || fault.kind === 'not-ready' || retries < MOST_RETRIES) {
    // What kept the step from being done may be the store itself: then the sweep finds the run silent.
    await run.wait(now + pauseMs, fault).catch(() => undefined);
    throw error;
  }
  console.error(error);
  await run.giveUp(fault.kind);
}
