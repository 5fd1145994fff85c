import type { SqlBackend } from '../../contract';
import {
  SQL_DDL_PER_MINUTE,
  SQL_DDL_TIMEOUT_MS,
  SQL_DML_PER_SECOND,
  SQL_DML_TIMEOUT_MS,
  SQL_REQUEST_BYTES,
  SQL_RESPONSE_BYTES,
  SQL_SELECT_TIMEOUT_MS,
} from '../platform-limits';
import { RateWindow } from '../rate-window';
import { isLonger, json, jsonText } from '../wire';
import { SqlFault, timedOut } from './sql-fault';
import { guardStatement, type StatementKind } from './statement-guard';

export interface SqlRequest {
  readonly query: string;
  readonly params: readonly unknown[];
}

const TIMEOUTS: Readonly<Record<StatementKind, number>> = {
  read: SQL_SELECT_TIMEOUT_MS,
  write: SQL_DML_TIMEOUT_MS,
  ddl: SQL_DDL_TIMEOUT_MS,
};

/** Forge SQL's two addresses, in front of either engine: size, rate, policy, time, and the answer's shape. */
export class SqlEndpoint {
  private readonly dml = new RateWindow(SQL_DML_PER_SECOND, 1_000);
  private readonly ddl = new RateWindow(SQL_DDL_PER_MINUTE, 60_000);

  constructor(
    private readonly backend: SqlBackend,
    private readonly now: () => number,
    private readonly rateLimited = true,
  ) {}

  async answer(path: string, body: string): Promise<Response> {
    try {
      return await this.run(path.endsWith('/ddl') ? 'ddl' : 'dml', body);
    } catch (error) {
      if (error instanceof SqlFault) return json(error.status, error.body());
      throw error;
    }
  }

  private async run(endpoint: 'dml' | 'ddl', body: string): Promise<Response> {
    if (isLonger(body, SQL_REQUEST_BYTES)) {
      throw new SqlFault(
        413,
        'INVALID_SQL_QUERY',
        'The request is larger than 1 MiB.',
        'Send fewer rows at once.',
      );
    }
    const { query, params } = JSON.parse(body) as SqlRequest;
    this.limitRate(endpoint);
    const { kind } = guardStatement(query, endpoint, params.length);
    const started = Date.now();
    const answer = await this.backend.execute(query, params, endpoint);
    if (Date.now() - started > TIMEOUTS[kind]) throw timedOut(TIMEOUTS[kind]);
    const text = JSON.stringify({ rows: answer.rows, metadata: answer.metadata });
    if (isLonger(text, SQL_RESPONSE_BYTES)) {
      throw new SqlFault(
        413,
        'SQL_EXECUTION_ERROR',
        'The response is larger than 4 MiB.',
        'Read fewer rows at once.',
      );
    }
    return jsonText(200, text);
  }

  private limitRate(endpoint: 'dml' | 'ddl'): void {
    if (!this.rateLimited || this[endpoint].take(this.now(), Date.now())) return;
    const what =
      endpoint === 'dml'
        ? `${SQL_DML_PER_SECOND} DML requests per second`
        : `${SQL_DDL_PER_MINUTE} DDL requests per minute`;
    throw new SqlFault(429, 'RATE_LIMIT_EXCEEDED', `More than ${what}.`, 'Wait and try again.');
  }
}
