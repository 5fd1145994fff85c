import { adfToHtml } from './adf';
import { jiraDate } from './jira-date';
import { renderUser } from './render-user';
import type { StoredComment, StoredIssue } from './stored-issue';
import { projectOf, type World } from './world';

export interface CommentExtras {
  readonly properties?: boolean;
  readonly renderedBody?: boolean;
}

/** Is the comment seen by the customer? Outside service projects Jira says so of every comment. */
export function isPublic(world: World, issue: StoredIssue, comment: StoredComment): boolean {
  return projectOf(world, issue).type !== 'service_desk' || !comment.internal;
}

/** `Comment` of the platform API. */
export function renderComment(
  world: World,
  issue: StoredIssue,
  comment: StoredComment,
  zone: string,
  extras: CommentExtras = {},
): Record<string, unknown> {
  const { book } = world;
  const isDesk = projectOf(world, issue).type === 'service_desk';
  const properties = [
    ...(isDesk ? [{ key: 'sd.public.comment', value: { internal: comment.internal } }] : []),
    ...Object.entries(comment.properties).map(([key, value]) => ({ key, value })),
  ];
  return {
    self: `${book.restBase}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: String(comment.id),
    ...(comment.author === null ? {} : { author: renderUser(book, comment.author) }),
    body: comment.body,
    ...(extras.renderedBody ? { renderedBody: adfToHtml(comment.body) } : {}),
    ...(comment.updateAuthor === null ? {} : { updateAuthor: renderUser(book, comment.updateAuthor) }),
    created: jiraDate(comment.created, zone),
    updated: jiraDate(comment.updated, zone),
    jsdPublic: isPublic(world, issue, comment),
    ...(isDesk ? { jsdAuthorCanSeeRequest: true } : {}),
    ...(extras.properties ? { properties } : {}),
  };
}
