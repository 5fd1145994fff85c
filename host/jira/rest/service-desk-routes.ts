import { adfToHtml, adfToText, textToAdf } from '../adf';
import { holds, isOnRequest, maySeeProject, maySeeRequest } from '../permissions';
import { isPublic } from '../render-comment';
import {
  renderField,
  renderJsmDate,
  renderRequestStatus,
  renderRequestType,
  serviceDeskId,
} from '../render-field';
import type { StoredComment, StoredIssue } from '../stored-issue';
import { projectOf } from '../world';
import { addComment } from '../write-comment';
import { countWrite, listParam, objectBody, type Call, type Route } from './call';
import { ok, Refusal, type Reply } from './reply';
import { maySeeDesk, pageOf, renderDesk, renderJsmUser, serviceDeskOf } from './service-desk-page';

function requestTypes(call: Call): Reply {
  const project = serviceDeskOf(call);
  const text = call.query.get('searchQuery')?.toLowerCase() ?? '';
  const all = project.requestTypes
    .filter((type) => `${type.name}\n${type.description ?? ''}`.toLowerCase().includes(text))
    .map((type) => renderRequestType(call.world.book, project, type.id));
  return pageOf(call, `servicedesk/${serviceDeskId(project)}/requesttype`, all);
}

function requestOf(call: Call): StoredIssue {
  const { world, viewer } = call;
  const issue = world.store.find(call.params.id ?? '');
  const isRequest = issue !== undefined && projectOf(world, issue).type === 'service_desk';
  if (!issue || !isRequest || !maySeeRequest(world, viewer.accountId, issue)) {
    throw new Refusal(404, [
      'The request you requested does not exist, or you do not have permission to view it.',
    ]);
  }
  return issue;
}

function getRequest(call: Call): Reply {
  const { world, zone } = call;
  const { book, catalog } = world;
  const issue = requestOf(call);
  const project = projectOf(world, issue);
  const expand = listParam(call, 'expand');
  const typeId = issue.fields[catalog.ofKind('request-type')?.id ?? ''];
  const requestTypeId = typeof typeId === 'string' ? typeId : '';
  const viewing = { book, project, zone };
  const shown = ['summary', 'description', 'priority'].flatMap((id) => catalog.get(id) ?? []);
  const portal = `${book.siteUrl}/servicedesk/customer/portal/${serviceDeskId(project)}/${issue.key}`;
  const self = `${book.restBase}/rest/servicedeskapi/request/${issue.id}`;
  return ok(
    {
      _expands: [
        'participant',
        'status',
        'sla',
        'requestType',
        'serviceDesk',
        'attachment',
        'action',
        'comment',
      ],
      issueId: String(issue.id),
      issueKey: issue.key,
      summary: String(issue.fields.summary ?? ''),
      requestTypeId,
      ...(expand.includes('requestType')
        ? { requestType: renderRequestType(book, project, requestTypeId) }
        : {}),
      serviceDeskId: serviceDeskId(project),
      ...(expand.includes('serviceDesk') ? { serviceDesk: renderDesk(call, project) } : {}),
      createdDate: renderJsmDate(issue.created, zone),
      ...(typeof issue.fields.reporter === 'string'
        ? { reporter: renderJsmUser(call, issue.fields.reporter) }
        : {}),
      requestFieldValues: shown.map((field) => ({
        fieldId: field.id,
        label: field.name,
        value: renderField(field, issue.fields[field.id] ?? null, issue, viewing),
      })),
      currentStatus: renderRequestStatus(book, issue, zone),
      _links: {
        self,
        jiraRest: `${book.restBase}/rest/api/2/issue/${issue.id}`,
        web: portal,
        agent: `${book.siteUrl}/browse/${issue.key}`,
      },
    },
    { objects: 1 },
  );
}

function renderRequestComment(
  call: Call,
  issue: StoredIssue,
  comment: StoredComment,
): Record<string, unknown> {
  const { book } = call.world;
  return {
    _expands: ['attachment', 'renderedBody'],
    id: String(comment.id),
    body: adfToText(comment.body),
    ...(listParam(call, 'expand').includes('renderedBody')
      ? { renderedBody: { html: adfToHtml(comment.body) } }
      : {}),
    public: isPublic(call.world, issue, comment),
    ...(comment.author === null ? {} : { author: renderJsmUser(call, comment.author) }),
    created: renderJsmDate(comment.created, call.zone),
    _links: { self: `${book.restBase}/rest/servicedeskapi/request/${issue.id}/comment/${comment.id}` },
  };
}

function isAgent(call: Call, issue: StoredIssue): boolean {
  return holds(call.world, call.viewer.accountId, 'SERVICEDESK_AGENT', projectOf(call.world, issue));
}

/** Customers see public comments only. */
function requestComments(call: Call): Reply {
  const issue = requestOf(call);
  const wants = (name: string): boolean => call.query.get(name) !== 'false';
  const inside = maySeeProject(call.world, call.viewer.accountId, projectOf(call.world, issue));
  const all = issue.comments
    .filter((comment) =>
      isPublic(call.world, issue, comment) ? wants('public') : wants('internal') && inside,
    )
    .map((comment) => renderRequestComment(call, issue, comment));
  return pageOf(call, `request/${issue.id}/comment`, all);
}

function addRequestComment(call: Call): Reply {
  const { world, viewer } = call;
  const issue = requestOf(call);
  const { body, public: open } = objectBody(call);
  if (typeof body !== 'string' || body.trim() === '')
    throw new Refusal(400, ['Comment body can not be empty!']);
  const agent = isAgent(call, issue);
  if (!agent && !isOnRequest(world, viewer.accountId, issue)) {
    throw new Refusal(403, ['You do not have permission to comment on this request.']);
  }
  countWrite(call, issue);
  const given = { body: textToAdf(body), internal: agent && open === false };
  const comment = addComment(world, issue, given, { at: call.now, by: viewer.accountId });
  return { status: 201, body: renderRequestComment(call, issue, comment) };
}

const base = '/rest/servicedeskapi';
const scope = 'read:servicedesk-request';

export const serviceDeskRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${base}/servicedesk`,
    scope,
    handle: (call) => {
      const desks = call.world.book.projects().filter((project) => maySeeDesk(call, project));
      return pageOf(
        call,
        'servicedesk',
        desks.map((project) => renderDesk(call, project)),
      );
    },
  },
  {
    method: 'GET',
    path: `${base}/servicedesk/:id`,
    scope,
    handle: (call) => ok(renderDesk(call, serviceDeskOf(call)), { objects: 1 }),
  },
  { method: 'GET', path: `${base}/servicedesk/:id/requesttype`, scope, handle: requestTypes },
  { method: 'GET', path: `${base}/request/:id`, scope, handle: getRequest },
  { method: 'GET', path: `${base}/request/:id/comment`, scope, handle: requestComments },
  {
    method: 'POST',
    path: `${base}/request/:id/comment`,
    scope: 'write:servicedesk-request',
    handle: addRequestComment,
  },
];
