import { sqliteColumn } from './sqlite-column-definition';
import { quoteName, sqliteText } from './sqlite-expression';
import { executionError, nothingToDrop, parseError } from './sql-fault';
import { afterParenthesis, findWord, isIdentifier, splitAtCommas, type SqlToken } from './sql-tokens';

/** What the rewrite must know of the database. */
export interface Schema {
  hasTable(table: string): boolean;
  hasColumn(table: string, column: string): boolean;
}

/**
 * Rewrites one MySQL data definition as the SQLite statements that together do the same. Index names live
 * in their table in MySQL and in the database in SQLite, so they carry the table's name here.
 */
export function sqliteDefinition(tokens: readonly SqlToken[], schema: Schema): string[] {
  const what = `${tokens[0]?.upper ?? ''} ${tokens[1]?.upper ?? ''}`;
  if (what === 'CREATE TABLE') return createTable(tokens, schema);
  if (what === 'CREATE INDEX' || what === 'CREATE UNIQUE') return [createIndex(tokens)];
  if (what === 'DROP INDEX') return [dropIndex(tokens.slice(2))];
  if (what === 'DROP TABLE') return [sqliteText(tokens, [])];
  if (what === 'ALTER TABLE') return alterTable(tokens, schema);
  if (tokens[0]?.upper === 'TRUNCATE') return [`DELETE FROM ${quoteName(tokens.at(-1)?.text ?? '')}`];
  if (what === 'RENAME TABLE')
    return [`ALTER TABLE ${sqliteText(tokens.slice(2), []).replace(' TO ', ' RENAME TO ')}`];
  if (what === 'CREATE VIEW' || what === 'DROP VIEW') return [sqliteText(tokens, [])];
  throw parseError(`${what} is not supported here`);
}

function createTable(tokens: readonly SqlToken[], schema: Schema): string[] {
  const ifNotExists = tokens[2]?.upper === 'IF';
  const at = ifNotExists ? 5 : 2;
  const table = tokens[at]?.text ?? '';
  if (schema.hasTable(table)) {
    if (ifNotExists) return [];
    throw executionError('ER_TABLE_EXISTS_ERROR', 1050, '42S01', `Table '${table}' already exists`);
  }
  if (tokens[at + 1]?.upper !== '(') throw parseError('CREATE TABLE takes a list of columns');
  const parts = splitAtCommas(tokens.slice(at + 2, afterParenthesis(tokens, at + 1) - 1));
  const columns: string[] = [];
  const indexes: string[] = [];
  for (const part of parts) {
    const index = indexOf(table, part);
    if (index) indexes.push(index);
    else columns.push(tableConstraint(part) ?? sqliteColumn(part));
  }
  return [`CREATE TABLE ${quoteName(table)} (${columns.join(', ')})`, ...indexes];
}

function tableConstraint(tokens: readonly SqlToken[]): string | null {
  const part = tokens[0]?.upper === 'CONSTRAINT' ? tokens.slice(2) : tokens;
  const first = part[0]?.upper;
  if (first === 'PRIMARY') return `PRIMARY KEY ${columnList(part, 2)}`;
  return first === 'CHECK' ? sqliteText(part, []) : null;
}

/** `[CONSTRAINT c] UNIQUE [KEY] [name] (columns)` or `KEY name (columns)` as a statement; null = no index. */
function indexOf(table: string, tokens: readonly SqlToken[]): string | null {
  const named = tokens[0]?.upper === 'CONSTRAINT';
  const part = named ? tokens.slice(2) : tokens;
  const unique = part[0]?.upper === 'UNIQUE';
  const isKey = (t: SqlToken | undefined) => t?.upper === 'KEY' || t?.upper === 'INDEX';
  if (!unique && !isKey(part[0])) return null;
  const at = unique && isKey(part[1]) ? 2 : 1;
  const open = part.findIndex((t) => t.upper === '(');
  const given =
    isIdentifier(part[at]) && open > at ? part[at].text : named ? tokens[1]?.text : part[open + 1]?.text;
  return indexText(unique, given ?? '', table, columnList(part, open));
}

