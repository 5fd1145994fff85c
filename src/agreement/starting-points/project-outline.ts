/** What an agreement is fitted to before anybody edits it. */
export interface StarterInput {
  readonly projectKey: string;
  /** Statuses of the project; `category` is Jira's key: `new`, `indeterminate`, `done`. */
  readonly statuses: readonly { readonly name: string; readonly category: string }[];
  /** Highest first, as Jira lists them. */
  readonly priorities: readonly { readonly name: string }[];
  /** IANA zone of the service team. */
  readonly timeZone: string;
  /** A date; absent = from before any ticket, so that those already open get their timers too. */
  readonly effectiveFrom?: string;
}

export interface PresetInput extends StarterInput {
  /** Where no `effectiveFrom` is given it takes effect on this date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Who speaks for the provider; absent: a role without a name. */
  readonly author?: { readonly name: string; readonly accountId: string };
}
