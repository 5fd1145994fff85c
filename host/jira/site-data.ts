/** What a local Jira site is made of before anybody works in it. Plain JSON: may be written in a file. */
export interface SiteData {
  /** `https://northwind.atlassian.net`, no slash at the end: links for people. */
  readonly siteUrl: string;
  /** `self` links of the REST API go to `https://api.atlassian.com/ex/jira/{cloudId}`. */
  readonly cloudId: string;
  /** Account the app acts with; must be one of `users` and of type `app`. */
  readonly appAccountId: string;
  /** IANA zone of the site: dates are written in it for the app and for users without a zone. */
  readonly timeZone: string;
  readonly users: readonly SiteUser[];
  readonly projects: readonly SiteProject[];
  /** Highest first. */
  readonly priorities: readonly SitePriority[];
  readonly resolutions: readonly SiteResolution[];
  /** Custom fields. System fields are built in. */
  readonly fields: readonly SiteField[];
  readonly organizations: readonly SiteOrganization[];
}

export interface SiteUser {
  readonly accountId: string;
  readonly displayName: string;
  /** `customer` = portal-only account. */
  readonly accountType: 'atlassian' | 'customer' | 'app';
  readonly emailAddress?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  /** CSS colour of the avatar's disc. */
  readonly avatarColor?: string;
  /** Holds the global permission ADMINISTER. */
  readonly siteAdmin?: boolean;
  /** false = deactivated. Default true. */
  readonly active?: boolean;
}

/** What an account may do in a project. `manager` only looks on; `customer` uses the portal. */
export type ProjectRole = 'admin' | 'agent' | 'manager' | 'customer';

export interface SiteProject {
  /** Numeric text: `10000`. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly type: 'service_desk' | 'software' | 'business';
  readonly description?: string;
  readonly leadAccountId?: string;
  readonly issueTypes: readonly SiteIssueType[];
  readonly statuses: readonly SiteStatus[];
  readonly workflow: SiteWorkflow;
  /** Account ids per role. */
  readonly roles: Readonly<Record<ProjectRole, readonly string[]>>;
  readonly components: readonly SiteComponent[];
  /** Service desk projects: id of the service desk (and portal). Default: the project id. */
  readonly serviceDeskId?: string;
  readonly requestTypes: readonly SiteRequestType[];
  /** The levels of its issue security scheme; absent = it has none. */
  readonly securityLevels?: readonly SiteSecurityLevel[];
}

/** Who sees the issues that carry it: only these, whatever else they may in the project. */
export interface SiteSecurityLevel {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** `customer` lets portal users see the requests they are on. */
  readonly roles?: readonly ProjectRole[];
  readonly accountIds?: readonly string[];
  /** The issue's own reporter and assignee. */
  readonly reporter?: boolean;
  readonly assignee?: boolean;
}

export interface SiteIssueType {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly subtask?: boolean;
}

export interface SiteRequestType {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpText?: string;
  readonly issueTypeId: string;
}

/** Statuses are the site's: projects that list the same id must describe it alike. */
export interface SiteStatus {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

export interface SiteWorkflow {
  /** Status id of new issues. */
  readonly initial: string;
  readonly transitions: readonly SiteTransition[];
}

export interface SiteTransition {
  readonly id: string;
  readonly name: string;
  /** Status ids it leaves from; absent = from any status (a global transition). */
  readonly from?: readonly string[];
  readonly to: string;
  /** Resolution id set on the way when none is given. Default: entering `done` sets the first one. */
  readonly resolution?: string;
}

export interface SiteComponent {
  readonly id: string;
  readonly name: string;
}

export interface SitePriority {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** `#rrggbb`. */
  readonly statusColor?: string;
}

export interface SiteResolution {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

export interface SiteOrganization {
  readonly id: string;
  readonly name: string;
  readonly memberAccountIds: readonly string[];
}

/**
 * Kind of a custom field. `request-type` is JSM's `com.atlassian.servicedesk:vp-origin`; `organizations`,
 * `participants` and `satisfaction` (1 to 5, given by the customer) are JSM's own fields too.
 */
export type CustomFieldKind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'datetime'
  | 'select'
  | 'multi-select'
  | 'user'
  | 'multi-user'
  | 'request-type'
  | 'organizations'
  | 'participants'
  | 'satisfaction';

export interface SiteField {
  /** `customfield_10010`. */
  readonly id: string;
  readonly name: string;
  readonly kind: CustomFieldKind;
  readonly description?: string;
  /** For `select` and `multi-select`. */
  readonly options?: readonly SiteOption[];
}

export interface SiteOption {
  readonly id: string;
  readonly value: string;
}
