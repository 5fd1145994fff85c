import { parseError } from './sql-fault';
import { afterParenthesis, findWord, type SqlToken } from './sql-tokens';

/** MySQL functions that SQLite has under another name, or that the backend registers under one. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  LEAST: 'MIN',
  GREATEST: 'MAX',
  IF: 'IIF',
  CHAR_LENGTH: 'LENGTH',
  CHARACTER_LENGTH: 'LENGTH',
  LENGTH: 'OCTET_LENGTH',
  CONCAT: 'mysql_concat',
  LEFT: 'mysql_left',
  RIGHT: 'mysql_right',
  NOW: 'mysql_now',
  UTC_TIMESTAMP: 'mysql_now',
  UNIX_TIMESTAMP: 'mysql_unix_timestamp',
};

/** What both engines take but answer differently, or what only SQLite takes: refused, so nobody leans on it. */
const REFUSED = new Set(
  (
    '|| && -> ->> DIV RETURNING PRAGMA ATTACH AUTOINCREMENT AUTO_RANDOM CONFLICT GLOB ROWID ' +
    'TYPEOF STRFTIME JSON_EXTRACT JSON_SET INTERVAL XOR REGEXP RLIKE'
  ).split(' '),
);

/**
 * Writes tokens of a MySQL statement as SQLite text. Placeholders become `?1`, `?2` ... in their order in
 * `params`, so that an expression may be written twice.
 */
export function sqliteText(tokens: readonly SqlToken[], params: readonly SqlToken[]): string {
  const plain = withoutIndexHints(tokens);
  return plain.map((token, i) => tokenText(token, plain[i + 1], plain[i - 1], params)).join(' ');
}

function tokenText(
  token: SqlToken,
  next: SqlToken | undefined,
  before: SqlToken | undefined,
  params: readonly SqlToken[],
): string {
  if (token.kind === 'param') return `?${params.indexOf(token) + 1}`;
  if (token.kind === 'string') return quoteText(token.text);
  if (token.kind === 'name') return quoteName(token.text);
  if (token.kind === 'hint') return '';
  if (token.kind === 'double-quoted') throw parseError('strings stand in single quotes, as ANSI SQL has it');
  if (REFUSED.has(token.upper)) throw parseError(`${token.text} is outside the SQL that all engines share`);
  if (token.upper === '/') return '* 1.0 /';
  if (token.upper === '<=>') return 'IS';
  if (next?.upper === '(' && before?.upper !== '.') return FUNCTIONS[token.upper] ?? token.text;
  return token.text;
}

function withoutIndexHints(tokens: readonly SqlToken[]): SqlToken[] {
  const kept: SqlToken[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (!token) continue;
    const hinted = ['USE', 'FORCE', 'IGNORE'].includes(token.upper);
    if (hinted && (next?.upper === 'INDEX' || next?.upper === 'KEY')) i = afterParenthesis(tokens, i + 2) - 1;
    else if (token.upper === 'COLLATE' && /_bin$/i.test(next?.text ?? '')) i++;
    else kept.push(token);
  }
  return kept;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Where the clauses of a SELECT's outermost select list begin and end: `[from, to)`; null = none. */
export function selectList(tokens: readonly SqlToken[]): { from: number; to: number } | null {
  const select = findWord(tokens, ['SELECT']);
  if (select < 0) return null;
  const from = tokens[select + 1]?.upper === 'DISTINCT' ? select + 2 : select + 1;
  const end = findWord(tokens, ['FROM', 'WHERE', 'ORDER', 'LIMIT', 'UNION', 'EXCEPT', 'INTERSECT'], from);
  return { from, to: end < 0 ? tokens.length : end };
}
