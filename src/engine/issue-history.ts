import type { FieldId, FieldValue } from './field-value';
import type { Instant } from './instant';

/** On whose side somebody acted. Decided when the history is read, per issue (design.md, Semantics). */
export type Side = 'provider' | 'customer' | 'automation';

export interface Actor {
  /** null = anonymous or deleted account. */
  readonly accountId: string | null;
  readonly name: string;
  readonly side: Side;
}

interface Entry {
  readonly at: Instant;
  /** Where Jira keeps it: `created`, `changelog:10001`, `comment:10203`. Items of one changelog entry share it. */
  readonly ref: string;
  readonly actor: Actor;
}

export interface CreatedEntry extends Entry {
  readonly kind: 'created';
}

export interface ChangedEntry extends Entry {
  readonly kind: 'changed';
  readonly field: FieldId;
  /** The field's name as people saw it; the id where absent. */
  readonly label?: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

export interface CommentedEntry extends Entry {
  readonly kind: 'commented';
  readonly visibility: 'public' | 'internal';
  /** True when the author is the issue's reporter, whatever side that is. */
  readonly byReporter: boolean;
}

export type HistoryEntry = CreatedEntry | ChangedEntry | CommentedEntry;

/** A place where Jira's log does not chain: `field` is logged as `found` where `expected` was the value. */
export interface HistoryGap {
  readonly at: Instant;
  readonly ref: string;
  readonly field: FieldId;
  readonly expected: FieldValue;
  readonly found: FieldValue;
}

/** Everything the engine may know of an issue: its first state and the ordered facts since. */
export interface IssueHistory {
  readonly issueId: string;
  readonly issueKey: string;
  readonly created: Instant;
  /** Field values at creation (Jira never logs them: walked back from the current ones). */
  readonly initial: Readonly<Record<FieldId, FieldValue>>;
  /** Ordered by `at`, then by Jira's numeric id, then by place in the entry; the first one is `created`. */
  readonly entries: readonly HistoryEntry[];
  readonly gaps: readonly HistoryGap[];
}
