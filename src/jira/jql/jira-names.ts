import type { FieldId } from '../../engine/field-value';

/** What JQL may call things on one Jira site. Plain JSON, may be stored. */
export interface JiraNames {
  /** All fields of the site: a field that is not among them does not exist. */
  readonly fields: readonly FieldName[];
  /** For each list: null = not known; then names are compared as text, as people see them. */
  readonly statuses: readonly StatusName[] | null;
  /** Highest first. */
  readonly priorities: readonly Named[] | null;
  readonly projects: readonly (Named & { readonly key: string })[] | null;
  readonly issueTypes: readonly Named[] | null;
  readonly resolutions: readonly Named[] | null;
  readonly requestTypes: readonly Named[] | null;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface StatusName extends Named {
  readonly category: StatusCategory;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done' | 'undefined';

/** A field as GET /field tells it. */
export interface FieldName {
  readonly id: FieldId;
  readonly name: string;
  /** What it is called in JQL: `cf[10010]`, `due`. */
  readonly clauseNames: readonly string[];
  readonly schema: FieldSchema | null;
}

export interface FieldSchema {
  readonly type: string;
  readonly items?: string;
  readonly system?: string;
  readonly custom?: string;
}

/** Field id under which a history that does not come from Jira keeps the request type. */
export const REQUEST_TYPE_WITHOUT_JIRA: FieldId = 'requestType';
/** Field id under which a history that does not come from Jira keeps the customer's organizations. */
export const ORGANIZATIONS_WITHOUT_JIRA: FieldId = 'organizations';

/**
 * Names that need no Jira: its system fields, and values as free text. For logs of other systems; custom
 * fields are added to `fields`.
 */
export const builtInNames: JiraNames = {
  fields: [
    system('summary', 'Summary', { type: 'string' }),
    system('project', 'Project', { type: 'project' }),
    system('issuetype', 'Issue Type', { type: 'issuetype' }, 'type'),
    system('status', 'Status', { type: 'status' }),
    system('priority', 'Priority', { type: 'priority' }),
    system('resolution', 'Resolution', { type: 'resolution' }),
    system('assignee', 'Assignee', { type: 'user' }),
    system('reporter', 'Reporter', { type: 'user' }),
    system('labels', 'Labels', { type: 'array', items: 'string' }),
    system('components', 'Components', { type: 'array', items: 'component' }, 'component'),
    system('created', 'Created', { type: 'datetime' }, 'createdDate'),
    system('duedate', 'Due date', { type: 'date' }, 'due'),
    {
      id: REQUEST_TYPE_WITHOUT_JIRA,
      name: 'Request Type',
      clauseNames: [],
      schema: { type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' },
    },
    {
      id: ORGANIZATIONS_WITHOUT_JIRA,
      name: 'Organizations',
      clauseNames: [],
      schema: { type: 'array', items: 'sd-customerorganization' },
    },
  ],
  statuses: null,
  priorities: null,
  projects: null,
  issueTypes: null,
  resolutions: null,
  requestTypes: null,
};

function system(id: FieldId, name: string, schema: FieldSchema, ...aliases: string[]): FieldName {
  return { id, name, clauseNames: [id, ...aliases], schema: { ...schema, system: id } };
}
