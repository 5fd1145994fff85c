import type { FieldName } from './jira-names';

/** How a field may be asked for in a rule. */
export type FieldKind =
  | 'status'
  | 'status-category'
  | 'priority'
  | 'resolution'
  | 'issue-type'
  | 'project'
  | 'request-type'
  | 'user'
  | 'choice'
  | 'label'
  | 'text'
  | 'number'
  | 'date'
  | 'unsupported';

const SYSTEM_KINDS: Readonly<Record<string, FieldKind>> = {
  status: 'status',
  statusCategory: 'status-category',
  priority: 'priority',
  resolution: 'resolution',
  issuetype: 'issue-type',
  project: 'project',
  assignee: 'user',
  reporter: 'user',
  labels: 'label',
  components: 'choice',
  summary: 'text',
  created: 'date',
  duedate: 'date',
};

const CUSTOM_KINDS: Readonly<Record<string, FieldKind>> = {
  'sd-customerrequesttype': 'request-type',
  string: 'text',
  number: 'number',
  date: 'date',
  datetime: 'date',
  option: 'choice',
  user: 'user',
  'array of option': 'choice',
  'array of user': 'user',
  'array of sd-customerorganization': 'choice',
};

/** Custom fields with options, whatever their schema says of the type. */
const PICKED = /:(select|radiobuttons|multiselect|multicheckboxes)$/;

/** The kind of a field by Jira's schema; `unsupported` where its past values cannot be asked for. */
export function fieldKind({ id, schema }: FieldName): FieldKind {
  const systemName = schema?.system ?? (schema?.custom === undefined ? id : undefined);
  if (systemName !== undefined && SYSTEM_KINDS[systemName]) return SYSTEM_KINDS[systemName];
  if (schema === null || schema.system !== undefined) return 'unsupported';
  if (schema.custom !== undefined && PICKED.test(schema.custom)) return 'choice';
  const type = schema.type === 'array' ? `array of ${schema.items}` : schema.type;
  return CUSTOM_KINDS[type] ?? 'unsupported';
}
