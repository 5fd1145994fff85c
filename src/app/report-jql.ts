import type { Instant } from '../engine/instant';

const DAY_MS = 86_400_000;

/** How many days a search has to look back from now to find what changed since. */
export function daysSince(since: Instant, now: Instant): number {
  return Math.max(1, Math.ceil((now - since) / DAY_MS));
}

/**
 * The tickets a report replays: what changed since, and what is not done and may be late without a change. In
 * days, not dates: JQL reads a date in the zone of whoever asks. Only more of them are found later, and what
 * came later is cut off by the replay.
 */
export function reportJql(projectId: string, days: number): string {
  // A project id is digits; it goes into JQL.
  if (!/^\d+$/.test(projectId)) throw new Error(`No project id: ${projectId}`);
  return `project = ${projectId} AND (updated >= -${days}d OR statusCategory != Done) ORDER BY key ASC`;
}
