import { isAdf } from '../adf';
import { holds, maySeeIssue } from '../permissions';
import { renderComment } from '../render-comment';
import type { AdfDocument, StoredComment, StoredIssue } from '../stored-issue';
import { addComment, changeComment, dropComment } from '../write-comment';
import {
  countWrite,
  issueOf,
  listParam,
  mustHold,
  objectBody,
  pageNumber,
  textList,
  type Call,
  type Route,
} from './call';
import { done, notFound, ok, Refusal, type Reply } from './reply';

const PAGE_CAP = 100;
const COMMENTS_PER_ISSUE = 5000;

function shown(call: Call, issue: StoredIssue, comment: StoredComment, properties = false): unknown {
  const expand = listParam(call, 'expand');
  return renderComment(call.world, issue, comment, call.zone, {
    renderedBody: expand.includes('renderedBody'),
    properties: properties || expand.includes('properties'),
  });
}

function list(call: Call): Reply {
  const issue = issueOf(call);
  const startAt = pageNumber(call, 'startAt', 0);
  const maxResults = pageNumber(call, 'maxResults', PAGE_CAP, PAGE_CAP);
  const orderBy = call.query.get('orderBy') ?? 'created';
  if (!/^[+ -]?created$/.test(orderBy))
    throw new Refusal(400, [`Comments cannot be ordered by '${orderBy}'.`]);
  const sign = orderBy.startsWith('-') ? -1 : 1;
  const sorted = [...issue.comments].sort((a, b) => sign * (a.created - b.created || a.id - b.id));
  const page = sorted.slice(startAt, startAt + maxResults);
  return ok(
    {
      startAt,
      maxResults,
      total: sorted.length,
      comments: page.map((comment) => shown(call, issue, comment)),
    },
    { objects: page.length },
  );
}

/** Comments by id, from any issue: a page bean, those out of sight left out. */
function byIds(call: Call): Reply {
  const { world, viewer } = call;
  const ids = textList(objectBody(call).ids, 'ids') ?? [];
  if (ids.length > 1000) throw new Refusal(400, ['At most 1000 comments can be asked for.']);
  const wanted = new Set(ids.map(Number));
  const values = world.store
    .all()
    .filter((issue) => issue.comments.length > 0 && maySeeIssue(world, viewer.accountId, issue))
    .flatMap((issue) =>
      issue.comments
        .filter((comment) => wanted.has(comment.id))
        .map((comment) => shown(call, issue, comment)),
    );
  const body = { startAt: 0, maxResults: 1000, total: values.length, isLast: true, values };
  return ok(body, { objects: values.length });
}

function find(call: Call, issue: StoredIssue): StoredComment {
  const id = call.params.commentId ?? '';
  const comment = issue.comments.find((one) => String(one.id) === id);
  if (!comment) throw notFound.comment(id);
  return comment;
}

interface CommentBody {
  readonly body: AdfDocument;
  /** undefined = not said. */
  readonly internal: boolean | undefined;
  readonly properties: Readonly<Record<string, unknown>> | undefined;
}

function readBody(call: Call): CommentBody {
  const { body, properties } = objectBody(call);
  if (!isAdf(body)) {
    throw new Refusal(400, [], {
      comment: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    });
  }
  if (properties === undefined) return { body, internal: undefined, properties: undefined };
  if (!Array.isArray(properties)) throw new Refusal(400, [], { properties: 'must be a list' });
  const entries = (properties as readonly { key: string; value: unknown }[]).map(
    ({ key, value }) => [key, value] as const,
  );
  const desk = new Map(entries).get('sd.public.comment') as { internal?: boolean } | undefined;
  return {
    body,
    internal: desk === undefined ? undefined : desk.internal === true,
    properties: Object.fromEntries(entries.filter(([key]) => key !== 'sd.public.comment')),
  };
}

function add(call: Call): Reply {
  const issue = issueOf(call);
  mustHold(call, 'ADD_COMMENTS', issue, notFound.issue());
  if (issue.comments.length >= COMMENTS_PER_ISSUE)
    throw new Refusal(413, ['The per-issue limit for comments has been breached.']);
  const given = readBody(call);
  countWrite(call, issue);
  // Those who are not agents write internally only: a reply to the customer is the agents' part.
  const project = call.world.book.project(issue.projectId) ?? null;
  const agent =
    project?.type !== 'service_desk' ||
    holds(call.world, call.viewer.accountId, 'SERVICEDESK_AGENT', project);
  const comment = addComment(
    call.world,
    issue,
    { body: given.body, internal: !agent || (given.internal ?? false), properties: given.properties ?? {} },
    { at: call.now, by: call.viewer.accountId },
  );
  return { status: 201, body: shown(call, issue, comment) };
}

function may(call: Call, comment: StoredComment, issue: StoredIssue, all: string, own: string): void {
  const project = call.world.book.project(issue.projectId) ?? null;
  const can = (permission: string): boolean => holds(call.world, call.viewer.accountId, permission, project);
  if (can(all) || (comment.author === call.viewer.accountId && can(own))) return;
  throw new Refusal(400, ['You do not have the permission for this comment.']);
}

function edit(call: Call): Reply {
  const issue = issueOf(call);
  const comment = find(call, issue);
  may(call, comment, issue, 'EDIT_ALL_COMMENTS', 'EDIT_OWN_COMMENTS');
  const { body, internal, properties } = readBody(call);
  countWrite(call, issue);
  const act = { at: call.now, by: call.viewer.accountId };
  const given = {
    body,
    ...(internal === undefined ? {} : { internal }),
    ...(properties ? { properties } : {}),
  };
  return ok(shown(call, issue, changeComment(call.world, issue, comment, given, act)));
}

function remove(call: Call): Reply {
  const issue = issueOf(call);
  const comment = find(call, issue);
  may(call, comment, issue, 'DELETE_ALL_COMMENTS', 'DELETE_OWN_COMMENTS');
  countWrite(call, issue);
  dropComment(call.world, issue, comment, { at: call.now, by: call.viewer.accountId });
  return done;
}

function get(call: Call): Reply {
  const issue = issueOf(call);
  return ok(shown(call, issue, find(call, issue)), { objects: 1 });
}

const one = '/rest/api/3/issue/:id/comment/:commentId';

export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: '/rest/api/3/issue/:id/comment', scope: 'read:jira-work', handle: list },
  { method: 'POST', path: '/rest/api/3/issue/:id/comment', scope: 'write:jira-work', handle: add },
  { method: 'POST', path: '/rest/api/3/comment/list', scope: 'read:jira-work', handle: byIds },
  { method: 'GET', path: one, scope: 'read:jira-work', handle: get },
  { method: 'PUT', path: one, scope: 'write:jira-work', handle: edit },
  { method: 'DELETE', path: one, scope: 'write:jira-work', handle: remove },
];
