import { NOT_SET, type FieldId, type FieldItem, type FieldValue } from '../engine/field-value';
import { machineTime } from './current-value';

/** One item of a changelog entry as Jira logs it. All four values may be null or ''. */
export interface RawItem {
  readonly field?: unknown;
  readonly fieldId?: unknown;
  readonly from?: unknown;
  readonly fromString?: unknown;
  readonly to?: unknown;
  // `toString` is left out: every object has one; it is read by index and tested for being text.
}

/** Fields that are logged one item per element: added (`from` empty) or removed (`to` empty). */
export const LOGGED_BY_ELEMENT: ReadonlySet<FieldId> = new Set(['components', 'fixVersions', 'versions']);

/** What some items are called that come without a `fieldId`. */
const FIELD_BY_NAME: ReadonlyMap<string, FieldId> = new Map([
  ['component', 'components'],
  ['fix version', 'fixVersions'],
  ['version', 'versions'],
  ['due date', 'duedate'],
  ['issue type', 'issuetype'],
]);

/** Logged, but not as a value that changes from one to the next: they say nothing about a field's state. */
const NOT_A_STATE: ReadonlySet<string> = new Set([
  'comment',
  'Comment',
  'attachment',
  'Attachment',
  'link',
  'Link',
  'issuelinks',
  'remoteissuelink',
  'worklogid',
  'worklog',
  'workflow',
  'rank',
  'Rank',
  'issueparentassociation',
  'epic child',
]);

/** The field an item is about: its id, else its name in lower case; null = not about a field's state. */
export function fieldOfItem(item: RawItem): FieldId | null {
  const { field, fieldId } = item;
  if (field === 'Rank') return null;
  if (typeof fieldId === 'string' && fieldId !== '') return NOT_A_STATE.has(fieldId) ? null : fieldId;
  if (typeof field !== 'string' || field === '') return null;
  const name = field.toLowerCase();
  return NOT_A_STATE.has(name) ? null : (FIELD_BY_NAME.get(name) ?? name);
}

/**
 * How a field's values are written in the log; seen from the shape of its current value. `words`: a list
 * divided by spaces; `by-element`: an item for each element that came or went.
 */
export type LogStyle = 'plain' | 'number' | 'words' | 'rich' | 'by-element';

/** The value an item went from. */
export function valueFrom(item: RawItem, style: LogStyle): FieldValue {
  return loggedValue((item as LoggedUser).tmpFromAccountId ?? item.from, item.fromString, style);
}

/** The value an item went to. */
export function valueTo(item: RawItem, style: LogStyle): FieldValue {
  const text: unknown = item.toString;
  return loggedValue((item as LoggedUser).tmpToAccountId ?? item.to, text, style);
}

interface LoggedUser {
  readonly tmpFromAccountId?: unknown;
  readonly tmpToAccountId?: unknown;
}

function loggedValue(machine: unknown, shown: unknown, style: LogStyle): FieldValue {
  const id = typeof machine === 'string' ? machine : typeof machine === 'number' ? String(machine) : '';
  const text = typeof shown === 'string' ? shown : '';
  if (id === '') {
    if (text === '') return NOT_SET;
    if (style === 'words') return words(text);
    if (style === 'number') return [{ id: numberId(text), text }];
    return [{ id: machineTime(text), text }];
  }
  if (isList(id)) return list(id, text);
  return [{ id: machineTime(id) ?? id, text: text === '' ? null : text }];
}

/** `[10001, 10002]`, or `7, 9` as sprints are logged. */
function isList(id: string): boolean {
  if (id.charCodeAt(0) === 91) return id.charCodeAt(id.length - 1) === 93;
  if (!id.includes(',')) return false;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || code === 44 || code === 32)) return false;
  }
  return true;
}

function list(id: string, text: string): FieldValue {
  const inner = id.charCodeAt(0) === 91 ? id.slice(1, -1) : id;
  const ids = split(inner);
  const texts = split(text);
  // A name may hold a comma itself; then nobody can tell which name belongs to which id.
  const paired = texts.length === ids.length;
  return ids.map((one, i): FieldItem => ({
    id: one,
    text: paired ? (texts[i] ?? null) : ids.length === 1 ? text : null,
  }));
}

function split(joined: string): string[] {
  const parts: string[] = [];
  for (const part of joined.split(',')) {
    const trimmed = part.trim();
    if (trimmed !== '') parts.push(trimmed);
  }
  return parts;
}

function words(text: string): FieldValue {
  const items: FieldItem[] = [];
  for (const word of text.split(' ')) if (word !== '') items.push({ id: null, text: word });
  return items;
}

function numberId(text: string): string | null {
  const value = Number(text);
  return Number.isFinite(value) ? String(value) : null;
}
