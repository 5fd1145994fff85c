import { executionError, parseError, policyViolation } from './sql-fault';
import { findWord, isIdentifier, tokenize, type SqlToken } from './sql-tokens';

export type StatementKind = 'read' | 'write' | 'ddl';

export interface GuardedStatement {
  readonly kind: StatementKind;
  readonly tokens: readonly SqlToken[];
}

const KINDS: Readonly<Record<string, StatementKind>> = {
  SELECT: 'read',
  SHOW: 'read',
  DESCRIBE: 'read',
  DESC: 'read',
  EXPLAIN: 'read',
  INSERT: 'write',
  REPLACE: 'write',
  UPDATE: 'write',
  DELETE: 'write',
  CREATE: 'ddl',
  ALTER: 'ddl',
  DROP: 'ddl',
  TRUNCATE: 'ddl',
  RENAME: 'ddl',
};

const SHOWS = ['TABLES', 'COLUMNS', 'INDEXES', 'INDEX', 'KEYS'];

const FUNCTIONS = new Set(
  'SLEEP BENCHMARK SHA2 COMPRESS UNCOMPRESS DECOMPRESS AES_ENCRYPT AES_DECRYPT LOAD_FILE GET_LOCK'.split(' '),
);

const HINTS = new Set(
  (
    'USE_INDEX IGNORE_INDEX FORCE_INDEX ORDER_INDEX NO_ORDER_INDEX HASH_JOIN MERGE_JOIN INL_JOIN ' +
    'INL_HASH_JOIN INL_MERGE_JOIN BKA NO_BKA BNL NO_BNL'
  ).split(' '),
);

const SYSTEM_SCHEMAS = ['INFORMATION_SCHEMA', 'MYSQL'];

/**
 * Lets through what Forge SQL's query policy lets through, one statement at a time. Throws a `SqlFault`:
 * `SQL_POLICY_VIOLATION`, or `SQL_EXECUTION_ERROR` for what cannot be parsed or came to the wrong endpoint.
 */
export function guardStatement(query: string, endpoint: 'dml' | 'ddl', paramCount: number): GuardedStatement {
  const tokens = tokenize(query);
  if (tokens.length === 0) throw parseError('the query is empty');
  if (tokens.some((t) => t.upper === ';')) {
    throw policyViolation('it contains more than one statement', 'Send each statement on its own.');
  }
  const kind = kindOf(tokens);
  for (let i = 0; i < tokens.length; i++) checkAt(tokens, i);
  checkEndpoint(kind, endpoint, tokens[0]?.upper ?? '');
  checkParams(tokens, paramCount);
  return { kind, tokens };
}

function kindOf(tokens: readonly SqlToken[]): StatementKind {
  const at = tokens[0]?.upper === 'WITH' || tokens[0]?.upper === '(' ? mainVerb(tokens) : 0;
  const verb = tokens[at]?.upper ?? '';
  const kind = KINDS[verb];
  if (!kind)
    throw policyViolation(`${verb || 'this'} statements are not permitted`, 'Use one plain statement.');
  const show = tokens[1]?.upper === 'FULL' ? tokens[2]?.upper : tokens[1]?.upper;
  if (verb === 'SHOW' && !SHOWS.includes(show ?? '')) {
    throw policyViolation(`SHOW ${show ?? ''} is not permitted`, `Permitted are SHOW ${SHOWS.join(', ')}.`);
  }
  if (
    kind === 'ddl' &&
    ['USER', 'DATABASE', 'SCHEMA', 'ROLE', 'TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT'].includes(
      tokens[1]?.upper ?? '',
    )
  ) {
    throw policyViolation(`${verb} ${tokens[1]?.upper} is not permitted`, 'Use tables, indexes and views.');
  }
  return kind;
}

function mainVerb(tokens: readonly SqlToken[]): number {
  if (tokens[0]?.upper === '(') return tokens.findIndex((t) => t.upper in KINDS);
  return Math.max(findWord(tokens, ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REPLACE'], 1), 0);
}

function checkAt(tokens: readonly SqlToken[], i: number): void {
  const token = tokens[i];
  if (!token) return;
  const next = tokens[i + 1];
  if (token.kind === 'hint') return checkHint(token.text);
  if (FUNCTIONS.has(token.upper) && next?.upper === '(') {
    throw policyViolation(`${token.upper}() is restricted`, 'Compute the value in the app.');
  }
  if (token.upper === 'FOREIGN' || (token.upper === 'REFERENCES' && token.kind === 'word')) {
    throw policyViolation('foreign keys are not supported', 'Keep references consistent in the app.');
  }
  if (token.upper === 'OUTFILE' || token.upper === 'DUMPFILE') {
    throw policyViolation('it writes a file', 'Read the rows instead.');
  }
  if (
    (token.upper === 'FOR' && next?.upper === 'UPDATE') ||
    (token.upper === 'LOCK' && next?.upper === 'IN')
  ) {
    throw policyViolation('row locks need a transaction', 'Use a version column and check affectedRows.');
  }
  checkSchema(tokens, i);
}

function checkHint(hint: string): void {
  for (const [, name = ''] of hint.matchAll(/([A-Za-z_]+)\s*\(/g)) {
    if (HINTS.has(name.toUpperCase())) continue;
    throw policyViolation(`the optimizer hint ${name} is not permitted`, 'Remove the hint.');
  }
}

function checkSchema(tokens: readonly SqlToken[], i: number): void {
  const before = tokens[i]?.upper ?? '';
  if (!['FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE'].includes(before)) return;
  if (before === 'UPDATE' && tokens[i - 1]?.upper === 'KEY') return;
  const schema = tokens[i + 1];
  if (!isIdentifier(schema) || tokens[i + 2]?.upper !== '.') return;
  if (SYSTEM_SCHEMAS.includes(schema.text.toUpperCase())) return;
  throw policyViolation(`it refers to another schema, ${schema.text}`, 'Name tables without a schema.');
}

function checkEndpoint(kind: StatementKind, endpoint: 'dml' | 'ddl', verb: string): void {
  if (kind === 'ddl' && endpoint === 'dml') {
    const message = `${verb} command denied to user; use executeDDL`;
    throw executionError('ER_TABLEACCESS_DENIED_ERROR', 1142, '42000', message);
  }
  if (kind === 'write' && endpoint === 'ddl') {
    throw policyViolation(`${verb} is not a data definition`, 'Use prepare(...).execute() for data.');
  }
}

function checkParams(tokens: readonly SqlToken[], paramCount: number): void {
  const expected = tokens.filter((t) => t.kind === 'param').length;
  if (expected === paramCount) return;
  const message = `Incorrect arguments to EXECUTE: ${expected} placeholders, ${paramCount} parameters`;
  throw executionError('ER_WRONG_ARGUMENTS', 1210, 'HY000', message);
}
