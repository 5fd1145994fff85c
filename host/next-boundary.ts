import type { ForgeHost, ResolverCall } from './contract';
import type { StoredIssue } from './jira/stored-issue';
import { slaOf } from './sla-of';

export interface Boundary {
  /** Epoch ms. */
  readonly at: number;
  readonly issueKey: string;
}

const minute = 60_000;

/** How many of the issues that breach next are asked when they really change. */
const asked = 5;

/** The next instant after `now` at which the panel of an issue changes by itself, asked of the app. */
export async function nextChangeOf(
  issue: StoredIssue,
  forge: ForgeHost,
  callOn: (issue: StoredIssue) => ResolverCall,
  now: number,
): Promise<Boundary | null> {
  const result = (await forge.invoke(callOn(issue))) as {
    ok: boolean;
    value?: { nextChangeAt: number | null };
  };
  const at = result.ok ? (result.value?.nextChangeAt ?? null) : null;
  return at !== null && at > now ? { at, issueKey: issue.key } : null;
}

/**
 * The same over all issues. The property that the app writes says to the minute who breaches next; those
 * first in line are asked for the exact instant.
 */
export async function nextChangeOfAny(
  issues: readonly StoredIssue[],
  forge: ForgeHost,
  callOn: (issue: StoredIssue) => ResolverCall,
  now: number,
): Promise<Boundary | null> {
  const inLine = issues
    .map((issue) => ({ issue, at: slaOf(issue)?.nextBreach ?? null }))
    .filter((one): one is { issue: StoredIssue; at: number } => one.at !== null && one.at + minute > now)
    .sort((a, b) => a.at - b.at)
    .slice(0, asked);
  const found = await Promise.all(inLine.map(({ issue }) => nextChangeOf(issue, forge, callOn, now)));
  return found.filter((one) => one !== null).sort((a, b) => a.at - b.at)[0] ?? null;
}
