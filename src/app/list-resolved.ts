import type { Result } from '../contract';
import type { ComplianceQuery, ResolvedKind, ResolvedPage } from '../contract/compliance';
import type { Instant } from '../engine/instant';
import { readVisibleIssues } from '../jira/read-visible-issues';
import { listResolvedIssues, type ResolvedIssueFact } from '../storage/resolved-list';
import { feltScopeOf } from './felt-scope-of';
import { keysJql } from './keys-jql';
import { invalid } from './refuse';
import { reportedProject } from './reported-project';

/** One question to Jira shows as many. */
const PAGE = 50;

export interface ResolvedQuestion {
  readonly query: ComplianceQuery;
  readonly of: ResolvedKind;
  readonly after?: string;
}

/** The tickets behind figures of resolved ones; only those that Jira shows the person who asks. */
export async function listResolved(
  projectId: string,
  { query, of, after }: ResolvedQuestion,
  now: Instant,
): Promise<Result<ResolvedPage>> {
  const found = await reportedProject(projectId, query.agreementId, now);
  if (!found.ok) return found;
  const mark = after === undefined ? null : readMark(after);
  if (after !== undefined && mark === null) return invalid('There is no such page.');
  const { scope, span } = feltScopeOf(found.value, query);
  const issues = await listResolvedIssues(scope, span, of, mark, PAGE + 1);
  const shown = issues.slice(0, PAGE);
  const last = issues.length > PAGE ? shown.at(-1) : undefined;
  const visible = await readVisibleIssues(shown.map(({ issueId }) => issueId));
  const tickets = shown.flatMap(({ issueId, resolvedAt, reopened, satisfaction }) => {
    const issue = visible.get(issueId);
    if (!issue) return [];
    const { issueKey, summary, priority, assignee } = issue;
    return { issueId, issueKey, summary, priority, assignee, resolvedAt, reopened, stars: satisfaction };
  });
  return {
    ok: true,
    value: {
      tickets,
      next: last ? `${last.resolvedAt}/${last.issueId}` : null,
      hidden: shown.length - tickets.length,
      jql: keysJql(tickets.map(({ issueKey }) => issueKey)),
    },
  };
}

/** null = it is none that was given out. */
function readMark(text: string): Pick<ResolvedIssueFact, 'resolvedAt' | 'issueId'> | null {
  const [, resolvedAt, issueId] = /^(-?\d{1,16})\/(\d{1,15})$/.exec(text) ?? [];
  return resolvedAt === undefined || issueId === undefined
    ? null
    : { resolvedAt: Number(resolvedAt), issueId };
}
