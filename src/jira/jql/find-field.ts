import type { FieldId } from '../../engine/field-value';
import type { FieldName, JiraNames } from './jira-names';

/** Names JQL has for system fields whatever the site's language. */
const ALIASES: Readonly<Record<string, string>> = {
  type: 'issuetype',
  'issue type': 'issuetype',
  issuetype: 'issuetype',
  due: 'duedate',
  'due date': 'duedate',
  component: 'components',
  createddate: 'created',
};

const STATUS_CATEGORY: FieldName = {
  id: 'statusCategory',
  name: 'Status Category',
  clauseNames: ['statusCategory'],
  schema: { type: 'statusCategory', system: 'statusCategory' },
};

/**
 * The fields a name stands for in JQL, ignoring case: by clause name (`cf[10010]`, `due`), id or name.
 * A system field wins over custom ones of its name; several custom fields can share one.
 */
export function findFields(name: string, names: JiraNames): readonly FieldName[] {
  const wanted = name.trim().toLowerCase();
  if (wanted === 'statuscategory') return [STATUS_CATEGORY];
  const system = ALIASES[wanted] ?? wanted;
  const byId = names.fields.find((field) => field.id.toLowerCase() === system);
  if (byId) return [byId];
  const custom = /^cf\[(\d+)\]$/.exec(wanted);
  if (custom) return names.fields.filter((field) => field.id === `customfield_${custom[1]}`);
  const found = names.fields.filter(
    (field) =>
      field.name.toLowerCase() === wanted ||
      field.clauseNames.some((clause) => clause.toLowerCase() === wanted),
  );
  if (found.length > 1) {
    const own = found.filter((field) => field.schema?.system !== undefined);
    if (own.length > 0) return own.slice(0, 1);
  }
  if (found.length === 0 && wanted === 'request type') return names.fields.filter(isRequestType);
  if (found.length === 0 && wanted === 'organizations') return names.fields.filter(isOrganizations);
  return found;
}

/** The id of the one field of this name (ignoring case), clause name or id; undefined for none or several. */
export function fieldIdOf(name: string, names: JiraNames): FieldId | undefined {
  const found = findFields(name, names);
  return found.length === 1 ? found[0]?.id : undefined;
}

const isRequestType = ({ schema }: FieldName) => schema?.custom === 'com.atlassian.servicedesk:vp-origin';
const isOrganizations = ({ schema }: FieldName) => schema?.items === 'sd-customerorganization';
