import type { SiteData } from './site-data';
import type { StoredIssue, StoredLink } from './stored-issue';
import type { Mail } from './mail';

/** Everything a local Jira keeps, as JSON: what `save()` gives and `createLocalJira` takes. */
export interface SavedState {
  readonly format: 'local-jira';
  readonly version: 1;
  readonly site: SiteData;
  readonly nextIssueId: number;
  readonly nextHistoryId: number;
  readonly nextCommentId: number;
  /** Last issue number per project id. */
  readonly lastNumber: Readonly<Record<string, number>>;
  readonly issues: readonly StoredIssue[];
  /** Absent in states saved before there were links and attachments. */
  readonly nextLinkId?: number;
  readonly nextAttachmentId?: number;
  readonly links?: readonly StoredLink[];
  /** Entity properties of projects: project id -> key -> value. */
  readonly projectProperties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly mailbox: readonly Mail[];
}

/** Tells a saved state from site data. Throws when it was saved in a form this version cannot read. */
export function isSavedState(given: SiteData | SavedState): given is SavedState {
  if (!('format' in given)) return false;
  if (given.format !== 'local-jira' || given.version !== 1) {
    throw new Error(
      `This saved state has form ${String(given.format)} ${String(given.version)}; version 1 is read.`,
    );
  }
  return true;
}