function createIndex(tokens: readonly SqlToken[]): string {
  const unique = tokens[1]?.upper === 'UNIQUE';
  const at = unique ? 3 : 2;
  if (tokens[at]?.upper === 'IF')
    throw parseError('CREATE INDEX IF NOT EXISTS is outside the SQL all engines share');
  const on = findWord(tokens, ['ON']);
  const table = tokens[on + 1]?.text ?? '';
  return indexText(unique, tokens[at]?.text ?? '', table, columnList(tokens, on + 2));
}

function dropIndex(tokens: readonly SqlToken[]): string {
  const on = findWord(tokens, ['ON']);
  return `DROP INDEX ${indexName(tokens[on + 1]?.text ?? '', tokens[on - 1]?.text ?? '')}`;
}

function indexText(unique: boolean, name: string, table: string, columns: string): string {
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${indexName(table, name)} ON ${quoteName(table)} ${columns}`;
}

function indexName(table: string, name: string): string {
  return quoteName(`${table}.${name}`);
}

/** The columns of a key; prefix lengths such as `note(20)` are dropped. */
function columnList(tokens: readonly SqlToken[], open: number): string {
  if (tokens[open]?.upper !== '(') throw parseError('a key takes a list of columns');
  const inner = tokens.slice(open + 1, afterParenthesis(tokens, open) - 1);
  const columns = splitAtCommas(inner).map((part) => {
    const direction = part.at(-1)?.upper === 'DESC' ? ' DESC' : '';
    return quoteName(part[0]?.text ?? '') + direction;
  });
  return `(${columns.join(', ')})`;
}

function alterTable(tokens: readonly SqlToken[], schema: Schema): string[] {
  const table = tokens[2]?.text ?? '';
  return splitAtCommas(tokens.slice(3)).flatMap((part) => alteration(table, part, schema));
}

function alteration(table: string, part: readonly SqlToken[], schema: Schema): string[] {
  const alter = `ALTER TABLE ${quoteName(table)}`;
  const [verb, noun] = [part[0]?.upper, part[1]?.upper];
  if (verb === 'ADD') {
    const index = indexOf(table, part.slice(1));
    if (index) return [index];
    const column = part.slice(noun === 'COLUMN' ? 2 : 1);
    const ifNotExists = column[0]?.upper === 'IF';
    const definition = ifNotExists ? column.slice(3) : column;
    if (ifNotExists && schema.hasColumn(table, definition[0]?.text ?? '')) return [];
    return [`${alter} ADD COLUMN ${withImpliedDefault(definition)}`];
  }
  if (verb === 'DROP' && (noun === 'INDEX' || noun === 'KEY'))
    return [`DROP INDEX ${indexName(table, part[2]?.text ?? '')}`];
  if (verb === 'DROP') {
    const column = part.at(-1)?.text ?? '';
    if (!schema.hasColumn(table, column)) throw nothingToDrop(column);
    return [`${alter} DROP COLUMN ${quoteName(column)}`];
  }
  if (verb === 'RENAME') return [`${alter} ${sqliteText(part, [])}`];
  throw parseError(`ALTER TABLE ... ${verb ?? ''} is not supported here; add a new column and copy`);
}

/** MySQL fills a new NOT NULL column with its type's zero; SQLite wants to be told. */
function withImpliedDefault(tokens: readonly SqlToken[]): string {
  const text = sqliteColumn(tokens);
  const notNull = tokens.some((t) => t.upper === 'NOT');
  if (!notNull || tokens.some((t) => t.upper === 'DEFAULT')) return text;
  const isText = /CHAR|TEXT|BLOB|BINARY/.test(tokens[1]?.upper ?? '');
  return text.replace('NOT NULL', `NOT NULL DEFAULT ${isText ? "''" : '0'}`);
}
