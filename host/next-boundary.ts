import type { ForgeHost } from './contract';
import { slaOf } from './issue-reader';
import type { StoredIssue } from './jira/stored-issue';

export interface Boundary {
  readonly at: number;
  readonly issueKey: string;
}

/** The first instant after `now` at which some issue breaches, by the property that the app writes. */
export function nextBreach(issues: readonly StoredIssue[], now: number): Boundary | null {
  let first: Boundary | null = null;
  for (const issue of issues) {
    const at = slaOf(issue)?.nextBreach ?? null;
    if (at !== null && at > now && (first === null || at < first.at)) first = { at, issueKey: issue.key };
  }
  return first;
}

/** The next instant at which the panel of an issue changes by itself, asked of the app as its viewer. */
export async function nextChange(
  forge: ForgeHost,
  call: Parameters<ForgeHost['invoke']>[0],
  now: number,
): Promise<number | null> {
  const result = (await forge.invoke(call)) as { ok: boolean; value?: { nextChangeAt: number | null } };
  const at = result.ok ? (result.value?.nextChangeAt ?? null) : null;
  return at !== null && at > now ? at : null;
}
