/** What people ask a service desk, and what is said on the way. `{...}` is filled in from a project's lists. */
export interface RequestTemplate {
  readonly requestType: string;
  readonly component: string;
  readonly summary: string;
  readonly description: string;
  /** The agent's first public reply. */
  readonly reply: string;
  /** What the agent needs to know, and what the customer answers. */
  readonly question: string;
  readonly answer: string;
  /** A note among agents. */
  readonly note: string;
  /** What is said when it is done. */
  readonly solution: string;
}

export interface RequestBook {
  readonly templates: readonly RequestTemplate[];
  readonly words: Readonly<Record<string, readonly string[]>>;
}
