import type { Instant } from '../engine/instant';

const DAY_MS = 86_400_000;

/** The tickets a what-if replays. In days, not dates: JQL reads a date in the zone of whoever asks. */
export function whatIfJql({
  projectId,
  since,
  startedAt,
}: {
  readonly projectId: string;
  readonly since: Instant;
  readonly startedAt: Instant;
}): string {
  // A project id is digits; it goes into JQL.
  if (!/^\d+$/.test(projectId)) throw new Error(`No project id: ${projectId}`);
  const days = Math.round((startedAt - since) / DAY_MS);
  return `project = ${projectId} AND (updated >= -${days}d OR resolved >= -${days}d) ORDER BY key ASC`;
}
