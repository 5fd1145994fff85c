import { Database, type JSValue } from 'node-sqlite3-wasm';
import type { SqlAnswer, SqlBackend, WriteSummary } from '../../contract';
import { parseError, SqlFault } from './sql-fault';
import { tokenize, type SqlToken } from './sql-tokens';
import { columnTypes, type ColumnTypes } from './sqlite-column-types';
import { sqliteDefinition, type Schema } from './sqlite-ddl';
import { mysqlFault } from './sqlite-errors';
import { quoteName, quoteText, sqliteText } from './sqlite-expression';
import { claimFile } from './sqlite-file';
import { register, registerMysqlFunctions } from './sqlite-functions';
import { COUNT_UPDATED, sqliteWrite, type SqliteWrite } from './sqlite-upsert';
import { valueReader } from './sqlite-value';
import { TextCache } from './text-cache';

export interface SqliteOptions {
  /** Keeps the data in this file; without it the data live in memory. */
  readonly file?: string;
}

/** SQLite in WebAssembly that takes the common MySQL subset and answers like Forge SQL. */
export function createSqliteBackend(options: SqliteOptions = {}): SqlBackend {
  const release = options.file ? claimFile(options.file) : () => undefined;
  const store = new SqliteStore(new Database(options.file ?? ':memory:'));
  return {
    execute: async (query, params) => store.execute(query, params),
    close: async () => {
      store.close();
      release();
    },
  };
}

const SETTINGS = `
  PRAGMA case_sensitive_like = ON;
  PRAGMA cache_size = -262144;
  PRAGMA foreign_keys = OFF;
  PRAGMA recursive_triggers = OFF;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = TRUNCATE;
  PRAGMA synchronous = OFF;`;

class SqliteStore implements Schema {
  private readonly statements = new TextCache<readonly SqlToken[]>();
  private readonly writes = new TextCache<SqliteWrite & { readonly numbered: boolean }>();
  private readonly reads = new TextCache<{ readonly text: string; readonly types: ColumnTypes }>();
  private updated = 0;

  constructor(private readonly db: Database) {
    db.exec(SETTINGS);
    registerMysqlFunctions(db);
    register(db, COUNT_UPDATED, () => ++this.updated, false);
  }

  close(): void {
    this.db.close();
  }

  execute(query: string, params: readonly unknown[]): SqlAnswer {
    const tokens = this.statements.get(query, () => tokenize(query));
    const values = params.map(bindable);
    try {
      switch (tokens[0]?.upper) {
        case 'INSERT':
        case 'REPLACE':
        case 'UPDATE':
        case 'DELETE':
          return { rows: this.write(query, tokens, values) };
        case 'CREATE':
        case 'ALTER':
        case 'DROP':
        case 'TRUNCATE':
        case 'RENAME':
          return { rows: this.define(tokens) };
        case 'SHOW':
          return { rows: this.show(tokens) };
        default:
          return { rows: this.read(query, tokens, values) };
      }
    } catch (error) {
      if (error instanceof SqlFault) throw error;
      throw mysqlFault(error instanceof Error ? error.message : String(error));
    }
  }

  hasTable(table: string): boolean {
    return (
      this.db.get(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?)`, [table]) !==
      null
    );
  }

  hasColumn(table: string, column: string): boolean {
    return (
      this.db.get(`SELECT 1 FROM pragma_table_info(?) WHERE lower(name) = lower(?)`, [table, column]) !== null
    );
  }

  private read(query: string, tokens: readonly SqlToken[], values: JSValue[]): Record<string, unknown>[] {
    const { text, types } = this.reads.get(query, () => {
      const params = tokens.filter((t) => t.kind === 'param');
      return { text: sqliteText(tokens, params), types: columnTypes(this.db, tokens) };
    });
    const rows = this.db.all(text, values) as Record<string, unknown>[];
    const readers = Object.keys(rows[0] ?? {}).map(
      (name) => [name, valueReader(types.get(name) ?? '')] as const,
    );
    for (const row of rows) for (const [name, read] of readers) row[name] = read(row[name]);
    return rows;
  }

  private write(query: string, tokens: readonly SqlToken[], values: JSValue[]): WriteSummary {
    const { text, table, counting, numbered } = this.writes.get(query, () => {
      const plan = sqliteWrite(tokens);
      return { ...plan, numbered: tokens[0]?.upper === 'INSERT' && this.numbersItself(plan.table) };
    });
    this.updated = 0;
    const before = counting === 'replace' ? this.count(table) : 0;
    const { changes, lastInsertRowid } = this.db.run(text, values);
    const replaced = counting === 'replace' ? before + changes - this.count(table) : 0;
    const insertId = numbered ? Number(lastInsertRowid) : 0;
    return summary(changes + this.updated + replaced, insertId);
  }

  private define(tokens: readonly SqlToken[]): WriteSummary {
    this.db.exec('BEGIN');
    try {
      for (const statement of sqliteDefinition(tokens, this)) this.db.exec(statement);
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    } finally {
      this.reads.clear();
      this.writes.clear();
    }
    return summary(0, 0);
  }

  private show(tokens: readonly SqlToken[]): Record<string, unknown>[] {
    if (tokens[1]?.upper === 'TABLES' && tokens.length === 2) {
      const tables = this.db.all(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite|_%' ESCAPE '|' ORDER BY name`,
      );
      return tables.map((t) => ({ Tables_in_forge: t.name }));
    }
    if (tokens[1]?.upper === 'COLUMNS' && tokens[2]?.upper === 'FROM') {
      const columns = this.db.all(`PRAGMA table_info(${quoteText(tokens[3]?.text ?? '')})`);
      return columns.map((c) => ({
        Field: c.name,
        Type: String(c.type).toLowerCase(),
        Null: c.notnull ? 'NO' : 'YES',
      }));
    }
    throw parseError('only SHOW TABLES and SHOW COLUMNS FROM t are supported here');
  }

  private count(table: string): number {
    return Number(this.db.get(`SELECT COUNT(*) AS n FROM ${quoteName(table)}`)?.n ?? 0);
  }

  private numbersItself(table: string): boolean {
    const definition = this.db.get(`SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?`, [
      table,
    ]);
    return String(definition?.sql ?? '').includes('AUTOINCREMENT');
  }
}

function summary(affectedRows: number, insertId: number): WriteSummary {
  return { affectedRows, fieldCount: 0, info: '', insertId, serverStatus: 2, warningStatus: 0 };
}

/** Whole numbers are bound as integers, however large. */
function bindable(value: unknown): JSValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string') return withMarkToLose(value);
  if (value === null || typeof value === 'number') return value;
  throw parseError('a parameter must be a string, a number, a boolean or null');
}

/** The driver decodes text of more than 16 bytes without its byte order mark, so that one more is put there to lose. */
function withMarkToLose(text: string): string {
  const marked = `\uFEFF${text}`;
  return text.startsWith('\uFEFF') && Buffer.byteLength(marked) > 16 ? marked : text;
}
