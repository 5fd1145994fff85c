import { adfToText, isAdf } from '../adf';
import type { FieldInfo } from '../field-catalog';
import { dayIn } from '../jira-date';
import type { IndexedIssue } from '../search-index';
import { dateFunction, dateOperand } from './jql-dates';
import { JqlFault } from './jql-fault';
import type { Asking, Scalar, SearchField } from './search-field';
import { choiceField, dateField, textField, userField } from './system-fields';

const scalars = (value: unknown): readonly Scalar[] => {
  if (Array.isArray(value)) return value as Scalar[];
  return typeof value === 'string' || typeof value === 'number' ? [value] : [];
};

/** A stored field with a day as value: days compare as days, in the viewer's zone. */
export function dayField(name: string, fieldId: string, asking: Asking): SearchField {
  return {
    name,
    read: (issue) => scalars(issue.fields[fieldId]),
    resolve: (text) => [dayIn(dateOperand(name, text, asking), asking.zone)],
    call: (fn, args) => {
      const at = dateFunction(fn, args, asking);
      if (at === null) throw new JqlFault(`Unable to find JQL function '${fn}(${args.join(', ')})'.`);
      return [dayIn(at, asking.zone)];
    },
    rank: (value) => value,
  };
}

export function numberField(name: string, read: (issue: IndexedIssue) => readonly Scalar[]): SearchField {
  return {
    name,
    read,
    resolve: (text) => {
      const number = Number(text);
      if (text.trim() === '' || !Number.isFinite(number)) {
        throw new JqlFault(`Value '${text}' for field '${name}' is not a valid number.`);
      }
      return [number];
    },
    rank: (value) => value,
  };
}

/** A custom field as JQL sees it. */
export function customField(field: FieldInfo, asking: Asking): SearchField {
  const { book } = asking.world;
  const { id, name } = field;
  const read = (issue: IndexedIssue): readonly Scalar[] => scalars(issue.fields[id]);
  switch (field.kind) {
    case 'number':
    case 'satisfaction':
      return numberField(name, read);
    case 'date':
      return dayField(name, id, asking);
    case 'datetime':
      return dateField(name, asking, (issue) => (issue.fields[id] ?? null) as number | null);
    case 'user':
    case 'multi-user':
    case 'participants':
      return userField(name, asking, read);
    case 'request-type':
      return choiceField(name, () => book.projects().flatMap((project) => project.requestTypes), read);
    case 'organizations':
      return choiceField(name, () => book.organizations(), read);
    case 'select':
    case 'multi-select': {
      const options = (field.custom?.options ?? []).map((option) => ({ id: option.id, name: option.value }));
      return choiceField(name, () => options, read);
    }
    default:
      return textField(name, (issue) => {
        const value = issue.fields[id];
        return isAdf(value) ? [adfToText(value)] : scalars(value).map(String);
      });
  }
}
