import type { SqlBackend, WriteSummary } from '../../contract';
import { installTestRuntime, type TestRuntime } from '../../forge/test-runtime';

export type Rows = Record<string, unknown>[];

/** What `@forge/sql` throws, as far as the suite reads it. */
export interface FailedStatement {
  readonly code: string;
  readonly suggestion?: string;
  readonly responseDetails: { readonly status: number };
  readonly context: { readonly debug?: { readonly code: string } };
}

/** The ways the suite asks a backend, each through the real `@forge/sql`. */
export interface SqlUnderTest {
  run(query: string, ...params: unknown[]): Promise<unknown>;
  rows(query: string, ...params: unknown[]): Promise<Rows>;
  define(query: string): Promise<unknown>;
  affected(query: string, ...params: unknown[]): Promise<number>;
  /** The error of a statement that must fail. */
  failure(action: Promise<unknown>): Promise<FailedStatement>;
  /** The engine's own code of a statement that must fail, `ER_...`. */
  engineCode(query: string, ...params: unknown[]): Promise<string | undefined>;
  /** Runs two migrations; names of those that ran, and all that are known. */
  migrate(): Promise<{ ran: string[]; known: unknown[] }>;
}

/** Opens an empty backend before each test of the enclosing block. */
export function sqlUnderTest(open: () => Promise<SqlBackend>): SqlUnderTest {
  let backend: SqlBackend;
  let runtime: TestRuntime;

  beforeEach(async () => {
    backend = await open();
    runtime = installTestRuntime({ sql: backend });
  });

  afterEach(async () => {
    runtime.restore();
    await backend.close();
  });

  const run = (query: string, ...params: unknown[]): Promise<unknown> =>
    runtime.run(undefined, async () => {
      const { sql } = await import('@forge/sql');
      const answer = await sql
        .prepare(query)
        .bindParams(...params)
        .execute();
      return answer.rows;
    });

  const failure = async (action: Promise<unknown>): Promise<FailedStatement> => {
    const { ForgeSQLAPIError } = await import('@forge/sql');
    const error = await action.then(
      () => Promise.reject(new Error('The statement was accepted.')),
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(ForgeSQLAPIError);
    return error as FailedStatement;
  };

  return {
    run,
    rows: async (query, ...params) => (await run(query, ...params)) as Rows,
    define: (query) => runtime.run(undefined, async () => (await import('@forge/sql')).sql.executeDDL(query)),
    affected: async (query, ...params) => ((await run(query, ...params)) as WriteSummary).affectedRows,
    failure,
    engineCode: async (query, ...params) => (await failure(run(query, ...params))).context.debug?.code,
    migrate: () =>
      runtime.run(undefined, async () => {
        const { MigrationRunner } = await import('@forge/sql/out/migration');
        const { SqlClient } = await import('@forge/sql/out/sql');
        const runner = new MigrationRunner(new SqlClient());
        runner.enqueue('v001_m', 'CREATE TABLE IF NOT EXISTS m (id INT PRIMARY KEY)');
        runner.enqueue('v002_m', 'ALTER TABLE m ADD COLUMN n INT');
        return { ran: await runner.run(), known: await runner.list() };
      }),
  };
}
