import { NOT_SET, type FieldItem, type FieldValue } from '../engine/field-value';
import { adfText, isAdf } from './adf-text';
import { isJiraDate, readJiraTime } from './jira-time';
import { isObject } from './raw-issue';

/**
 * The value of a field as `fields` of an issue holds it, whatever its type: status, user, option, request
 * type, organizations, labels, number, date, text, ADF. Something without an id or a name (a count, an SLA)
 * is not a value rules can ask for: not set.
 *
 * currentValue({ id: '10004', name: 'To Do' }) //=> [{ id: '10004', text: 'To Do' }]
 */
export function currentValue(raw: unknown): FieldValue {
  if (raw === null || raw === undefined) return NOT_SET;
  if (Array.isArray(raw)) {
    const items: FieldItem[] = [];
    for (const element of raw) items.push(...currentValue(element));
    return items;
  }
  if (typeof raw === 'string') return textValue(raw);
  if (typeof raw === 'number') return [{ id: String(raw), text: String(raw) }];
  if (typeof raw !== 'object') return NOT_SET;
  return isAdf(raw) ? plain(adfText(raw)) : objectValue(raw as Record<string, unknown>);
}

/** Text of a field: dates keep their machine form as id, date-times as UTC, so that the reader's zone is gone. */
export function textValue(text: string): FieldValue {
  if (text === '') return NOT_SET;
  const id = machineTime(text);
  return id === null ? [{ id: null, text }] : [{ id, text }];
}

/** `yyyy-MM-dd` as it is, a date-time in UTC, null for any other text. */
export function machineTime(text: string): string | null {
  if (text.length < 10 || text.length > 35 || text.charCodeAt(4) !== 45) return null;
  if (isJiraDate(text)) return text;
  const at = readJiraTime(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function objectValue(raw: Record<string, unknown>): FieldValue {
  const requestType = raw['requestType'];
  if (isObject(requestType)) return objectValue(requestType);
  const id = raw['accountId'] ?? raw['id'] ?? raw['groupId'] ?? raw['key'];
  const text = raw['displayName'] ?? raw['name'] ?? raw['value'] ?? raw['title'] ?? raw['key'];
  if (text === undefined || (raw['completedCycles'] !== undefined && raw['_links'] !== undefined))
    return NOT_SET;
  const own: FieldItem = { id: id === undefined || id === '' ? null : String(id), text: String(text) };
  // A cascading select: a rule may ask for the parent or for the child.
  return isObject(raw['child']) ? [own, ...objectValue(raw['child'])] : [own];
}

function plain(text: string): FieldValue {
  return text === '' ? NOT_SET : [{ id: null, text }];
}
