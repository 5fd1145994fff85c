import { quoteName, sqliteText } from './sqlite-expression';
import { parseError } from './sql-fault';
import { findWord, isIdentifier, splitAtCommas, type SqlToken } from './sql-tokens';

export interface SqliteWrite {
  readonly text: string;
  readonly table: string;
  /** How the engine's count of changes becomes MySQL's `affectedRows`. */
  readonly counting: 'rows' | 'upsert' | 'replace';
}

interface Assignment {
  readonly column: string;
  readonly expression: readonly SqlToken[];
}

/** Name of the function that counts the rows an upsert really changed. */
export const COUNT_UPDATED = 'forge_count_updated';

/** Rewrites INSERT, REPLACE, UPDATE and DELETE of the common MySQL subset for SQLite. */
export function sqliteWrite(tokens: readonly SqlToken[]): SqliteWrite {
  const verb = tokens[0]?.upper;
  if (verb === 'UPDATE') return update(tokens);
  if (verb === 'INSERT') return insert(tokens);
  const at = findWord(tokens, ['INTO', 'FROM']);
  const table = tokens[at + 1]?.text ?? '';
  const params = tokens.filter(isParam);
  if (verb === 'REPLACE') return { text: sqliteText(tokens, params), table, counting: 'replace' };
  const bounded = boundedCondition(tokens, table, params);
  const text =
    bounded === null ? sqliteText(tokens, params) : `DELETE FROM ${quoteName(table)} WHERE ${bounded}`;
  return { text, table, counting: 'rows' };
}

/** MySQL bounds a DELETE or UPDATE by ORDER BY and LIMIT, SQLite only a SELECT; null = it is not bounded. */
function boundedCondition(
  tokens: readonly SqlToken[],
  table: string,
  params: readonly SqlToken[],
): string | null {
  const tail = findWord(tokens, ['ORDER', 'LIMIT']);
  if (tail < 0) return null;
  const where = findWord(tokens, ['WHERE']);
  const clauses = sqliteText(tokens.slice(where < 0 ? tail : where), params);
  return `rowid IN (SELECT rowid FROM ${quoteName(table)} ${clauses})`;
}

function insert(tokens: readonly SqlToken[]): SqliteWrite {
  const params = tokens.filter(isParam);
  const into = findWord(tokens, ['INTO']);
  const table = tokens[into + 1]?.text ?? '';
  const ignore = tokens.slice(0, into).some((t) => t.upper === 'IGNORE')
    ? 'INSERT OR IGNORE INTO'
    : 'INSERT INTO';
  const duplicate = tokens.findIndex((t, i) => t.upper === 'ON' && tokens[i + 1]?.upper === 'DUPLICATE');
  const head = tokens.slice(into + 1, duplicate < 0 ? undefined : duplicate);
  const start = `${ignore} ${sqliteText(head, params)}`;
  if (duplicate < 0) return { text: start, table, counting: 'rows' };
  const assignments = inOrder(assignmentsOf(tokens.slice(duplicate + 4)), table);
  const written = assignments.map(({ column, expression }) => ({
    column: quoteName(column),
    value: `(${sqliteText(expression, params)})`,
  }));
  const set = written.map(({ column, value }) => `${column} = ${value}`).join(', ');
  const changed = written.map(({ column, value }) => `${column} IS NOT ${value}`).join(' OR ');
  const where = `CASE WHEN ${changed} THEN ${COUNT_UPDATED}() ELSE 0 END`;
  const guard = head.some((t) => t.upper === 'SELECT') && findWord(head, ['WHERE']) < 0 ? ' WHERE true' : '';
  return {
    text: `${start}${guard} ON CONFLICT DO UPDATE SET ${set} WHERE ${where}`,
    table,
    counting: 'upsert',
  };
}

function assignmentsOf(tokens: readonly SqlToken[]): Assignment[] {
  return splitAtCommas(tokens).map((part) => {
    const equals = part.findIndex((t) => t.upper === '=');
    const column = part[equals - 1];
    if (!isIdentifier(column)) throw parseError('ON DUPLICATE KEY UPDATE takes column = expression');
    return { column: column.text, expression: part.slice(equals + 1) };
  });
}

/**
 * MySQL and TiDB evaluate these assignments from left to right, each seeing the values set before it;
 * SQLite sees only the old row. So what was assigned before is written in place of the column.
 */
function inOrder(assignments: readonly Assignment[], table: string): Assignment[] {
  const done: Assignment[] = [];
  for (const { column, expression } of assignments) {
    done.push({ column, expression: resolve(expression, done, table) });
  }
  return done;
}

function resolve(tokens: readonly SqlToken[], done: readonly Assignment[], table: string): SqlToken[] {
  const out: SqlToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const name = tokens[i + 2];
    if (token.upper === 'VALUES' && tokens[i + 1]?.upper === '(' && isIdentifier(name)) {
      out.push(bare('excluded'), op('.'), name);
      i += 3;
      continue;
    }
    const qualified = same(token, table) && tokens[i + 1]?.upper === '.' && isIdentifier(name);
    const column = qualified ? name : token;
    const isColumn =
      isIdentifier(column) && (qualified || (tokens[i + 1]?.upper !== '(' && tokens[i - 1]?.upper !== '.'));
    const earlier = isColumn ? done.find((a) => same(column, a.column)) : undefined;
    if (earlier) out.push(op('('), ...earlier.expression, op(')'));
    else out.push(...tokens.slice(i, qualified ? i + 3 : i + 1));
    if (qualified) i += 2;
  }
  return out;
}

/** An UPDATE counts the rows it changes, not the rows it finds. */
function update(tokens: readonly SqlToken[]): SqliteWrite {
  const params = tokens.filter(isParam);
  const set = findWord(tokens, ['SET']);
  const where = findWord(tokens, ['WHERE']);
  const end = findWord(tokens, ['WHERE', 'ORDER', 'LIMIT']);
  const table = tokens[1]?.text ?? '';
  const assignments = assignmentsOf(tokens.slice(set + 1, end < 0 ? undefined : end));
  const changed = assignments
    .map(({ column, expression }) => `${quoteName(column)} IS NOT (${sqliteText(expression, params)})`)
    .join(' OR ');
  const bounded = boundedCondition(tokens, table, params);
  const condition = bounded ?? (where < 0 ? 'true' : `(${sqliteText(tokens.slice(where + 1), params)})`);
  const head = sqliteText(tokens.slice(0, end < 0 ? undefined : end), params);
  return { text: `${head} WHERE ${condition} AND (${changed})`, table, counting: 'rows' };
}

function isParam(token: SqlToken): boolean {
  return token.kind === 'param';
}

function same(token: SqlToken, name: string): boolean {
  return isIdentifier(token) && token.text.toLowerCase() === name.toLowerCase();
}

function bare(text: string): SqlToken {
  return { kind: 'word', text, upper: text.toUpperCase() };
}

function op(text: string): SqlToken {
  return { kind: 'op', text, upper: text };
}
