import { JqlFault } from '../jql/jql-fault';
import { compileSearch } from '../jql/search';
import { maySeeIssue } from '../permissions';
import type { IndexedIssue } from '../search-index';
import { listParam, objectBody, textList, type Call, type Route } from './call';
import { chosenFields, namesOf, renderIssue, schemaOf } from './issue-bean';
import { ok, Refusal, type Reply } from './reply';

interface Asked {
  readonly jql: string;
  readonly nextPageToken: string | null;
  readonly maxResults: number;
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly properties: readonly string[];
  readonly reconcileIssues: readonly number[];
}

const PAGE_CAP = 100;
const ID_PAGE_CAP = 5000;
const TOKEN_LIFE_MS = 7 * 86_400_000;
const HISTORIES_IN_LISTS = 40;
const COMMENTS_IN_LISTS = 20;

/** Issues the index finds, in order, that still exist and that the viewer may see as they are now. */
function found(call: Call, jql: string, reconcile: readonly number[]): readonly IndexedIssue[] {
  const { world, viewer } = call;
  const asking = { world, accountId: viewer.accountId, zone: call.zone, now: call.now };
  try {
    const { test, compare } = compileSearch(jql, asking);
    return world.index
      .read(reconcile)
      .filter((issue) => {
        const truth = test(issue) ? world.store.byNumericId(issue.id) : undefined;
        return truth !== undefined && maySeeIssue(world, viewer.accountId, truth);
      })
      .sort(compare);
  } catch (fault) {
    if (fault instanceof JqlFault) throw new Refusal(400, [fault.message]);
    throw fault;
  }
}

function search(call: Call, asked: Asked): Reply {
  const { world } = call;
  if (asked.reconcileIssues.length > 50) throw new Refusal(400, ['At most 50 issues can be reconciled.']);
  if (asked.properties.length > 5) throw new Refusal(400, ['At most 5 properties can be asked for.']);
  const all = found(call, asked.jql, asked.reconcileIssues);
  const onlyIds = asked.fields.every((name) => name === 'id' || name === 'key');
  const size = Math.min(asked.maxResults, onlyIds ? ID_PAGE_CAP : PAGE_CAP);
  const start = startOf(all, asked, call.now);
  const page = all.slice(start, start + size);
  const isLast = start + page.length >= all.length;
  const bare = asked.fields.every((name) => name === 'id');
  const options = {
    ...asked,
    zone: call.zone,
    historyCap: HISTORIES_IN_LISTS,
    commentCap: COMMENTS_IN_LISTS,
  };
  const perIssue = {
    ...options,
    expand: asked.expand.filter((name) => name !== 'names' && name !== 'schema'),
  };
  const issues = page.map((issue) => {
    const bean = renderIssue(world, issue, perIssue);
    return bare && asked.expand.length === 0 && asked.properties.length === 0 ? { id: bean.id } : bean;
  });
  const ids = chosenFields(world, asked.fields);
  const last = page.at(-1);
  return ok(
    {
      issues,
      isLast,
      ...(isLast || !last
        ? {}
        : { nextPageToken: writeToken(asked.jql, start + page.length, last.id, call.now) }),
      ...(asked.expand.includes('names') ? { names: namesOf(world, ids) } : {}),
      ...(asked.expand.includes('schema') ? { schema: schemaOf(world, ids) } : {}),
    },
    { objects: issues.length },
  );
}

function writeToken(jql: string, offset: number, lastId: number, now: number): string {
  return Buffer.from(JSON.stringify([jql, offset, lastId, now])).toString('base64url');
}

/** A page goes on behind the last issue of the one before, wherever that stands now. */
function startOf(all: readonly IndexedIssue[], asked: Asked, now: number): number {
  if (asked.nextPageToken === null) return 0;
  const invalid = new Refusal(400, ['The nextPageToken is invalid or expired.']);
  let token: unknown;
  try {
    token = JSON.parse(Buffer.from(asked.nextPageToken, 'base64url').toString());
  } catch {
    throw invalid;
  }
  if (!Array.isArray(token)) throw invalid;
  const [jql, offset, lastId, writtenAt] = token as [unknown, unknown, unknown, unknown];
  if (jql !== asked.jql || typeof offset !== 'number' || now - Number(writtenAt) > TOKEN_LIFE_MS)
    throw invalid;
  const last = all.findIndex((issue) => issue.id === lastId);
  return last < 0 ? offset : last + 1;
}

function readMaxResults(given: unknown): number {
  const most = given === undefined || given === null ? 50 : Number(given);
  if (!Number.isInteger(most) || most < 0) throw new Refusal(400, ['maxResults must be a whole number.']);
  return most === 0 ? 50 : most;
}

function readIds(given: readonly string[]): readonly number[] {
  if (given.some((id) => !/^\d+$/.test(id)))
    throw new Refusal(400, ['reconcileIssues takes numeric issue ids.']);
  return given.map(Number);
}

function searchByGet(call: Call): Reply {
  const fields = listParam(call, 'fields');
  return search(call, {
    jql: call.query.get('jql') ?? '',
    nextPageToken: call.query.get('nextPageToken') || null,
    maxResults: readMaxResults(call.query.get('maxResults')),
    fields: fields.length === 0 ? ['id'] : fields,
    expand: listParam(call, 'expand'),
    properties: listParam(call, 'properties'),
    reconcileIssues: readIds(listParam(call, 'reconcileIssues')),
  });
}

function searchByPost(call: Call): Reply {
  const body = objectBody(call);
  const fields = textList(body.fields, 'fields') ?? [];
  if (body.expand !== undefined && typeof body.expand !== 'string') {
    throw new Refusal(400, ["'expand' is a text with commas."]);
  }
  return search(call, {
    jql: String(body.jql ?? ''),
    nextPageToken: body.nextPageToken ? String(body.nextPageToken) : null,
    maxResults: readMaxResults(body.maxResults),
    fields: fields.length === 0 ? ['id'] : fields,
    expand: String(body.expand ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    properties: textList(body.properties, 'properties') ?? [],
    reconcileIssues: readIds(textList(body.reconcileIssues, 'reconcileIssues') ?? []),
  });
}

function count(call: Call): Reply {
  return ok({ count: found(call, String(objectBody(call).jql ?? ''), []).length });
}

function removed(): Reply {
  throw new Refusal(410, [
    'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration ' +
      'guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
  ]);
}

const scope = 'read:jira-work';

export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/search/jql', scope, handle: searchByGet },
  { method: 'POST', path: '/rest/api/3/search/jql', scope, handle: searchByPost },
  { method: 'POST', path: '/rest/api/3/search/approximate-count', scope, handle: count },
  { method: 'GET', path: '/rest/api/3/search', scope, handle: removed },
  { method: 'POST', path: '/rest/api/3/search', scope, handle: removed },
];
