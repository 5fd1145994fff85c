/**
 * A field's value as it is kept: ids, never names. Text and ADF fields keep what was given; dates are
 * `yyyy-MM-dd`; datetimes epoch ms; single choices and people an id; lists an array of ids. null = not set.
 */
export type StoredValue = string | number | null | readonly string[] | AdfDocument;

/** Atlassian Document Format. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly unknown[];
}

/** One item of a changelog entry, in Jira's own form. `fieldId` is absent where Jira leaves it out. */
export interface ChangeItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface StoredHistory {
  readonly id: number;
  /** null = anonymous or deleted account. */
  readonly author: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly items: readonly ChangeItem[];
}

export interface StoredComment {
  readonly id: number;
  readonly author: string | null;
  readonly updateAuthor: string | null;
  readonly body: AdfDocument;
  readonly created: number;
  readonly updated: number;
  readonly internal: boolean;
  /** Other comment properties than `sd.public.comment`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A link between two issues: `from` says "causes", `to` says "is caused by". Both are issue ids. */
export interface StoredLink {
  readonly id: number;
  /** Id of the link type. */
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** A file at an issue, without its content. */
export interface StoredAttachment {
  readonly id: number;
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
  readonly author: string;
  readonly created: number;
}

/** An issue. `fields` is replaced, never changed in place, so that the search index may keep an older one. */
export interface StoredIssue {
  readonly id: number;
  key: string;
  projectId: string;
  /** Keys it had before it was moved; they go on resolving. */
  formerKeys: readonly string[];
  readonly created: number;
  updated: number;
  readonly creator: string;
  /** When the status changed last, epoch ms. */
  statusSince: number;
  resolvedAt: number | null;
  fields: Readonly<Record<string, StoredValue>>;
  /** Oldest first, ids ascending. */
  histories: StoredHistory[];
  comments: readonly StoredComment[];
  /** Absent = none. */
  attachments?: readonly StoredAttachment[];
  properties: Readonly<Record<string, unknown>>;
}
