import type { Operand } from '../../engine/predicate';
import type { FieldClause, JqlValue } from './clause-of-field';
import type { Named, StatusCategory } from './jira-names';

/**
 * What one value of a clause stands for: by name, ignoring case, then by id, as Jira reads it. A name that
 * several share stands for all of them. null = a fault was noted.
 */
export function operandsOf(clause: FieldClause, value: JqlValue): readonly Operand[] | null {
  const { names } = clause;
  switch (clause.kind) {
    case 'status':
      return fromList(clause, value, names.statuses, 'status');
    case 'priority':
      return fromList(clause, value, names.priorities, 'priority');
    case 'resolution':
      return fromList(clause, value, names.resolutions, 'resolution');
    case 'issue-type':
      return fromList(clause, value, names.issueTypes, 'issue type');
    case 'project':
      return projects(clause, value);
    case 'request-type':
      return requestTypes(clause, value);
    case 'status-category':
      return statusesOfCategory(clause, value);
    case 'user':
      return [{ id: value.text, text: value.text }];
    case 'label':
      return [{ text: value.text }];
    default:
      return asText(value.text);
  }
}

const digits = /^\d+$/;

/** Without a list of what there is: an id if it can be one, and what people see. */
function asText(text: string): readonly Operand[] {
  return [digits.test(text) ? { id: text, text } : { text }];
}

function fromList(
  clause: FieldClause,
  value: JqlValue,
  list: readonly Named[] | null,
  what: string,
): readonly Operand[] | null {
  if (list === null) return asText(value.text);
  const found = named(list, value.text);
  if (found.length > 0) return found.map(({ id }) => ({ id }));
  return unknown(
    clause,
    value,
    what,
    list.map(({ name }) => name),
  );
}

function named<T extends Named>(list: readonly T[], text: string): readonly T[] {
  const wanted = text.toLowerCase();
  const byName = list.filter(({ name }) => name.toLowerCase() === wanted);
  return byName.length > 0 ? byName : list.filter(({ id }) => id === text);
}

function projects(clause: FieldClause, value: JqlValue): readonly Operand[] | null {
  const { projects: list } = clause.names;
  if (list === null) return asText(value.text);
  const wanted = value.text.toLowerCase();
  const byKey = list.filter(({ key }) => key.toLowerCase() === wanted);
  const found = byKey.length > 0 ? byKey : named(list, value.text);
  if (found.length > 0) return found.map(({ id }) => ({ id }));
  return unknown(
    clause,
    value,
    'project',
    list.map(({ key }) => key),
  );
}

/**
 * Jira offers request types as "Get IT help (SUP)". How their changes are logged is not documented, so an
 * entry may match by id or by name.
 */
function requestTypes(clause: FieldClause, value: JqlValue): readonly Operand[] | null {
  const bare = value.text.replace(/ \([A-Z][A-Z0-9_]*\)$/, '');
  const { requestTypes: list } = clause.names;
  if (list === null) return bare === value.text ? asText(bare) : [{ text: value.text }, { text: bare }];
  const exact = named(list, value.text);
  const found = exact.length > 0 ? exact : named(list, bare);
  if (found.length > 0) return found.map(({ id, name }) => ({ id, text: name }));
  return unknown(
    clause,
    value,
    'request type',
    list.map(({ name }) => name),
  );
}

const CATEGORIES: Readonly<Record<string, StatusCategory>> = {
  'no category': 'undefined',
  undefined: 'undefined',
  '1': 'undefined',
  'to do': 'new',
  new: 'new',
  '2': 'new',
  'in progress': 'indeterminate',
  indeterminate: 'indeterminate',
  '4': 'indeterminate',
  done: 'done',
  '3': 'done',
};

/** The statuses that are in the category now, while the rule is saved. */
function statusesOfCategory(clause: FieldClause, value: JqlValue): readonly Operand[] | null {
  const category = CATEGORIES[value.text.toLowerCase()];
  if (category === undefined)
    return unknown(clause, value, 'status category', ['To Do', 'In Progress', 'Done']);
  const { statuses } = clause.names;
  if (statuses === null) {
    return clause.faults.add(
      value,
      'Which statuses are in a category only Jira can tell, and this log does not come from Jira.',
      'Name the statuses: status in (…).',
    );
  }
  return statuses.filter((status) => status.category === category).map(({ id }) => ({ id }));
}

function unknown(clause: FieldClause, value: JqlValue, what: string, known: readonly string[]): null {
  const some = [...new Set(known)].slice(0, 8);
  const rest = new Set(known).size - some.length;
  return clause.faults.add(
    value,
    `There is no ${what} “${value.text}”.`,
    `Write one of: ${some.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
  );
}
