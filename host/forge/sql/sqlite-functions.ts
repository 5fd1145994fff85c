import type { Database, SQLiteValue } from 'node-sqlite3-wasm';

type SqlFunction = (...args: SQLiteValue[]) => SQLiteValue;

/** Registers the MySQL functions that SQLite lacks or answers otherwise. */
export function registerMysqlFunctions(db: Database): void {
  register(db, 'mysql_concat', (...parts) => (parts.includes(null) ? null : parts.join('')));
  register(db, 'mysql_left', (text, length) => cut(text, length, (t, n) => t.slice(0, n)));
  register(db, 'mysql_right', (text, length) => cut(text, length, (t, n) => (n > 0 ? t.slice(-n) : '')));
  register(db, 'mysql_now', () => new Date().toISOString().slice(0, 19).replace('T', ' '), false);
  register(db, 'mysql_unix_timestamp', () => Math.floor(Date.now() / 1000), false);
}

/** Registers a function of any number of arguments; the driver reads the count from `length`. */
export function register(db: Database, name: string, run: SqlFunction, deterministic = true): void {
  const anyCount: SqlFunction = (...args) => run(...args);
  Object.defineProperty(anyCount, 'length', { value: -1 });
  db.function(name, anyCount, { deterministic });
}

function cut(
  text: SQLiteValue | undefined,
  length: SQLiteValue | undefined,
  slice: (t: string, n: number) => string,
) {
  if (text === null || text === undefined || length === null) return null;
  return slice(String(text), Math.max(0, Number(length)));
}
