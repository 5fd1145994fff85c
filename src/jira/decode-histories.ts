import type { Instant } from '../engine/instant';
import type { RawItem } from './changelog-item';
import { readJiraTime } from './jira-time';
import { compareIds } from './numeric-id';
import { JiraShapeError, type RawIssue } from './raw-issue';

/** Somebody as a changelog entry or a comment names him; everything may be missing. */
export interface RawAuthor {
  readonly accountId?: unknown;
  readonly key?: unknown;
  readonly displayName?: unknown;
  readonly accountType?: unknown;
}

export interface Logged {
  readonly at: Instant;
  readonly id: string;
  readonly author: RawAuthor | null;
}

export interface LoggedHistory extends Logged {
  readonly items: readonly RawItem[];
}

export interface LoggedComment extends Logged {
  readonly isPublic: boolean;
}

/** The changelog in order of time, then id, each entry once. Throws `JiraShapeError`. */
export function decodeHistories(raw: RawIssue): LoggedHistory[] {
  const decoded: LoggedHistory[] = [];
  for (const history of raw.histories) {
    const { id, at, author } = decodeEntry(raw, history, 'changelog entry');
    const { items } = history as { items?: unknown };
    if (!Array.isArray(items)) throw broken(raw, `changelog entry ${id}`, 'it has no list of items');
    decoded.push({ at, id, author, items: items as readonly RawItem[] });
  }
  return inOrder(decoded);
}

/**
 * The comments in order of time, then id, each once. `created` counts, never `updated`: an edit does not move
 * a comment. Throws `JiraShapeError`.
 */
export function decodeComments(raw: RawIssue): LoggedComment[] {
  const decoded: LoggedComment[] = [];
  for (const comment of raw.comments) {
    const { id, at, author } = decodeEntry(raw, comment, 'comment');
    decoded.push({ at, id, author, isPublic: isPublic(comment as RawComment) });
  }
  return inOrder(decoded);
}

interface RawComment {
  readonly jsdPublic?: unknown;
  readonly visibility?: unknown;
  readonly properties?: unknown;
}

/** A comment for a role or a group only is not for the customer either. */
function isPublic({ jsdPublic, visibility, properties }: RawComment): boolean {
  if (jsdPublic === false || (visibility !== undefined && visibility !== null)) return false;
  if (!Array.isArray(properties)) return true;
  return !(properties as { key?: unknown; value?: { internal?: unknown } | null }[]).some(
    (property) => property.key === 'sd.public.comment' && property.value?.internal === true,
  );
}

function decodeEntry(raw: RawIssue, entry: unknown, what: string): Logged {
  if (typeof entry !== 'object' || entry === null) throw broken(raw, what, 'it is not an object');
  const { id, created, author } = entry as { id?: unknown; created?: unknown; author?: unknown };
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    throw broken(raw, what, 'it has no id');
  const at = readJiraTime(created);
  if (Number.isNaN(at))
    throw broken(raw, `${what} ${id}`, `created is ${JSON.stringify(created)}, not a time`);
  return { at, id: String(id), author: typeof author === 'object' ? (author as RawAuthor | null) : null };
}

function broken(raw: RawIssue, place: string, what: string): JiraShapeError {
  return new JiraShapeError(`Issue ${raw.key}: cannot read the ${place}: ${what}`);
}

function inOrder<T extends Logged>(entries: T[]): T[] {
  const compare = (a: T, b: T) => a.at - b.at || compareIds(a.id, b.id);
  // Pages come oldest first, an expanded changelog newest first: look before sorting.
  let ascending = true;
  let descending = true;
  for (let i = 1; i < entries.length && (ascending || descending); i++) {
    const order = compare(entries[i - 1] as T, entries[i] as T);
    if (order >= 0) ascending = false;
    if (order <= 0) descending = false;
  }
  if (ascending) return entries;
  if (descending) return entries.reverse();
  const once = new Map<string, T>();
  for (const entry of entries.sort(compare)) if (!once.has(entry.id)) once.set(entry.id, entry);
  return [...once.values()];
}
