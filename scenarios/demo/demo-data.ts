import type { Ticket } from '../ticket';

/** What the local Jira shows when it starts fresh: a site, its agreements and its tickets at one instant. */
export interface DemoData {
  /** Epoch ms: a working morning in London at which something is about to happen. */
  readonly now: number;
  readonly site: DemoSite;
  /** File names in scenarios/agreements, each belonging to the project that names it. */
  readonly agreements: readonly string[];
  /** In order of creation. */
  readonly tickets: readonly DemoTicket[];
}

export interface DemoTicket extends Ticket {
  /** What this ticket shows, where it was written by hand; null for the generated ones. */
  readonly story: string | null;
}

export interface DemoSite {
  readonly name: string;
  readonly projects: readonly DemoProject[];
  readonly users: readonly DemoUser[];
  readonly statuses: readonly DemoStatus[];
  /** Highest first. */
  readonly priorities: readonly Named[];
  readonly resolutions: readonly Named[];
  readonly issueTypes: readonly Named[];
  readonly customFields: readonly DemoCustomField[];
  readonly organizations: readonly DemoOrganization[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DemoStatus extends Named {
  readonly category: 'new' | 'indeterminate' | 'done';
}

export interface DemoProject extends Named {
  readonly key: string;
  readonly requestTypes: readonly DemoRequestType[];
  readonly components: readonly Named[];
  /** Transitions of its one workflow; `from` null = from any status. */
  readonly transitions: readonly DemoTransition[];
  readonly initialStatus: string;
  /** File names in scenarios/agreements. */
  readonly agreements: readonly string[];
}

export interface DemoRequestType extends Named {
  readonly issueType: string;
  readonly description: string;
}

export interface DemoTransition extends Named {
  /** Status names. */
  readonly from: readonly string[] | null;
  readonly to: string;
  /** Sets (name) or clears (null) the resolution; absent = leaves it. */
  readonly resolution?: string | null;
}

/** `customer` accounts see the portal only; the app account belongs to automation. */
export interface DemoUser {
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  readonly accountType: 'atlassian' | 'customer' | 'app';
  readonly timeZone: string;
  /** Role per project key; a project that is missing = no access. */
  readonly roles: Readonly<Record<string, DemoRole>>;
}

/** admin: project administrator. agent: service desk team. manager: reads all, works none. */
export type DemoRole = 'admin' | 'agent' | 'manager' | 'customer' | 'automation';

export interface DemoCustomField extends Named {
  /** `customfield_10010` ... */
  readonly kind: 'request-type' | 'organizations' | 'select' | 'number' | 'date' | 'user' | 'text';
  /** Options of a select. */
  readonly options: readonly Named[];
}

export interface DemoOrganization extends Named {
  /** Account ids. */
  readonly members: readonly string[];
}
