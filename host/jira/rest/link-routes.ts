import { addLink, dropLink, LINK_TYPES, linkType } from '../issue-link';
import { maySeeIssue } from '../permissions';
import type { StoredIssue, StoredLink } from '../stored-issue';
import { countWrite, issueOf, mustHold, objectBody, type Call, type Route } from './call';
import { done, ok, Refusal, type Reply } from './reply';
import { renderLink, renderLinkType } from './render-link';

function endOf(call: Call, given: unknown): StoredIssue {
  const { id, key } = (given ?? {}) as { readonly id?: unknown; readonly key?: unknown };
  return issueOf(call, String(id ?? key ?? ''));
}

function mayLink(call: Call, issue: StoredIssue): void {
  const refusal = new Refusal(401, ['No Link Issue Permission for issue']);
  mustHold(call, 'LINK_ISSUES', issue, refusal);
}

function createLink(call: Call): Reply {
  const body = objectBody(call);
  const type = linkType((body.type ?? {}) as Record<string, unknown>);
  if (!type) throw new Refusal(404, ['No issue link type with the given name or id found.']);
  const [from, to] = [endOf(call, body.inwardIssue), endOf(call, body.outwardIssue)];
  if (from.id === to.id) throw new Refusal(400, ['You cannot link an issue to itself.']);
  mayLink(call, from);
  countWrite(call, from);
  addLink(call.world, type, from, to, { at: call.now, by: call.viewer.accountId });
  return { status: 201 };
}

function linkOf(call: Call): StoredLink {
  const { world, viewer } = call;
  const link = world.store.link(Number(call.params.id));
  const ends = link ? [world.store.byNumericId(link.from), world.store.byNumericId(link.to)] : [];
  const seen = ends.every((end) => end !== undefined && maySeeIssue(world, viewer.accountId, end));
  if (!link || !seen) throw new Refusal(404, [`No issue link with id '${call.params.id}' exists.`]);
  return link;
}

function deleteLink(call: Call): Reply {
  const link = linkOf(call);
  mayLink(call, issueOf(call, String(link.from)));
  dropLink(call.world, link, { at: call.now, by: call.viewer.accountId });
  return done;
}

const scope = 'read:jira-work';

export const linkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issueLinkType',
    scope,
    handle: (call) =>
      ok({ issueLinkTypes: LINK_TYPES.map((type) => renderLinkType(call.world, type)) }, { objects: 1 }),
  },
  { method: 'POST', path: '/rest/api/3/issueLink', scope: 'write:jira-work', handle: createLink },
  {
    method: 'GET',
    path: '/rest/api/3/issueLink/:id',
    scope,
    handle: (call) => ok(renderLink(call.world, linkOf(call), null), { objects: 1 }),
  },
  { method: 'DELETE', path: '/rest/api/3/issueLink/:id', scope: 'write:jira-work', handle: deleteLink },
];
