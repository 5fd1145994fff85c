import type { Clock } from '../clock';
import type { JiraFetch, ProductEvent } from '../contract';
import type { Mail } from './mail';
import type { SavedState } from './saved-state';
import type { SiteData, SiteOrganization, SiteProject, SiteUser } from './site-data';
import type { AdfDocument, StoredIssue, StoredLink } from './stored-issue';

/** A local Jira site: its REST API, and a way to put work into it at any instant. */
export interface LocalJira {
  /** The app's calls (asApp and asUser): they cost points; those as the app are `selfGenerated`. */
  readonly fetch: JiraFetch;
  /** A person's own calls (shell, `requestJira` in the browser): free of points. */
  readonly fetchAsPerson: JiraFetch;
  save(): SavedState;
  /** Stops pending event deliveries. */
  stop(): void;

  readonly siteUrl: string;
  readonly cloudId: string;
  accounts(): readonly SiteUser[];
  projects(): readonly SiteProject[];
  issues(): readonly StoredIssue[];
  /** By key (former keys too) or id. Throws when there is none. */
  issue(idOrKey: string): StoredIssue;
  mailbox(): readonly Mail[];
  /** Rate-limit ledger: points spent in the running hour. */
  pointsSpent(): number;

  addUsers(users: readonly SiteUser[]): void;
  addOrganizations(organizations: readonly SiteOrganization[]): void;
  addProject(project: SiteProject): void;
  /** Deletes it with all its issues: one `avi:jira:deleted:project`, no events for the issues. */
  deleteProject(idOrKey: string, by: By): void;

  createIssue(issue: NewIssue): { readonly id: string; readonly key: string };
  /** `to` is a status (name or id) or a transition's name. Workflow rules are not asked here. */
  transition(idOrKey: string, step: { at?: number; by: string; to: string; resolution?: string }): void;
  edit(idOrKey: string, step: { at?: number; by: string; fields: FieldInputs }): void;
  comment(idOrKey: string, step: CommentStep): { readonly id: string };
  editComment(idOrKey: string, commentId: string, step: { at?: number; by: string; text: string }): void;
  deleteComment(idOrKey: string, commentId: string, by: By): void;
  /** `outwardIssue` of the link is `to`: the issue named first causes (blocks, duplicates) it. */
  link(
    idOrKey: string,
    step: { at?: number; by: string; to: string; type?: string },
  ): { readonly id: string };
  unlink(linkId: string, by: By): void;
  /** The links of an issue, in both directions. */
  links(idOrKey: string): readonly StoredLink[];
  attach(
    idOrKey: string,
    step: { at?: number; by: string; fileName: string; mimeType?: string; size?: number },
  ): { readonly id: string };
  deleteIssue(idOrKey: string, by: By): void;
  /** Moves it to another project: new key, the old one goes on resolving. Returns the new key. */
  move(
    idOrKey: string,
    step: { at?: number; by: string; project: string; issueType?: string; status?: string },
  ): string;
  /** Loads finished histories; ids ascend with time across all of them. No events unless `events: true`. */
  loadHistory(issues: readonly PastIssue[], options?: { events?: boolean }): readonly LoadedIssue[];

  /** The next `times` (default 1) matching requests get this answer instead of theirs. */
  failNext(fault: Fault): void;
  /** Makes everything written so far visible to search at once. */
  refreshIndex(): void;
  /** Called after every write to an issue, at once: the shell refreshes by it. Returns the way to stop. */
  onChange(listener: (change: { issueKey: string; issueId: string }) => void): () => void;
}

export interface By {
  readonly by: string;
  readonly at?: number;
}

/**
 * Values by field id or name: `{ priority: 'High', Region: 'EMEA', assignee: 'acc-2', labels: ['till'] }`.
 * Choices, people, components and request types are given by id or by name; null clears.
 */
export type FieldInputs = Readonly<Record<string, FieldInput>>;
export type FieldInput = string | number | null | readonly string[] | AdfDocument;

export interface NewIssue {
  /** Epoch ms; default: the clock's now. */
  readonly at?: number;
  /** Account id of who creates it. */
  readonly by: string;
  /** Key or id. */
  readonly project: string;
  /** Name or id; default: that of the request type, else the project's first. */
  readonly issueType?: string;
  readonly requestType?: string;
  readonly summary: string;
  readonly description?: string;
  /** Default: `by`. */
  readonly reporter?: string;
  /** Name or id; default: the workflow's initial one. */
  readonly status?: string;
  readonly fields?: FieldInputs;
}

export interface CommentStep {
  readonly at?: number;
  readonly by: string;
  readonly text: string;
  /** Default false: the customer sees it. */
  readonly internal?: boolean;
}

/** An issue with everything that happened to it. `at` is the creation; steps are put in order of time. */
export interface PastIssue extends NewIssue {
  readonly at: number;
  /** A key of its own (`INC-17`) instead of the project's next one. */
  readonly key?: string;
  readonly steps: readonly PastStep[];
}

export type PastStep =
  | { readonly at: number; readonly by: string; readonly set: FieldInputs }
  | { readonly at: number; readonly by: string; readonly comment: string; readonly internal?: boolean };

export interface LoadedIssue {
  readonly id: string;
  readonly key: string;
}

export interface Fault {
  /** Path (without query) to match, with or without a method: `GET /rest/api/3/issue/ITS-1`, or a RegExp on `METHOD path`. */
  readonly match: string | RegExp;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly times?: number;
}

export interface LocalJiraOptions {
  readonly clock: Clock;
  readonly site: SiteData | SavedState;
  readonly emit: (event: ProductEvent) => void;
  /** How long search stays behind writes. Default 0. */
  readonly indexLagMs?: number;
  readonly events?: EventHabits;
  readonly limits?: LimitOptions;
  /** Issue properties that the manifest's `jira:entityProperty` modules make searchable. */
  readonly entityProperties?: readonly EntityProperty[];
  /** Classic scopes of the app; when given, its calls without the scope get 401. */
  readonly scopes?: readonly string[];
}

/** How unreliably events arrive. All shares are 0..1; the same seed gives the same deliveries. */
export interface EventHabits {
  /** Delivered so long after the fact, evenly spread. Default [0, 0]. Jira: up to 180,000. */
  readonly delayMs?: readonly [number, number];
  readonly doubleShare?: number;
  /** Share of events held back behind the next ones (by up to 60 s). */
  readonly shuffle?: number;
  readonly dropChangelogShare?: number;
  /** Share that never arrives. */
  readonly loseShare?: number;
  readonly seed?: number;
}

export interface LimitOptions {
  /** Default 65,000 per hour of the clock. */
  readonly pointsPerHour?: number;
  /** false switches off the burst and per-issue write limits. Default true. */
  readonly bursts?: boolean;
  /** Real milliseconds that bursts are measured with. Default `Date.now`. */
  readonly realNow?: () => number;
}

export interface EntityProperty {
  readonly propertyKey: string;
  readonly values: readonly {
    readonly path: string;
    readonly type: 'string' | 'text' | 'number' | 'date' | 'user';
    readonly searchAlias?: string;
  }[];
}
