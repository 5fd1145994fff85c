import type { StoredHistory, StoredIssue } from '../stored-issue';
import { visibleIssues } from './bulk-fetch-routes';
import { issueOf, objectBody, pageNumber, textList, type Call, type Route } from './call';
import { renderBulkHistory, renderHistory } from './render-history';
import { ok, Refusal, type Reply } from './reply';

const PAGE_CAP = 100;

/** Oldest first, at most 100 a page whatever was asked. */
function getChangelog(call: Call): Reply {
  const { world } = call;
  const issue = issueOf(call);
  const startAt = pageNumber(call, 'startAt', 0);
  const maxResults = pageNumber(call, 'maxResults', PAGE_CAP, PAGE_CAP);
  const total = issue.histories.length;
  const values = issue.histories.slice(startAt, startAt + maxResults);
  const address = (at: number): string =>
    `${world.book.restBase}/rest/api/3/issue/${issue.id}/changelog?maxResults=${maxResults}&startAt=${at}`;
  const isLast = startAt + values.length >= total;
  return ok(
    {
      self: address(startAt),
      ...(isLast ? {} : { nextPage: address(startAt + maxResults) }),
      maxResults,
      startAt,
      total,
      isLast,
      values: values.map((history) => renderHistory(world, history, call.zone)),
    },
    { objects: values.length },
  );
}

interface Entry {
  readonly issue: StoredIssue;
  readonly history: StoredHistory;
}

/** Sorted by date, then issue: a page may end in the middle of an issue's histories. */
function bulkChangelog(call: Call): Reply {
  const body = objectBody(call);
  const ids = textList(body.issueIdsOrKeys, 'issueIdsOrKeys');
  const fieldIds = textList(body.fieldIds, 'fieldIds');
  const maxResults = Number(body.maxResults ?? 1000);
  if (!ids || ids.length === 0) throw new Refusal(400, ['issueIdsOrKeys must not be empty.']);
  if (ids.length > 1000) {
    throw new Refusal(400, [
      'You may only load changelogs for a maximum of 1,000 issues by ID or key at a time.',
    ]);
  }
  if (fieldIds && fieldIds.length > 10)
    throw new Refusal(400, ['You may only filter by a maximum of 10 fields.']);
  if (!Number.isInteger(maxResults) || maxResults < 1 || maxResults > 10_000) {
    throw new Refusal(400, ['maxResults must be between 1 and 10000.']);
  }
  const kept = (history: StoredHistory): StoredHistory['items'] =>
    fieldIds ? history.items.filter((item) => fieldIds.includes(item.fieldId ?? '')) : history.items;
  const entries: Entry[] = visibleIssues(call, ids)
    .flatMap((issue) => issue.histories.map((history) => ({ issue, history })))
    .filter(({ history }) => kept(history).length > 0)
    .sort((a, b) => a.history.at - b.history.at || a.issue.id - b.issue.id || a.history.id - b.history.id);
  const start = readToken(body.nextPageToken);
  const page = entries.slice(start, start + maxResults);
  const byIssue = new Map<number, unknown[]>();
  for (const { issue, history } of page) {
    const list = byIssue.get(issue.id) ?? [];
    list.push(renderBulkHistory(call.world, history, kept(history)));
    byIssue.set(issue.id, list);
  }
  const next = start + page.length;
  return ok(
    {
      issueChangeLogs: [...byIssue].map(([id, changeHistories]) => ({
        issueId: String(id),
        changeHistories,
      })),
      ...(next < entries.length
        ? { nextPageToken: Buffer.from(`histories:${next}`).toString('base64url') }
        : {}),
    },
    { objects: page.length },
  );
}

function readToken(given: unknown): number {
  if (given === undefined || given === null || given === '') return 0;
  const found = /^histories:(\d+)$/.exec(Buffer.from(String(given), 'base64url').toString());
  if (!found) throw new Refusal(400, ['The nextPageToken is invalid.']);
  return Number(found[1]);
}

export const changelogRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/issue/:id/changelog', scope: 'read:jira-work', handle: getChangelog },
  { method: 'POST', path: '/rest/api/3/changelog/bulkfetch', scope: 'read:jira-work', handle: bulkChangelog },
];
