/**
 * A ticket and what happened to it, as plain data: scenarios, the demo and the docs share this shape. All
 * instants are epoch milliseconds; people are account ids, everything else is named as people see it
 * (`Waiting for customer`, `High`), so that any Jira can be filled from it.
 */
export interface Ticket {
  /** `ACME-17`: unique, and the number follows the order of creation in its project. */
  readonly key: string;
  /** Project key. */
  readonly project: string;
  readonly issueType: string;
  /** Name of the portal's request type; null = raised by an agent without one. */
  readonly requestType: string | null;
  readonly summary: string;
  readonly description: string;
  readonly created: number;
  /** Account id of who raised it. */
  readonly reporter: string;
  /** Account id; null = unassigned at creation. */
  readonly assignee: string | null;
  /** Status and priority at creation. */
  readonly status: string;
  readonly priority: string;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  readonly organizations: readonly string[];
  /** Due date at creation, `YYYY-MM-DD`. */
  readonly dueDate: string | null;
  /** Custom fields at creation, by field name; an option's or a number's text. Absent = not set. */
  readonly fields: Readonly<Record<string, string>>;
  /** Name of its security level; absent = everybody who sees the project sees it. */
  readonly security?: string;
  /** In order of `at`, all after or at `created`. Events of one instant happen in the order given. */
  readonly events: readonly TicketEvent[];
}

interface Happened {
  readonly at: number;
  /** Account id. */
  readonly by: string;
}

export type TicketEvent = Happened & TicketEventKind;

export type TicketEventKind =
  | { readonly kind: 'comment'; readonly text: string; readonly internal: boolean }
  /** Moves to a status; with `resolution` it sets (name) or clears (null) the resolution in the same entry. */
  | { readonly kind: 'transition'; readonly to: string; readonly resolution?: string | null }
  | { readonly kind: 'assign'; readonly to: string | null }
  | { readonly kind: 'priority'; readonly to: string }
  | { readonly kind: 'issue-type'; readonly to: string }
  | { readonly kind: 'labels'; readonly to: readonly string[] }
  | { readonly kind: 'due-date'; readonly to: string | null }
  /** A custom field by name; null clears it. */
  | { readonly kind: 'field'; readonly field: string; readonly to: string | null };
