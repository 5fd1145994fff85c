import type { ProductEvent } from '../contract';
import type { LinkType } from './issue-link';
import { jiraDate } from './jira-date';
import { renderComment } from './render-comment';
import { renderIssueType, renderProjectRef, renderStatus } from './render-field';
import { renderUser } from './render-user';
import type { SiteProject } from './site-data';
import type { StoredComment, StoredHistory, StoredIssue, StoredLink } from './stored-issue';
import { projectOf, type World } from './world';

interface Act {
  readonly at: number;
  readonly by: string;
}

function envelope(world: World, eventType: string, { at, by }: Act): ProductEvent {
  return {
    eventType,
    selfGenerated: by === world.book.appAccountId,
    // Jira's timestamp is the moment it notices, a little after the fact; here it is the fact's.
    timestamp: String(at),
    atlassianId: by,
  };
}

/** The few fields of an issue that Jira puts into events: no priority, no custom fields. */
function eventIssue(world: World, issue: StoredIssue): Record<string, unknown> {
  const { book } = world;
  const project = projectOf(world, issue);
  const person = (id: unknown): unknown =>
    id === null || id === undefined ? null : renderUser(book, String(id));
  const status = book.status(String(issue.fields.status));
  return {
    id: String(issue.id),
    key: issue.key,
    fields: {
      summary: issue.fields.summary ?? '',
      issuetype: renderIssueType(book, project, String(issue.fields.issuetype)),
      creator: person(issue.creator),
      created: jiraDate(issue.created, book.timeZone),
      project: renderProjectRef(book, project),
      reporter: person(issue.fields.reporter),
      assignee: person(issue.fields.assignee),
      updated: jiraDate(issue.updated, book.timeZone),
      status: status ? renderStatus(book, status) : null,
    },
  };
}

function people(issue: StoredIssue, by: string): readonly { accountId: string }[] {
  const ids = [by, issue.fields.reporter, issue.fields.assignee].filter(
    (id): id is string => typeof id === 'string',
  );
  return [...new Set(ids)].map((accountId) => ({ accountId }));
}

export function sendCreated(world: World, issue: StoredIssue, act: Act): void {
  world.sender.send({
    ...envelope(world, 'avi:jira:created:issue', act),
    issue: eventIssue(world, issue),
    associatedUsers: people(issue, act.by),
  });
}

/** `updated`, and before it `assigned` when the assignee changed: both tell of the same change. */
export function sendUpdated(world: World, issue: StoredIssue, history: StoredHistory, act: Act): void {
  const touched = (fieldId: string): StoredHistory['items'][number] | undefined =>
    history.items.find((item) => item.fieldId === fieldId);
  const body = {
    issue: eventIssue(world, issue),
    changelog: { id: String(history.id), items: history.items },
    associatedUsers: people(issue, act.by),
  };
  if (touched('assignee')) {
    world.sender.send({ ...envelope(world, 'avi:jira:assigned:issue', act), ...body });
  }
  const status = touched('status');
  const named = [status?.from, status?.to].map((id) => (id ? world.book.status(id) : undefined));
  world.sender.send({
    ...envelope(world, 'avi:jira:updated:issue', act),
    ...body,
    jiraEventTypeName: eventTypeName(world, history),
    ...(status
      ? { associatedStatuses: named.flatMap((one) => (one ? [renderStatus(world.book, one)] : [])) }
      : {}),
  });
}

function eventTypeName(world: World, history: StoredHistory): string {
  const has = (field: string): StoredHistory['items'][number] | undefined =>
    history.items.find((item) => item.fieldId === field || item.field === field);
  if (has('Key')) return 'issue_moved';
  const status = has('status');
  if (status) {
    const category = (id: string | null): string | undefined =>
      id ? world.book.status(id)?.category : undefined;
    if (category(status.to) === 'done') return 'issue_resolved';
    if (category(status.from) === 'done') return 'issue_reopened';
    return 'issue_generic';
  }
  return has('assignee') ? 'issue_assigned' : 'issue_updated';
}

/** `commented` tells of new and of edited comments alike. */
export function sendCommented(world: World, issue: StoredIssue, comment: StoredComment, act: Act): void {
  world.sender.send({
    ...envelope(world, 'avi:jira:commented:issue', act),
    issue: eventIssue(world, issue),
    comment: renderComment(world, issue, comment, world.book.timeZone),
    associatedUsers: people(issue, act.by),
  });
}

export function sendCommentDeleted(world: World, issue: StoredIssue, comment: StoredComment, act: Act): void {
  world.sender.send({
    ...envelope(world, 'avi:jira:deleted:comment', act),
    issue: eventIssue(world, issue),
    comment: renderComment(world, issue, comment, world.book.timeZone),
  });
}

export function sendIssueDeleted(world: World, issue: StoredIssue, act: Act): void {
  world.sender.send({
    ...envelope(world, 'avi:jira:deleted:issue', act),
    issue: eventIssue(world, issue),
    associatedUsers: people(issue, act.by),
  });
}

/** The ids of both ends and the type: all that Jira says of a link. */
export function sendLinked(
  world: World,
  what: 'created' | 'deleted',
  link: StoredLink,
  type: LinkType,
  act: Act,
): void {
  world.sender.send({
    ...envelope(world, `avi:jira:${what}:issuelink`, act),
    id: String(link.id),
    sourceIssueId: String(link.from),
    destinationIssueId: String(link.to),
    issueLinkType: {
      id: type.id,
      name: type.name,
      inwardDescription: type.inward,
      outwardDescription: type.outward,
    },
  });
}

export function sendProjectDeleted(world: World, project: SiteProject, act: Act): void {
  world.sender.send({
    ...envelope(world, 'avi:jira:deleted:project', act),
    project: renderProjectRef(world.book, project),
  });
}
