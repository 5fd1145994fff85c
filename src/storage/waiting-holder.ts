import type { Millis } from '../engine/instant';

/** Does this holder (a key of `CycleFact.holders`) keep the provider waiting: a customer or a third party? */
export function isWaiting(holder: string): boolean {
  return holder === 'c:' || holder === 'v:';
}

/** Working time of all holders, and of it that of those who keep the provider waiting. */
export function waitingOf(holders: ReadonlyMap<string, Millis>): {
  readonly workingMs: Millis;
  readonly waitedMs: Millis;
} {
  let [workingMs, waitedMs] = [0, 0];
  for (const [holder, ms] of holders) {
    workingMs += ms;
    if (isWaiting(holder)) waitedMs += ms;
  }
  return { workingMs, waitedMs };
}
