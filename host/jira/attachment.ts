import { jiraDate } from './jira-date';
import { renderUser } from './render-user';
import type { StoredAttachment, StoredIssue } from './stored-issue';
import { noteWrite, type World } from './world';
import type { Act } from './write-issue';

/** What is kept of a file: all but its content. */
export interface GivenFile {
  readonly fileName: string;
  readonly mimeType?: string;
  readonly size?: number;
}

export function addAttachment(
  world: World,
  issue: StoredIssue,
  { fileName, mimeType = 'application/octet-stream', size = 0 }: GivenFile,
  act: Act,
): StoredAttachment {
  const attachment: StoredAttachment = {
    id: world.store.nextAttachmentId(),
    fileName,
    mimeType,
    size,
    author: act.by,
    created: act.at,
  };
  issue.attachments = [...(issue.attachments ?? []), attachment];
  const id = String(attachment.id);
  issue.histories.push({
    id: world.store.nextHistoryId(),
    author: act.by,
    at: act.at,
    items: [
      {
        field: 'Attachment',
        fieldtype: 'jira',
        fieldId: 'attachment',
        from: null,
        fromString: null,
        to: id,
        toString: fileName,
      },
    ],
  });
  issue.updated = Math.max(issue.updated, act.at);
  noteWrite(world, issue);
  return attachment;
}

/** `Attachment`. */
export function renderAttachment(
  world: World,
  attachment: StoredAttachment,
  zone: string,
): Record<string, unknown> {
  const { book } = world;
  const self = `${book.restBase}/rest/api/3/attachment/${attachment.id}`;
  return {
    self,
    id: String(attachment.id),
    filename: attachment.fileName,
    author: renderUser(book, attachment.author),
    created: jiraDate(attachment.created, zone),
    size: attachment.size,
    mimeType: attachment.mimeType,
    content: `${book.restBase}/rest/api/3/attachment/content/${attachment.id}`,
  };
}
