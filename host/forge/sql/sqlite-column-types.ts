import type { Database } from 'node-sqlite3-wasm';
import { selectList, sqliteText } from './sqlite-expression';
import { afterParenthesis, findWord, splitAtCommas, type SqlToken } from './sql-tokens';

/** Declared type per column name, as `BIGINT`, `DECIMAL(10,2)` ...; empty where only the value tells. */
export type ColumnTypes = ReadonlyMap<string, string>;

const PROBE = 'forge_probe';

/**
 * Types of a query's columns. SQLite declares them for plain columns, through views and subqueries too; the
 * common aggregates are worked out from what they aggregate.
 */
export function columnTypes(db: Database, tokens: readonly SqlToken[]): ColumnTypes {
  const plain = tokens.map(nullParam);
  const declared = probe(db, sqliteText(plain, []));
  const list = selectList(plain);
  const items = list ? splitAtCommas(plain.slice(list.from, list.to)) : [];
  const types = new Map(declared.map(({ name, type }) => [name, type]));
  if (!list || items.length !== declared.length) return types;
  const union = findWord(plain, ['UNION', 'EXCEPT', 'INTERSECT'], list.to);
  const rest = plain.slice(list.to, union < 0 ? plain.length : union);
  const typeOf = (expression: readonly SqlToken[]): string => {
    const query = [...plain.slice(0, list.from), ...expression, ...rest];
    return declaredOrInferred(probe(db, sqliteText(query, []))[0]?.type ?? '', expression, typeOf);
  };
  declared.forEach(({ name, type }, i) => {
    types.set(name, declaredOrInferred(type, items[i] ?? [], typeOf));
  });
  return types;
}

function declaredOrInferred(
  declared: string,
  expression: readonly SqlToken[],
  typeOf: (expression: readonly SqlToken[]) => string,
): string {
  if (declared !== '' && declared !== 'NUM' && declared !== 'BLOB') return declared;
  if (expression[1]?.upper !== '(') return declared;
  const close = afterParenthesis(expression, 1);
  if (!endsThere(expression, close)) return declared;
  const inner = splitAtCommas(expression.slice(2, close - 1))[0] ?? [];
  const argument = inner[0]?.upper === 'DISTINCT' ? inner.slice(1) : inner;
  switch (expression[0]?.upper) {
    case 'COUNT':
      return 'BIGINT';
    case 'SUM':
      return summed(typeOf(argument), 0);
    case 'AVG':
      return summed(typeOf(argument), 4);
    case 'MIN':
    case 'MAX':
    case 'COALESCE':
    case 'IFNULL':
    case 'LEAST':
    case 'GREATEST':
      return typeOf(argument);
    default:
      return declared;
  }
}

/** The call may be followed by an alias or a window, not by another operand. */
function endsThere(expression: readonly SqlToken[], close: number): boolean {
  const next = expression[close]?.upper;
  return next === undefined || next === 'AS' || next === 'OVER' || expression.length === close + 1;
}

/** MySQL adds up and averages exact numbers as decimals, approximate ones as doubles. */
function summed(type: string, extraScale: number): string {
  if (/^(DOUBLE|FLOAT)/.test(type)) return 'DOUBLE';
  const scale = Number(/^DECIMAL\(\d+,\s*(\d+)\)/.exec(type)?.[1] ?? 0);
  return `DECIMAL(65,${scale + extraScale})`;
}

function nullParam(token: SqlToken): SqlToken {
  return token.kind === 'param' ? { kind: 'word', text: 'NULL', upper: 'NULL' } : token;
}

function probe(db: Database, query: string): { name: string; type: string }[] {
  db.exec(`CREATE TEMP VIEW ${PROBE} AS ${query}`);
  try {
    const columns = db.all(`PRAGMA temp.table_info(${PROBE})`);
    return columns.map((c) => ({ name: String(c.name), type: String(c.type).toUpperCase() }));
  } finally {
    db.exec(`DROP VIEW temp.${PROBE}`);
  }
}
