import { parseError } from './sql-fault';

export type SqlTokenKind = 'word' | 'name' | 'string' | 'double-quoted' | 'number' | 'param' | 'op' | 'hint';

export interface SqlToken {
  readonly kind: SqlTokenKind;
  /** As written; for `name` without its back-ticks, for `string` the value it stands for. */
  readonly text: string;
  /** Upper-cased text of a bare word or an operator; empty for anything quoted. */
  readonly upper: string;
}

const PATTERN =
  /(?<space>\s+|--[ \t][^\n]*(?:\n|$)|--(?:\n|$)|#[^\n]*(?:\n|$))|\/\*(?<comment>[\s\S]*?)\*\/|`(?<name>(?:[^`]|``)*)`|'(?<string>(?:[^'\\]|''|\\[\s\S])*)'|"(?<dquoted>(?:[^"\\]|""|\\[\s\S])*)"|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|(?<word>[@A-Za-z_$][\w$@]*)|(?<param>\?)|(?<op><=>|<>|<=|>=|!=|:=|\|\||&&|->>|->|<<|>>|[-+*/%=<>(),.;!~&|^:])/gy;

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  b: '\b',
  Z: '\x1a',
};

/** Splits a MySQL statement into tokens; comments go, except optimizer hints. Throws a parse error. */
export function tokenize(query: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < query.length) {
    const at = PATTERN.lastIndex;
    const groups = PATTERN.exec(query)?.groups;
    if (!groups)
      throw parseError(`check the manual for the right syntax to use near '${query.slice(at, at + 40)}'`);
    const token = tokenOf(groups);
    if (token) tokens.push(token);
  }
  while (tokens.at(-1)?.upper === ';') tokens.pop();
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>): SqlToken | undefined {
  const { comment, name, string, dquoted, number, word, op } = groups;
  if (comment !== undefined) return commentToken(comment);
  if (name !== undefined) return { kind: 'name', text: name.replaceAll('``', '`'), upper: '' };
  if (string !== undefined) return { kind: 'string', text: unescape(string, "'"), upper: '' };
  if (dquoted !== undefined) return { kind: 'double-quoted', text: unescape(dquoted, '"'), upper: '' };
  if (number !== undefined) return { kind: 'number', text: number, upper: '' };
  if (word !== undefined) return { kind: 'word', text: word, upper: word.toUpperCase() };
  if (op !== undefined) return { kind: 'op', text: op, upper: op };
  return groups.param === undefined ? undefined : { kind: 'param', text: '?', upper: '?' };
}

function commentToken(comment: string): SqlToken | undefined {
  if (comment.startsWith('!')) throw parseError('executable comments are not supported');
  return comment.startsWith('+') ? { kind: 'hint', text: comment.slice(1), upper: '' } : undefined;
}

function unescape(text: string, quote: string): string {
  return text
    .replaceAll(quote + quote, quote)
    .replace(/\\([\s\S])/g, (_, c: string) => (c === '%' || c === '_' ? `\\${c}` : (ESCAPES[c] ?? c)));
}

/** Index just after the parenthesis that closes the one at `open`. */
export function afterParenthesis(tokens: readonly SqlToken[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]?.upper === '(') depth++;
    if (tokens[i]?.upper === ')' && --depth === 0) return i + 1;
  }
  throw parseError('a parenthesis is not closed');
}

/** Splits at commas that stand in no parenthesis. */
export function splitAtCommas(tokens: readonly SqlToken[]): SqlToken[][] {
  const parts: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.upper === '(') depth++;
    if (token.upper === ')') depth--;
    if (token.upper === ',' && depth === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Index of the first of `words` outside any parenthesis at or after `from`; -1 = none. */
export function findWord(tokens: readonly SqlToken[], words: readonly string[], from = 0): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const upper = tokens[i]?.upper ?? '';
    if (upper === '(') depth++;
    else if (upper === ')') depth--;
    else if (depth === 0 && words.includes(upper)) return i;
  }
  return -1;
}

export function isIdentifier(token: SqlToken | undefined): token is SqlToken {
  return token?.kind === 'word' || token?.kind === 'name';
}
