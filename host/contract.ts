import type { Clock } from './clock';

/** The seams between the host's stand-ins. */

export type Identity = { readonly as: 'app' } | { readonly as: 'user'; readonly accountId: string };

export interface JiraRequest {
  readonly identity: Identity;
  readonly method: string;
  /** Path with query, starting with `/rest/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** The local Jira answers REST requests with real `Response` objects. */
export type JiraFetch = (request: JiraRequest) => Promise<Response>;

export interface SqlBackend {
  /** Throws `SqlFault` on an engine error. Values come back as Forge SQL gives them (BIGINT as string ...). */
  execute(query: string, params: readonly unknown[], kind: 'dml' | 'ddl'): Promise<SqlAnswer>;
  close(): Promise<void>;
}

export interface SqlAnswer {
  readonly rows: readonly Record<string, unknown>[] | WriteSummary;
  readonly metadata?: unknown;
}

export interface WriteSummary {
  readonly affectedRows: number;
  readonly fieldCount: number;
  readonly info: string;
  readonly insertId: number;
  readonly serverStatus: number;
  readonly warningStatus: number;
}

/** A product event as Jira hands it to Forge: `eventType`, `timestamp` (string ms), `issue`, ... */
export interface ProductEvent {
  readonly eventType: string;
  readonly selfGenerated: boolean;
  readonly [key: string]: unknown;
}

/** What the shell and the tests use of the Forge stand-in (host/forge). */
export interface ForgeHost {
  /** Starts schedules and queues on the clock. */
  start(): void;
  stop(): Promise<void>;
  /** Calls a resolver function as Forge's UI bridge does; rejects as the bridge would. */
  invoke(call: ResolverCall): Promise<unknown>;
  /** Delivers a product event to every trigger that listens to it. */
  deliver(event: ProductEvent): Promise<void>;
  /** Runs a scheduled trigger now, by its module key. */
  runSchedule(moduleKey: string): Promise<void>;
  /** Resolves when no queued event is due and none is being consumed. */
  idle(): Promise<void>;
  /** What the app did since it started, newest last (ring of 1,000). */
  readonly invocations: readonly InvocationRecord[];
}

export interface ResolverCall {
  /** Key of the UI module in the manifest: its `resolver.function` is called. */
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly accountId: string | undefined;
  readonly accountType: 'licensed' | 'unlicensed' | 'customer' | 'anonymous';
  /** `context.extension` as the browser sends it. */
  readonly extension: Readonly<Record<string, unknown>>;
}

export interface InvocationRecord {
  readonly functionKey: string;
  readonly kind: 'resolver' | 'trigger' | 'consumer' | 'schedule';
  readonly at: number;
  readonly tookMs: number;
  readonly jiraCalls: readonly string[];
  readonly sqlStatements: readonly string[];
  readonly error: string | null;
}

export interface ForgeOptions {
  readonly clock: Clock;
  /** Folder that holds manifest.yml. */
  readonly appFolder: string;
  /** The app's bundle (CommonJS), built by `npm run build:app`. */
  readonly bundle: string;
  readonly jira: JiraFetch;
  readonly sql: SqlBackend;
  /** One line of the app's console output. */
  readonly log?: (line: string) => void;
}
