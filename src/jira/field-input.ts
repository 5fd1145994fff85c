import { route } from '@forge/api';
import type { FieldSchema } from './jql/jira-names';
import { isObject } from './raw-issue';
import { readList } from './read-pages';

/** The schema of a field; null = this site has no such field any more. Throws `JiraError`. */
export async function readFieldSchema(fieldId: string): Promise<FieldSchema | null> {
  const fields = await readList(route`/rest/api/3/field`, { as: 'app' });
  const schema = fields.find(({ id }) => id === fieldId)?.['schema'];
  return isObject(schema) && typeof schema['type'] === 'string' ? (schema as unknown as FieldSchema) : null;
}

/** Types whose values Jira takes by name. */
const BY_NAME: ReadonlySet<string> = new Set([
  'component',
  'group',
  'issuetype',
  'priority',
  'resolution',
  'securitylevel',
  'version',
]);

/**
 * A value as people see it, in the shape in which Jira takes it; of fields of several values, the only one.
 * null = such a field cannot be written.
 *
 * @example fieldInput({ type: 'option' }, 'Europe') // { value: 'Europe' }
 */
export function fieldInput(schema: FieldSchema, value: string): unknown {
  if (schema.type === 'array') {
    const one = schema.items === undefined ? null : inputOf(schema.items, value);
    return one === null ? null : [one];
  }
  if (schema.type === 'string' && isLongText(schema)) {
    return {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
    };
  }
  return inputOf(schema.type, value);
}

function inputOf(type: string, value: string): unknown {
  if (BY_NAME.has(type)) return { name: value };
  switch (type) {
    case 'string':
    case 'date':
    case 'datetime':
      return value;
    case 'number':
      return Number.isFinite(Number(value)) ? Number(value) : null;
    case 'option':
      return { value };
    case 'user':
      return { accountId: value };
    default:
      return null;
  }
}

function isLongText({ system, custom }: FieldSchema): boolean {
  return system === 'description' || system === 'environment' || (custom ?? '').endsWith(':textarea');
}
