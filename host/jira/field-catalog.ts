import type { CustomFieldKind, SiteField } from './site-data';

/** How a field's value is kept, shown, logged and searched. */
export type FieldKind =
  | CustomFieldKind
  | 'status'
  | 'priority'
  | 'resolution'
  | 'issuetype'
  | 'labels'
  | 'components'
  | 'project'
  | 'security';

/** A field that is stored with the issue. */
export interface FieldInfo {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly custom: SiteField | null;
  /** Name in the changelog's `field`. */
  readonly logName: string;
}

/** A field of `GET /field`: `FieldDetails`. */
export interface FieldDetails {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly custom: boolean;
  readonly orderable: boolean;
  readonly navigable: boolean;
  readonly searchable: boolean;
  readonly clauseNames: readonly string[];
  readonly schema: Readonly<Record<string, unknown>>;
}

const system = (id: string, name: string, kind: FieldKind, logName = id): FieldInfo => ({
  id,
  name,
  kind,
  custom: null,
  logName,
});

const STORED_SYSTEM: readonly FieldInfo[] = [
  system('summary', 'Summary', 'text'),
  system('description', 'Description', 'textarea'),
  system('status', 'Status', 'status'),
  system('priority', 'Priority', 'priority'),
  system('resolution', 'Resolution', 'resolution'),
  system('issuetype', 'Issue Type', 'issuetype'),
  system('assignee', 'Assignee', 'user'),
  system('reporter', 'Reporter', 'user'),
  system('labels', 'Labels', 'labels'),
  system('components', 'Components', 'components', 'Component'),
  system('duedate', 'Due date', 'date'),
  system('security', 'Security Level', 'security'),
];

const SYSTEM_TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  summary: { type: 'string' },
  description: { type: 'string' },
  status: { type: 'status' },
  priority: { type: 'priority' },
  resolution: { type: 'resolution' },
  issuetype: { type: 'issuetype' },
  assignee: { type: 'user' },
  reporter: { type: 'user' },
  labels: { type: 'array', items: 'string' },
  components: { type: 'array', items: 'component' },
  duedate: { type: 'date' },
  security: { type: 'securitylevel' },
  project: { type: 'project' },
  creator: { type: 'user' },
  created: { type: 'datetime' },
  updated: { type: 'datetime' },
  resolutiondate: { type: 'datetime' },
  statuscategorychangedate: { type: 'datetime' },
  statusCategory: { type: 'statusCategory' },
  comment: { type: 'comments-page' },
  issuelinks: { type: 'array', items: 'issuelinks' },
  attachment: { type: 'array', items: 'attachment' },
};

const DERIVED: readonly (readonly [string, string])[] = [
  ['project', 'Project'],
  ['creator', 'Creator'],
  ['created', 'Created'],
  ['updated', 'Updated'],
  ['resolutiondate', 'Resolved'],
  ['statuscategorychangedate', 'Status Category Changed'],
  ['statusCategory', 'Status Category'],
  ['comment', 'Comment'],
  ['issuelinks', 'Linked Issues'],
  ['attachment', 'Attachment'],
];

const CLAUSES: Readonly<Record<string, readonly string[]>> = {
  issuetype: ['issuetype', 'type'],
  components: ['component'],
  duedate: ['due', 'duedate'],
  created: ['created', 'createdDate'],
  updated: ['updated', 'updatedDate'],
  resolutiondate: ['resolutiondate', 'resolved'],
  statuscategorychangedate: ['statusCategoryChangedDate'],
  issuelinks: ['issueLink'],
  attachment: ['attachments'],
  security: ['level'],
};

const CUSTOM_TYPES: Readonly<
  Record<CustomFieldKind, readonly [type: string, items: string | null, custom: string]>
> = {
  text: ['string', null, 'com.atlassian.jira.plugin.system.customfieldtypes:textfield'],
  textarea: ['string', null, 'com.atlassian.jira.plugin.system.customfieldtypes:textarea'],
  number: ['number', null, 'com.atlassian.jira.plugin.system.customfieldtypes:float'],
  date: ['date', null, 'com.atlassian.jira.plugin.system.customfieldtypes:datepicker'],
  datetime: ['datetime', null, 'com.atlassian.jira.plugin.system.customfieldtypes:datetime'],
  select: ['option', null, 'com.atlassian.jira.plugin.system.customfieldtypes:select'],
  'multi-select': ['array', 'option', 'com.atlassian.jira.plugin.system.customfieldtypes:multiselect'],
  user: ['user', null, 'com.atlassian.jira.plugin.system.customfieldtypes:userpicker'],
  'multi-user': ['array', 'user', 'com.atlassian.jira.plugin.system.customfieldtypes:multiuserpicker'],
  'request-type': ['sd-customerrequesttype', null, 'com.atlassian.servicedesk:vp-origin'],
  organizations: ['array', 'sd-customerorganization', 'com.atlassian.servicedesk:sd-customer-organizations'],
  participants: ['array', 'user', 'com.atlassian.servicedesk:sd-request-participants'],
  satisfaction: ['sd-feedback', null, 'com.atlassian.servicedesk:sd-request-feedback'],
};

/** All fields of the site: those kept with an issue, and those Jira derives. */
export class FieldCatalog {
  readonly stored: readonly FieldInfo[];
  readonly details: readonly FieldDetails[];
  private readonly byId = new Map<string, FieldInfo>();
  private readonly byName = new Map<string, FieldInfo>();

  constructor(custom: readonly SiteField[]) {
    this.stored = [
      ...STORED_SYSTEM,
      ...custom.map((field) => ({
        id: field.id,
        name: field.name,
        kind: field.kind,
        custom: field,
        logName: field.name,
      })),
    ];
    for (const field of [...this.stored].reverse()) {
      this.byId.set(field.id, field);
      this.byName.set(field.name.toLowerCase(), field);
    }
    const systems = [...STORED_SYSTEM.map((field) => [field.id, field.name] as const), ...DERIVED];
    this.details = [...systems.map(([id, name]) => systemDetails(id, name)), ...custom.map(customDetails)];
  }

  get(id: string): FieldInfo | undefined {
    return this.byId.get(id);
  }

  find(idOrName: string): FieldInfo | undefined {
    return this.byId.get(idOrName) ?? this.byName.get(idOrName.toLowerCase());
  }

  ofKind(kind: FieldKind): FieldInfo | undefined {
    return this.stored.find((field) => field.kind === kind);
  }
}

function systemDetails(id: string, name: string): FieldDetails {
  const hidden = id === 'comment';
  return {
    id,
    key: id,
    name,
    custom: false,
    orderable: STORED_SYSTEM.some((field) => field.id === id) && id !== 'status',
    navigable: !hidden,
    searchable: true,
    clauseNames: CLAUSES[id] ?? [id],
    schema: { ...(SYSTEM_TYPES[id] ?? { type: 'any' }), system: id },
  };
}

function customDetails(field: SiteField): FieldDetails {
  const [type, items, custom] = CUSTOM_TYPES[field.kind];
  const customId = Number(field.id.replace('customfield_', ''));
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${customId}]`, field.name],
    schema: { type, ...(items === null ? {} : { items }), custom, customId },
  };
}
