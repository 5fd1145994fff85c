import type { IssueReader } from './issue-reader';
import type { SiteUser } from './jira/site-data';
import type { StoredIssue } from './jira/stored-issue';
import type { IssuePage, IssueRow, IssueSort, StatusCategory } from './shell/api';
import { slaOf } from './sla-of';

export interface IssueQuery {
  /** Key of the project; null = all. */
  readonly project: string | null;
  readonly category: StatusCategory | 'open' | null;
  /** Words that must all occur in the key, the summary or a person's name. */
  readonly text: string;
  readonly assignee: 'me' | 'nobody' | null;
  /** State of the timers as the app's issue property says it; `none` also where there is no property. */
  readonly sla: string | null;
  readonly sort: IssueSort;
  /** From 1. */
  readonly page: number;
}

export const pageSize = 25;

/** One page of the issues that this person may see. A page after the last one gives the last one. */
export function listIssues(
  issues: readonly StoredIssue[],
  reader: IssueReader,
  user: SiteUser,
  query: IssueQuery,
): IssuePage {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const project = query.project === null ? null : reader.book.project(query.project);
  const found = issues
    .filter((issue) => project === null || issue.projectId === project?.id)
    .filter((issue) => inCategory(reader.category(issue), query.category))
    .filter((issue) => reader.abilities(issue, user) !== null)
    .filter((issue) => isAssigned(issue, query.assignee, user))
    .filter((issue) => query.sla === null || (reader.row(issue, user).sla?.state ?? 'none') === query.sla)
    .filter((issue) => words.length === 0 || hasWords(reader.row(issue, user), words));
  const order = orders[query.sort](reader);
  found.sort((a, b) => order(a) - order(b) || b.created - a.created || b.id - a.id);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(Math.max(query.page, 1), pages);
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize).map((issue) => reader.row(issue, user)),
    total: found.length,
    page,
    pageSize,
  };
}

function hasWords(row: IssueRow, words: readonly string[]): boolean {
  const searched = [row.key, row.summary, row.assignee, row.reporter, row.requestType]
    .join(' ')
    .toLowerCase();
  return words.every((word) => searched.includes(word));
}

function inCategory(category: StatusCategory, wanted: IssueQuery['category']): boolean {
  if (wanted === null) return true;
  return wanted === 'open' ? category !== 'done' : category === wanted;
}

function isAssigned(issue: StoredIssue, wanted: IssueQuery['assignee'], user: SiteUser): boolean {
  if (wanted === null) return true;
  return (issue.fields['assignee'] ?? null) === (wanted === 'me' ? user.accountId : null);
}

/** What each sort counts up from. */
const orders: Readonly<Record<IssueSort, (reader: IssueReader) => (issue: StoredIssue) => number>> = {
  created: () => (issue) => -issue.created,
  updated: () => (issue) => -issue.updated,
  priority: (reader) => (issue) => reader.priorityRank(issue),
  breach: () => (issue) => slaOf(issue)?.nextBreach ?? Number.MAX_VALUE,
};
