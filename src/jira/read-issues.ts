import { route } from '@forge/api';
import { callJira, type JiraCall } from './jira-client';
import { isNotFound } from './jira-error';
import { JiraShapeError, isObject } from './raw-issue';
import {
  allComments,
  fieldsToRead,
  issueAsAnswered,
  PROPERTIES,
  totalOf,
  type ReadIssue,
  type ReadIssueOptions,
} from './read-issue';

/** Jira gives no more at once where comments are asked for. */
const ISSUES_AT_ONCE = 100;
const CHANGES_AT_ONCE = 10_000;
/** A token that never ends must not go on for ever. */
const MOST_PAGES = 50;

/**
 * Reads many issues, each with its whole changelog and all comments, in the order of the ids; missing ones and
 * those that may not be seen are left out. One call for 100 issues, one more for those of them with a long
 * history, and more for issues of very many comments. Throws `JiraError`, `JiraShapeError`.
 */
export async function readIssues(
  issueIds: readonly string[],
  as: JiraCall['as'],
  options: Omit<ReadIssueOptions, 'as'> = {},
): Promise<readonly ReadIssue[]> {
  const call: JiraCall = { ...(options.patience ? { patience: options.patience } : {}), as };
  const found = new Map<string, ReadIssue>();
  for (let first = 0; first < issueIds.length; first += ISSUES_AT_ONCE) {
    const ids = issueIds.slice(first, first + ISSUES_AT_ONCE);
    for (const issue of await readChunk(ids, fieldsToRead(options.fields), call)) found.set(issue.id, issue);
  }
  return issueIds.flatMap((id) => found.get(id) ?? []);
}

async function readChunk(
  issueIds: readonly string[],
  fields: readonly string[],
  call: JiraCall,
): Promise<readonly ReadIssue[]> {
  const answer = await callJira('POST', route`/rest/api/3/issue/bulkfetch`, {
    ...call,
    body: { issueIdsOrKeys: issueIds, fields, expand: ['changelog', 'schema'], properties: PROPERTIES },
  });
  const issues = listAt(answer, 'issues').map((json) => ({
    issue: issueAsAnswered(json),
    changes: totalOf(json, 'changelog'),
  }));
  const long = issues.filter(({ issue, changes }) => changes > issue.histories.length);
  const histories = await wholeHistories(
    long.map(({ issue }) => issue.id),
    call,
  );
  const complete: ReadIssue[] = [];
  for (const { issue } of issues) {
    const comments = await commentsOf(issue, call);
    if (comments === null) continue;
    complete.push({ ...issue, comments, histories: histories.get(issue.id) ?? issue.histories });
  }
  return complete;
}

/** null = the issue has gone meanwhile. */
async function commentsOf(issue: ReadIssue, call: JiraCall): Promise<readonly unknown[] | null> {
  try {
    return await allComments(issue, call);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** All changes of the issues; a page may end in the middle of an issue. */
async function wholeHistories(
  issueIds: readonly string[],
  call: JiraCall,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const histories = new Map<string, unknown[]>();
  if (issueIds.length === 0) return histories;
  let token: unknown = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await callJira('POST', route`/rest/api/3/changelog/bulkfetch`, {
      ...call,
      body: {
        issueIdsOrKeys: issueIds,
        maxResults: CHANGES_AT_ONCE,
        ...(token === null ? {} : { nextPageToken: token }),
      },
    });
    for (const log of listAt(answer, 'issueChangeLogs').filter(isObject)) {
      const id = String(log['issueId']);
      histories.set(id, [...(histories.get(id) ?? []), ...listAt(log, 'changeHistories')]);
    }
    token = isObject(answer) ? (answer['nextPageToken'] ?? null) : null;
    if (token === null || token === '') return histories;
  }
  throw new JiraShapeError(`The changes of ${issueIds.length} issues did not end`);
}

function listAt(answer: unknown, key: string): readonly unknown[] {
  const list = isObject(answer) ? answer[key] : undefined;
  if (Array.isArray(list)) return list;
  throw new JiraShapeError(`The bulk fetch answered without a list of ${key}`);
}
