/** What a handler answers. `issues` and `people` are the objects that Jira's points count. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Issue-like objects returned: 1 point each. */
  readonly objects?: number;
  /** Users, permissions and the like: 2 points each. */
  readonly people?: number;
}

/** A refusal in Jira's form: `errorMessages`, and `errors` per field. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super([...messages, ...Object.values(errors)].join(' '));
  }
}

export const notFound = {
  issue: (): Refusal => new Refusal(404, ['Issue does not exist or you do not have permission to see it.']),
  project: (given: string): Refusal => new Refusal(404, [`No project could be found with key '${given}'.`]),
  comment: (id: string): Refusal => new Refusal(404, [`Can not find a comment for the id: ${id}.`]),
};

export const ok = (body: unknown, cost: Pick<Reply, 'objects' | 'people'> = {}): Reply => ({
  status: 200,
  body,
  ...cost,
});

export const done: Reply = { status: 204 };
