/** A Jira site as plain data; the local Jira starts from exactly this shape. */
export interface DemoSite {
  readonly siteUrl: string;
  readonly cloudId: string;
  /** The account Accord acts with. */
  readonly appAccountId: string;
  readonly timeZone: string;
  readonly users: readonly DemoUser[];
  readonly projects: readonly DemoProject[];
  /** Highest first. */
  readonly priorities: readonly (Named & { readonly statusColor: string })[];
  readonly resolutions: readonly Named[];
  /** Custom fields only. */
  readonly fields: readonly DemoField[];
  readonly organizations: readonly (Named & { readonly memberAccountIds: readonly string[] })[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

export interface DemoUser {
  readonly accountId: string;
  readonly displayName: string;
  /** `customer` accounts see the portal only; `app` accounts are automation. */
  readonly accountType: 'atlassian' | 'customer' | 'app';
  readonly emailAddress?: string;
  readonly timeZone: string;
  readonly avatarColor?: string;
  readonly siteAdmin?: boolean;
}

export interface DemoProject extends Named {
  readonly key: string;
  readonly type: 'service_desk';
  readonly leadAccountId: string;
  readonly issueTypes: readonly Named[];
  readonly statuses: readonly DemoStatus[];
  readonly workflow: { readonly initial: string; readonly transitions: readonly DemoTransition[] };
  /** Account ids. `manager` reads all and works none. */
  readonly roles: Readonly<Record<'admin' | 'agent' | 'manager' | 'customer', readonly string[]>>;
  readonly components: readonly Named[];
  readonly requestTypes: readonly (Named & { readonly issueTypeId: string })[];
  /** Who sees the tickets that carry the level: these, and the reporter and assignee where it says so. */
  readonly securityLevels?: readonly (Named & {
    readonly roles: readonly ('admin' | 'agent' | 'manager' | 'customer')[];
    readonly accountIds: readonly string[];
    readonly reporter: boolean;
    readonly assignee: boolean;
  })[];
}

export interface DemoStatus extends Named {
  readonly category: 'new' | 'indeterminate' | 'done';
}

/** Statuses by id; without `from` it leaves from any status. */
export interface DemoTransition extends Named {
  readonly from?: readonly string[];
  readonly to: string;
  /** Resolution id. */
  readonly resolution?: string;
}

export interface DemoField extends Named {
  readonly kind: 'request-type' | 'organizations' | 'select' | 'text' | 'satisfaction';
  readonly options?: readonly { readonly id: string; readonly value: string }[];
}
