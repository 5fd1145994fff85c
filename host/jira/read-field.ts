import { isAdf, textToAdf } from './adf';
import type { FieldInfo } from './field-catalog';
import type { FieldInput } from './local-jira-api';
import { byIdOrName, type SiteBook } from './site-book';
import type { SiteProject } from './site-data';
import type { StoredValue } from './stored-issue';

/** A value that a field does not take; `message` is what Jira says in `errors[field]`. */
export class FieldFault extends Error {}

interface Place {
  readonly book: SiteBook;
  readonly project: SiteProject;
}

/** An id, name, text, number or list of these -> the form that is kept. Throws `FieldFault`. */
export function readField(field: FieldInfo, input: FieldInput, place: Place): StoredValue {
  if (input === null || input === '') return emptyValue(field);
  switch (field.kind) {
    case 'text':
      return String(input);
    case 'textarea':
      return isAdf(input) ? input : textToAdf(String(input));
    case 'number':
      if (typeof input !== 'number' || !Number.isFinite(input))
        throw new FieldFault('Operation value must be a number');
      return input;
    case 'date':
      return readDay(input);
    case 'datetime':
      return readInstant(input);
    case 'user':
      return readUser(input, place.book);
    case 'labels':
      return [...new Set(listOf(input).map(readLabel))];
    case 'components':
      return unique(listOf(input).map((one) => choose(place.project.components, one, 'Component')));
    case 'multi-user':
    case 'participants':
      return unique(listOf(input).map((one) => readUser(one, place.book)));
    case 'organizations':
      return unique(listOf(input).map((one) => choose(place.book.organizations(), one, 'Organization')));
    case 'multi-select':
      return unique(listOf(input).map((one) => readOption(field, one)));
    case 'select':
      return readOption(field, String(input));
    case 'request-type':
      return choose(place.project.requestTypes, String(input), 'Request type');
    case 'status':
      return choose(place.project.statuses, String(input), 'Status');
    case 'issuetype':
      return choose(place.project.issueTypes, String(input), 'Issue type');
    case 'priority':
      return choose(place.book.priorities, String(input), 'Priority name');
    case 'resolution':
      return choose(place.book.resolutions, String(input), 'Resolution');
    case 'security':
      return choose(place.project.securityLevels ?? [], String(input), 'Security level');
    case 'satisfaction':
      return readRating(input);
    case 'project':
      throw new FieldFault('An issue is moved, its project is not edited');
  }
}

/** What "not set" is for the field: an empty list or null. */
export function emptyValue(field: FieldInfo): StoredValue {
  switch (field.kind) {
    case 'labels':
    case 'components':
    case 'multi-user':
    case 'multi-select':
    case 'participants':
    case 'organizations':
      return [];
    default:
      return null;
  }
}

function listOf(input: FieldInput): readonly string[] {
  return Array.isArray(input) ? (input as readonly string[]) : [String(input)];
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}

function choose(list: readonly { id: string; name: string }[], wanted: string, what: string): string {
  const found = byIdOrName(list, wanted);
  if (!found) throw new FieldFault(`${what} '${wanted}' is not valid`);
  return found.id;
}

function readOption(field: FieldInfo, wanted: string): string {
  const options = (field.custom?.options ?? []).map((option) => ({ id: option.id, name: option.value }));
  const found = byIdOrName(options, wanted);
  if (!found) throw new FieldFault(`Option value '${wanted}' is not valid`);
  return found.id;
}

function readUser(input: FieldInput, book: SiteBook): string {
  const user = typeof input === 'string' ? book.findUser(input) : undefined;
  if (!user) throw new FieldFault('Specify a valid user.');
  return user.accountId;
}

function readLabel(label: string): string {
  if (/\s/.test(label)) throw new FieldFault(`The label '${label}' contains spaces which is invalid.`);
  if (label.length > 255) throw new FieldFault('The label is longer than 255 characters.');
  return label;
}

function readRating(input: FieldInput): number {
  const rating = Number(input);
  if (![1, 2, 3, 4, 5].includes(rating)) throw new FieldFault('A rating is a whole number from 1 to 5.');
  return rating;
}

function readDay(input: FieldInput): string {
  const day = String(input);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) {
    throw new FieldFault("Operation value must be a string in the format 'yyyy-MM-dd'");
  }
  return day;
}

function readInstant(input: FieldInput): number {
  const at =
    typeof input === 'number' ? input : Date.parse(String(input).replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!Number.isFinite(at)) throw new FieldFault('Operation value must be a datetime in ISO 8601 format');
  return at;
}
