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

/** A template as one line of a table. */
export type RequestRow = readonly [
  requestType: string,
  component: string,
  summary: string,
  description: string,
  reply: string,
  question: string,
  answer: string,
  note: string,
  solution: string,
];

export function templateOf([
  requestType,
  component,
  summary,
  description,
  reply,
  question,
  answer,
  note,
  solution,
]: RequestRow): RequestTemplate {
  return { requestType, component, summary, description, reply, question, answer, note, solution };
}
