/** The engine's own words on a failed statement, as Forge passes them on. */
export interface SqlDebug {
  readonly code: string;
  readonly errno: number;
  readonly sqlMessage: string;
  readonly sqlState: string;
}

export type SqlFaultCode =
  | 'SQL_EXECUTION_ERROR'
  | 'SQL_POLICY_VIOLATION'
  | 'INVALID_SQL_QUERY'
  | 'QUERY_TIMED_OUT'
  | 'RATE_LIMIT_EXCEEDED';

/** A statement Forge SQL refuses or fails; `body()` is the answer's JSON. */
export class SqlFault extends Error {
  constructor(
    readonly status: number,
    readonly code: SqlFaultCode,
    message: string,
    readonly suggestion?: string,
    readonly debug?: SqlDebug,
  ) {
    super(message);
  }

  body(): Record<string, unknown> {
    const { code, message, suggestion, debug } = this;
    return { code, message, suggestion, context: debug ? { debug } : {} };
  }
}

export function policyViolation(what: string, suggestion: string): SqlFault {
  return new SqlFault(400, 'SQL_POLICY_VIOLATION', `The query was rejected: ${what}.`, suggestion);
}

export function executionError(code: string, errno: number, sqlState: string, sqlMessage: string): SqlFault {
  const debug = { code, errno, sqlMessage, sqlState };
  return new SqlFault(400, 'SQL_EXECUTION_ERROR', sqlMessage, undefined, debug);
}

export function parseError(what: string): SqlFault {
  return executionError('ER_PARSE_ERROR', 1064, '42000', `You have an error in your SQL syntax; ${what}`);
}

export function timedOut(limitMs: number): SqlFault {
  return new SqlFault(
    408,
    'QUERY_TIMED_OUT',
    `The provided query took more than ${limitMs / 1000} seconds to execute.`,
    'Narrow the query or add an index.',
  );
}

export function nothingToDrop(name: string): SqlFault {
  return executionError(
    'ER_CANT_DROP_FIELD_OR_KEY',
    1091,
    '42000',
    `Can't DROP '${name}'; check that column/key exists`,
  );
}
