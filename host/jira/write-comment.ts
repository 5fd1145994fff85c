import { adfToText } from './adf';
import { sendCommentDeleted, sendCommented } from './product-events';
import type { AdfDocument, ChangeItem, StoredComment, StoredIssue } from './stored-issue';
import { noteWrite, type World } from './world';
import type { Act } from './write-issue';

export function addComment(
  world: World,
  issue: StoredIssue,
  given: { body: AdfDocument; internal: boolean; properties?: Readonly<Record<string, unknown>> },
  act: Act,
): StoredComment {
  const comment: StoredComment = {
    id: world.store.nextCommentId(),
    author: act.by,
    updateAuthor: act.by,
    body: given.body,
    created: act.at,
    updated: act.at,
    internal: given.internal,
    properties: given.properties ?? {},
  };
  put(world, issue, [...issue.comments, comment], act);
  if (!act.quiet) sendCommented(world, issue, comment, act);
  return comment;
}

/** An edit keeps `created` and, unless given, whether it is internal; the changelog keeps the old text. */
export function changeComment(
  world: World,
  issue: StoredIssue,
  comment: StoredComment,
  given: { body: AdfDocument; internal?: boolean; properties?: Readonly<Record<string, unknown>> },
  act: Act,
): StoredComment {
  const edited: StoredComment = {
    ...comment,
    body: given.body,
    internal: given.internal ?? comment.internal,
    properties: given.properties ?? comment.properties,
    updated: act.at,
    updateAuthor: act.by,
  };
  log(world, issue, { comment, to: String(comment.id), toString: adfToText(given.body) }, act);
  const comments = issue.comments.map((one) => (one.id === comment.id ? edited : one));
  put(world, issue, comments, act);
  if (!act.quiet) sendCommented(world, issue, edited, act);
  return edited;
}

export function dropComment(world: World, issue: StoredIssue, comment: StoredComment, act: Act): void {
  log(world, issue, { comment, to: null, toString: null }, act);
  const comments = issue.comments.filter((one) => one.id !== comment.id);
  put(world, issue, comments, act);
  if (!act.quiet) sendCommentDeleted(world, issue, comment, act);
}

function put(world: World, issue: StoredIssue, comments: readonly StoredComment[], act: Act): void {
  issue.comments = comments;
  issue.updated = Math.max(issue.updated, act.at);
  noteWrite(world, issue);
}

/** Jira leaves a `Comment` item without `fieldId` behind. */
function log(
  world: World,
  issue: StoredIssue,
  after: { comment: StoredComment; to: string | null; toString: string | null },
  act: Act,
): void {
  const item: ChangeItem = {
    field: 'Comment',
    fieldtype: 'jira',
    from: String(after.comment.id),
    fromString: adfToText(after.comment.body),
    to: after.to,
    toString: after.toString,
  };
  issue.histories.push({ id: world.store.nextHistoryId(), author: act.by, at: act.at, items: [item] });
}
