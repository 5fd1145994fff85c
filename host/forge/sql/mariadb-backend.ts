import {
  createPool,
  Types,
  type FieldPacket,
  type Pool,
  type PoolOptions,
  type ResultSetHeader,
} from 'mysql2/promise';
import type { SqlAnswer, SqlBackend } from '../../contract';
import { SQL_DDL_TIMEOUT_MS, SQL_DML_TIMEOUT_MS, SQL_SELECT_TIMEOUT_MS } from '../platform-limits';
import { SQL_MODE } from './mariadb-server';
import { executionError, parseError, timedOut } from './sql-fault';

export type MariadbOptions =
  | { /** `mysql://user:password@host:port/database` */ readonly url: string }
  | { readonly socketPath: string; readonly database: string };

interface EngineError {
  readonly code?: string;
  readonly errno?: number;
  readonly sqlState?: string;
  readonly sqlMessage?: string;
  readonly message: string;
}

/** Read once: the driver looks its module up at every look at them. */
const { DATETIME, TIMESTAMP } = Types;
const UPDATE = /^\s*UPDATE\b/i;
const READS = /^\s*(?:\(|SELECT\b|WITH\b|SHOW\b|DESC|EXPLAIN\b)/i;

/** A MariaDB or MySQL server that answers like Forge SQL. Rows changed are counted, not rows found. */
export function createMariadbBackend(options: MariadbOptions): SqlBackend {
  const target: PoolOptions = 'url' in options ? { uri: options.url } : { ...options, user: 'root' };
  const pool = createPool({
    ...target,
    connectionLimit: 4,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    flags: ['-FOUND_ROWS'],
  });
  pool.on('connection', (connection) => {
    connection.query(`SET SESSION sql_mode = '${SQL_MODE}', time_zone = '+00:00'`);
  });
  let prefix: Promise<string> | undefined;
  return {
    execute: async (query, params, kind) => {
      prefix ??= updatePrefix(pool);
      return execute(pool, (UPDATE.test(query) ? await prefix : '') + query, params, kind);
    },
    close: () => pool.end(),
  };
}

/**
 * In TiDB all assignments of an UPDATE see the old row, in MariaDB each sees the ones before it, unless it is
 * told otherwise. Upserts are alike in both, so only updates are told.
 */
async function updatePrefix(pool: Pool): Promise<string> {
  const [rows] = await pool.query('SELECT VERSION() AS version');
  const version = (rows as { version: string }[])[0]?.version ?? '';
  return version.includes('MariaDB')
    ? `SET STATEMENT sql_mode = '${SQL_MODE},SIMULTANEOUS_ASSIGNMENT' FOR `
    : '';
}

/** Creates an empty database of that name on a server reached by its socket, in place of any before. */
export async function createEmptyDatabase(socketPath: string, database: string): Promise<void> {
  const pool = createPool({ socketPath, user: 'root' });
  try {
    await pool.query(`DROP DATABASE IF EXISTS \`${database}\``);
    await pool.query(`CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  } finally {
    await pool.end();
  }
}

async function execute(
  pool: Pool,
  query: string,
  params: readonly unknown[],
  kind: 'dml' | 'ddl',
): Promise<SqlAnswer> {
  const timeout = timeoutOf(query, kind);
  const connection = await pool.getConnection();
  try {
    const [result, fields] = await connection.execute({ sql: query, values: params.map(bindable), timeout });
    return { rows: answerOf(result, fields) };
  } catch (error) {
    const { code } = error as EngineError;
    if (code === 'PROTOCOL_SEQUENCE_TIMEOUT') {
      connection.destroy();
      throw timedOut(timeout);
    }
    throw faultOf(error as EngineError);
  } finally {
    connection.release();
  }
}

function timeoutOf(query: string, kind: 'dml' | 'ddl'): number {
  if (READS.test(query)) return SQL_SELECT_TIMEOUT_MS;
  return kind === 'ddl' ? SQL_DDL_TIMEOUT_MS : SQL_DML_TIMEOUT_MS;
}

function answerOf(result: unknown, fields: FieldPacket[]): SqlAnswer['rows'] {
  if (!Array.isArray(result)) {
    const { affectedRows, fieldCount, info, insertId, serverStatus, warningStatus } =
      result as ResultSetHeader;
    return { affectedRows, fieldCount, info, insertId: Number(insertId), serverStatus, warningStatus };
  }
  const rows = result as Record<string, unknown>[];
  for (const row of rows) for (const field of fields) row[field.name] = forgeValue(row[field.name], field);
  return rows;
}

/** The driver has made strings of BIGINT, DECIMAL and dates; what is left are bytes, JSON and `.000`. */
function forgeValue(value: unknown, { type, columnType = type, decimals }: FieldPacket): unknown {
  if (typeof value === 'object' && value !== null)
    return Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value);
  const timed = columnType === DATETIME || columnType === TIMESTAMP;
  const bare = timed && typeof value === 'string' && decimals > 0 && !value.includes('.');
  return bare ? `${value}.${'0'.repeat(decimals)}` : value;
}

function bindable(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  throw parseError('a parameter must be a string, a number, a boolean or null');
}

function faultOf({
  code = 'ER_UNKNOWN_ERROR',
  errno = 1105,
  sqlState = 'HY000',
  sqlMessage,
  message,
}: EngineError) {
  return executionError(code, errno, sqlState, sqlMessage ?? message);
}
