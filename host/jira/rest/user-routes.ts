import { renderFullUser } from '../render-user';
import { pageNumber, type Call, type Route } from './call';
import { ok, Refusal, type Reply } from './reply';

/** Portal-only accounts look nobody up. */
function mustBrowse(call: Call): void {
  if (call.viewer.accountType !== 'customer') return;
  throw new Refusal(403, ['You do not have permission to browse users.']);
}

function one(call: Call): Reply {
  mustBrowse(call);
  const accountId = call.query.get('accountId');
  if (!accountId) throw new Refusal(400, ["The query parameter 'accountId' must be provided."]);
  const user = call.world.book.user(accountId);
  if (!user)
    throw new Refusal(404, ['Specified user does not exist or you do not have required permissions']);
  return ok(renderFullUser(call.world.book, user), { people: 1 });
}

/** Unknown ids are left out. */
function many(call: Call): Reply {
  mustBrowse(call);
  const { book } = call.world;
  const ids = call.query.getAll('accountId');
  if (ids.length === 0) throw new Refusal(400, ["The query parameter 'accountId' must be provided."]);
  const startAt = pageNumber(call, 'startAt', 0);
  const maxResults = pageNumber(call, 'maxResults', 10, 200);
  const users = ids.flatMap((id) => book.user(id) ?? []);
  const page = users.slice(startAt, startAt + maxResults);
  const isLast = startAt + page.length >= users.length;
  const values = page.map((user) => renderFullUser(book, user));
  return ok({ startAt, maxResults, total: users.length, isLast, values }, { people: page.length });
}

function search(call: Call): Reply {
  mustBrowse(call);
  const text = call.query.get('query') ?? '';
  const accountId = call.query.get('accountId');
  if (text === '' && !accountId) throw new Refusal(400, ['You must specify a query or an accountId.']);
  const startAt = pageNumber(call, 'startAt', 0);
  const maxResults = pageNumber(call, 'maxResults', 50, 1000);
  const lower = text.toLowerCase();
  const users = call.world.book
    .users()
    .filter((user) => user.active !== false && user.accountType !== 'app')
    .filter((user) => (accountId ? user.accountId === accountId : true))
    .filter((user) => `${user.displayName}\n${user.emailAddress ?? ''}`.toLowerCase().includes(lower))
    .slice(startAt, startAt + maxResults);
  return ok(
    users.map((user) => renderFullUser(call.world.book, user)),
    { people: users.length },
  );
}

const scope = 'read:jira-user';

export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/myself',
    scope,
    handle: (call) => ok(renderFullUser(call.world.book, call.viewer), { people: 1 }),
  },
  { method: 'GET', path: '/rest/api/3/user', scope, handle: one },
  { method: 'GET', path: '/rest/api/3/user/bulk', scope, handle: many },
  { method: 'GET', path: '/rest/api/3/user/search', scope, handle: search },
];
