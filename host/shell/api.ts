import type { UiKind } from '../app-manifest';
import type { Columns, DashboardKind, SavedDashboard, SavedGadget } from '../dashboard-book';

/** What the shell asks of the server and what it gets. Types only; all instants are epoch ms. */

export interface SessionView {
  readonly siteName: string;
  readonly siteUrl: string;
  readonly cloudId: string;
  readonly user: PersonView;
  /** Everybody one can be here, staff first. */
  readonly people: readonly PersonView[];
  readonly projects: readonly ProjectAccess[];
  /** What the app draws and this person may use, by where it is drawn. */
  readonly modules: Readonly<Record<UiKind, readonly ModuleView[]>>;
  readonly clock: ClockView;
}

export interface PersonView {
  readonly accountId: string;
  readonly name: string;
  /** `Agent`, `Project admin`, `Manager`, `Customer`, `App`. */
  readonly roleName: string;
  readonly isCustomer: boolean;
  /** Of the projects in which they have a role. */
  readonly projectKeys: readonly string[];
  readonly timeZone: string;
}

export interface ProjectView {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

export interface ProjectAccess extends ProjectView {
  readonly type: string;
  readonly mayAdminister: boolean;
}

export interface ModuleView {
  readonly moduleKey: string;
  readonly title: string;
  readonly description: string;
  /** Path on this site; null = none. */
  readonly icon: string | null;
  /** Pages of their own in the navigation; none = the module is one page. */
  readonly pages: readonly { readonly title: string; readonly route: string }[];
  /** Does Jira draw the title above the module's own page? */
  readonly titled: boolean;
  /** Has it a configuration of its own? */
  readonly editable: boolean;
  /** false: it is told of a refresh and does it itself. */
  readonly refreshable: boolean;
}

export type DashboardView = SavedDashboard;
export type GadgetPlace = SavedGadget;

export interface NewDashboard {
  readonly name: string;
  readonly holds: DashboardKind;
}

export interface DashboardChange {
  readonly columns: Columns;
}

export interface ClockView {
  readonly now: number;
  readonly running: boolean;
  /** Set while the clock is being moved. */
  readonly jump: JumpView | null;
}

export interface JumpView {
  readonly from: number;
  readonly to: number;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface StatusView {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

export interface NamedView {
  readonly id: string;
  readonly name: string;
}

export interface IssueRow {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly issueType: string;
  readonly requestType: string | null;
  readonly status: StatusView;
  readonly priority: NamedView | null;
  readonly assignee: string | null;
  readonly reporter: string | null;
  readonly created: number;
  readonly updated: number;
  /** From the issue property that the app writes; null = none, or not for this viewer. */
  readonly sla: SlaView | null;
}

export interface SlaView {
  readonly state: string;
  readonly nextBreach: number | null;
}

export type IssueSort = 'created' | 'updated' | 'priority' | 'breach';

export interface IssuePage {
  readonly rows: readonly IssueRow[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface IssueView extends IssueRow {
  readonly project: ProjectView;
  readonly projectType: string;
  /** Of the service desk the request was raised on. */
  readonly portalId: number;
  readonly requestTypeId: string | null;
  readonly issueTypeId: string;
  readonly description: string;
  readonly resolution: string | null;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly organizations: readonly string[];
  readonly dueDate: string | null;
  /** Other custom fields that are set. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly assigneeId: string | null;
  /** Oldest first; only public ones for customers. */
  readonly comments: readonly CommentView[];
  /** Latest first; empty for customers. */
  readonly history: readonly HistoryView[];
  readonly attachments: readonly AttachmentView[];
  /** Mails about it that Jira would have sent, newest first; none for customers. */
  readonly mails: readonly MailView[];
  /** Only to issues that the viewer may see; empty for customers. */
  readonly links: readonly LinkView[];
  /** What a new link can say; empty for who may not link. */
  readonly linkKinds: readonly LinkKind[];
  readonly may: Abilities;
  /** What the viewer can choose from; empty where they may not. */
  readonly transitions: readonly TransitionView[];
  readonly priorities: readonly NamedView[];
  readonly assignable: readonly NamedView[];
}

export interface Abilities {
  readonly comment: boolean;
  readonly commentInternally: boolean;
  readonly transition: boolean;
  readonly edit: boolean;
  readonly attach: boolean;
  /** The panels of apps are for those who work in Jira, not for portal customers. */
  readonly seePanels: boolean;
}

export interface CommentView {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  readonly edited: boolean;
  readonly text: string;
  readonly internal: boolean;
}

export interface HistoryView {
  readonly id: string;
  readonly author: string;
  readonly at: number;
  readonly items: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

export interface MailView {
  readonly at: number;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface AttachmentView {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly author: string;
  readonly at: number;
}

export interface NewAttachment {
  readonly fileName: string;
  readonly mimeType: string;
  readonly size: number;
}

export interface LinkView {
  readonly id: string;
  /** What this issue says of the other: `is caused by`. */
  readonly words: string;
  readonly issueKey: string;
  readonly summary: string;
  readonly status: StatusView;
}

export interface LinkKind {
  /** Of the link type, with the direction: `10004 inward`. */
  readonly id: string;
  readonly words: string;
}

export interface NewLink {
  /** Id of a `LinkKind`. */
  readonly kind: string;
  /** Key of the other issue. */
  readonly to: string;
}

export interface TransitionView {
  readonly id: string;
  readonly name: string;
  readonly to: StatusView;
}

export interface IssueEdit {
  /** Account id; null = nobody. */
  readonly assignee?: string | null;
  /** Priority id. */
  readonly priority?: string;
  readonly labels?: readonly string[];
}

export type ClockMove =
  | { readonly action: 'run' | 'pause' }
  | { readonly action: 'advance'; readonly byMs: number }
  /** To the next instant at which a timer of this issue changes; without one, of any issue. */
  | { readonly action: 'next-boundary'; readonly issueKey?: string };

/** Where the clock went, or null when nothing is going to change by itself. */
export interface ClockMoved {
  readonly to: number | null;
  /** The issue whose timer changes there. */
  readonly issueKey: string | null;
}

export interface ApiFailure {
  readonly message: string;
}

/** Events of `/api/events`, by name. */
export interface ServerEvents {
  readonly clock: ClockView;
  readonly issue: { readonly issueId: string; readonly issueKey: string };
}
