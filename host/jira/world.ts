import type { Clock } from '../clock';
import type { EventSender } from './event-sender';
import type { FieldCatalog } from './field-catalog';
import type { IssueStore } from './issue-store';
import type { EntityProperty } from './local-jira-api';
import type { Mail } from './mail';
import type { SearchIndex } from './search-index';
import type { SiteBook } from './site-book';
import type { SiteProject } from './site-data';
import type { StoredIssue } from './stored-issue';

/** The parts of one local Jira, as its reading and writing files see them. */
export interface World {
  readonly clock: Clock;
  readonly book: SiteBook;
  readonly catalog: FieldCatalog;
  readonly store: IssueStore;
  readonly index: SearchIndex;
  readonly sender: EventSender;
  readonly entityProperties: readonly EntityProperty[];
  readonly mailbox: Mail[];
  readonly listeners: Set<(change: { issueKey: string; issueId: string }) => void>;
}

/** The project of an issue. */
export function projectOf(world: World, issue: { readonly projectId: string }): SiteProject {
  const project = world.book.project(issue.projectId);
  if (!project) throw new Error(`Project ${issue.projectId} is gone but has issues.`);
  return project;
}

/** Call after every write: search learns of it after its lag, listeners at once. */
export function noteWrite(world: World, issue: StoredIssue): void {
  world.index.note(issue);
  for (const listener of world.listeners) listener({ issueKey: issue.key, issueId: String(issue.id) });
}
