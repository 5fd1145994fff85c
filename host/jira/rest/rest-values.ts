import { isAdf } from '../adf';
import type { FieldInfo } from '../field-catalog';
import type { FieldInput } from '../local-jira-api';
import { FieldFault, readField } from '../read-field';
import type { SiteProject } from '../site-data';
import type { StoredIssue, StoredValue } from '../stored-issue';
import type { World } from '../world';
import { Refusal } from './reply';

const LISTS = new Set([
  'labels',
  'components',
  'multi-user',
  'multi-select',
  'participants',
  'organizations',
]);

/** `{id}`, `{name}`, `{accountId}`, `{value}` -> its text; plain values stay. Throws `FieldFault`. */
function plain(given: unknown): FieldInput {
  if (given === null || typeof given === 'string' || typeof given === 'number') return given;
  if (typeof given !== 'object') throw new FieldFault('data was not of the expected type');
  const { id, accountId, name, value } = given as Record<string, unknown>;
  const found = accountId ?? id ?? name ?? value;
  if (typeof found === 'string' || typeof found === 'number') return String(found);
  if (found === null) return null;
  throw new FieldFault('data was not of the expected type');
}

/** A value of `fields` as REST gives it -> what is kept. Throws `FieldFault`. */
export function readRestValue(
  world: World,
  project: SiteProject,
  field: FieldInfo,
  given: unknown,
): StoredValue {
  const place = { book: world.book, project };
  if (field.kind === 'textarea') {
    if (given !== null && !isAdf(given))
      throw new FieldFault(
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    return readField(field, given, place);
  }
  if (LISTS.has(field.kind)) {
    if (given === null) return readField(field, null, place);
    if (!Array.isArray(given)) throw new FieldFault('data was not an array');
    return readField(
      field,
      given.map((one) => String(plain(one))),
      place,
    );
  }
  const input = plain(given);
  if (field.kind === 'text' && typeof input !== 'string' && input !== null) {
    throw new FieldFault('Operation value must be a string');
  }
  if (field.id === 'summary') return readSummary(input);
  return readField(field, input, place);
}

function readSummary(input: FieldInput): string {
  if (typeof input !== 'string' || input.trim() === '')
    throw new FieldFault('You must specify a summary of the issue.');
  if (input.length > 255) throw new FieldFault('Summary must be less than 255 characters.');
  if (/[\r\n]/.test(input))
    throw new FieldFault('The summary is invalid because it contains newline characters.');
  return input;
}

const NOT_EDITABLE = new Set(['status', 'resolution']);

/**
 * `fields` and `update` of a request -> values; all faults at once in Jira's `errors`. `onTransition` lets the
 * resolution through; the project, the status and derived fields never are.
 */
export function readValues(
  world: World,
  project: SiteProject,
  body: Readonly<Record<string, unknown>>,
  before: StoredIssue | null,
  onTransition = false,
): Map<FieldInfo, StoredValue> {
  const values = new Map<FieldInfo, StoredValue>();
  const errors: Record<string, string> = {};
  const take = (id: string, read: (field: FieldInfo) => StoredValue): void => {
    const field = world.catalog.get(id);
    const closed =
      (NOT_EDITABLE.has(id) && !(onTransition && id === 'resolution')) || field?.kind === 'satisfaction';
    if (!field || closed) {
      errors[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
      return;
    }
    try {
      values.set(field, read(field));
    } catch (fault) {
      if (!(fault instanceof FieldFault)) throw fault;
      errors[id] = fault.message;
    }
  };
  for (const [id, given] of Object.entries(section(body, 'fields'))) {
    if (before === null && id === 'project') continue;
    take(id, (field) => readRestValue(world, project, field, given));
  }
  for (const [id, verbs] of Object.entries(section(body, 'update'))) {
    if (id === 'comment') continue;
    take(id, (field) =>
      applyVerbs(world, project, field, verbs, values.get(field) ?? before?.fields[id] ?? null),
    );
  }
  if (Object.keys(errors).length > 0) throw new Refusal(400, [], errors);
  return values;
}

function section(body: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const given = body[name];
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw new Refusal(400, [`'${name}' must be an object.`]);
  return given as Record<string, unknown>;
}

/** `[{"add": "x"}, {"remove": "y"}, {"set": [...]}]`. */
function applyVerbs(
  world: World,
  project: SiteProject,
  field: FieldInfo,
  verbs: unknown,
  start: StoredValue,
): StoredValue {
  if (!Array.isArray(verbs)) throw new FieldFault('data was not an array');
  let value = start;
  for (const verb of verbs as readonly Record<string, unknown>[]) {
    if ('set' in verb) {
      value = readRestValue(world, project, field, verb.set);
      continue;
    }
    const list: readonly string[] = Array.isArray(value) ? (value as readonly string[]) : [];
    const given = 'add' in verb ? verb.add : verb.remove;
    if (!LISTS.has(field.kind) || given === undefined)
      throw new FieldFault('Operation is not supported by this field');
    const changed = readRestValue(world, project, field, [given]) as readonly string[];
    value =
      'add' in verb ? [...new Set([...list, ...changed])] : list.filter((one) => !changed.includes(one));
  }
  return value;
}
