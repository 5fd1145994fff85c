import { adfToText, isAdf } from './adf';
import type { FieldInfo } from './field-catalog';
import { shownDay, shownInstant } from './jira-date';
import type { SiteBook } from './site-book';
import type { SiteProject } from './site-data';
import type { ChangeItem, StoredValue } from './stored-issue';

/** The name people saw for one id of a choice, person or list element at this moment. */
export function nameOf(field: FieldInfo, id: string, book: SiteBook, project: SiteProject): string {
  switch (field.kind) {
    case 'status':
      return book.status(id)?.name ?? id;
    case 'priority':
      return book.priorities.find((one) => one.id === id)?.name ?? id;
    case 'resolution':
      return book.resolutions.find((one) => one.id === id)?.name ?? id;
    case 'issuetype':
      return project.issueTypes.find((one) => one.id === id)?.name ?? id;
    case 'request-type':
      return project.requestTypes.find((one) => one.id === id)?.name ?? id;
    case 'security':
      return project.securityLevels?.find((one) => one.id === id)?.name ?? id;
    case 'components':
      return project.components.find((one) => one.id === id)?.name ?? id;
    case 'organizations':
      return book.organization(id)?.name ?? id;
    case 'select':
    case 'multi-select':
      return field.custom?.options?.find((one) => one.id === id)?.value ?? id;
    case 'user':
    case 'multi-user':
    case 'participants':
      return book.user(id)?.displayName ?? id;
    default:
      return id;
  }
}

const asList = (value: StoredValue): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

/** Same value? Lists compare element by element. */
export function sameValue(a: StoredValue, b: StoredValue): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The changelog items Jira writes when `field` goes from one value to another; none when they are the same. */
export function changeItems(
  field: FieldInfo,
  before: StoredValue,
  after: StoredValue,
  book: SiteBook,
  project: SiteProject,
): readonly ChangeItem[] {
  if (sameValue(before, after)) return [];
  if (field.kind === 'components') return componentItems(field, asList(before), asList(after), book, project);
  const [from, fromString] = logged(field, before, book, project);
  const [to, toString] = logged(field, after, book, project);
  return [item(field, from, fromString, to, toString)];
}

function item(
  field: FieldInfo,
  from: string | null,
  fromString: string | null,
  to: string | null,
  toString: string | null,
): ChangeItem {
  const fieldtype = field.custom === null ? 'jira' : 'custom';
  return { field: field.logName, fieldtype, fieldId: field.id, from, fromString, to, toString };
}

/** Components are logged one item per element that came or went. */
function componentItems(
  field: FieldInfo,
  before: readonly string[],
  after: readonly string[],
  book: SiteBook,
  project: SiteProject,
): readonly ChangeItem[] {
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id));
  return [
    ...gone.map((id) => item(field, id, nameOf(field, id, book, project), null, null)),
    ...come.map((id) => item(field, null, null, id, nameOf(field, id, book, project))),
  ];
}

type Logged = readonly [machine: string | null, shown: string | null];

function logged(field: FieldInfo, value: StoredValue, book: SiteBook, project: SiteProject): Logged {
  if (field.kind === 'labels') return [null, asList(value).join(' ')];
  if (Array.isArray(value)) {
    if (value.length === 0) return [null, null];
    const names = (value as readonly string[]).map((id) => nameOf(field, id, book, project));
    return [`[${value.join(', ')}]`, names.join(field.kind === 'organizations' ? ', ' : ',')];
  }
  if (value === null) return [null, null];
  if (isAdf(value)) return [null, adfToText(value)];
  switch (field.kind) {
    case 'text':
    case 'number':
    case 'satisfaction':
      return [null, String(value)];
    case 'date':
      return [String(value), field.custom ? shownDay(String(value)) : `${String(value)} 00:00:00.0`];
    case 'datetime':
      return [
        new Date(Number(value)).toISOString().replace('.000Z', '+0000').replace('Z', '+0000'),
        shownInstant(Number(value), book.timeZone),
      ];
    default:
      return [String(value), nameOf(field, String(value), book, project)];
  }
}
