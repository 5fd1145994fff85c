import { quoteName, sqliteText } from './sqlite-expression';
import { parseError } from './sql-fault';
import { afterParenthesis, type SqlToken } from './sql-tokens';

const INTEGER_RANGES: Readonly<Record<string, readonly [string, string, string]>> = {
  TINYINT: ['-128', '127', '255'],
  BOOLEAN: ['-128', '127', '255'],
  SMALLINT: ['-32768', '32767', '65535'],
  MEDIUMINT: ['-8388608', '8388607', '16777215'],
  INT: ['-2147483648', '2147483647', '4294967295'],
  BIGINT: ['-9223372036854775808', '9223372036854775807', '9223372036854775807'],
};

const SYNONYMS: Readonly<Record<string, string>> = {
  INTEGER: 'INT',
  BOOL: 'BOOLEAN',
  NUMERIC: 'DECIMAL',
  REAL: 'DOUBLE',
  JSON: 'JSON_TEXT',
};

const DIGITS = '[0-9][0-9]';
const DATE_GLOB = `${DIGITS}${DIGITS}-[0-1][0-9]-[0-3][0-9]`;
const TIME_GLOB = `[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*`;

/**
 * A MySQL column definition as SQLite text. SQLite keeps any value in any column, so strict mode's refusals
 * are added as checks whose names carry the fault and the column.
 */
export function sqliteColumn(tokens: readonly SqlToken[]): string {
  const name = tokens[0]?.text ?? '';
  const written = tokens[1]?.upper ?? '';
  const base = SYNONYMS[written] ?? written;
  const hasSize = tokens[2]?.upper === '(';
  const afterType = hasSize ? afterParenthesis(tokens, 2) : 2;
  const size = hasSize
    ? tokens
        .slice(2, afterType)
        .map((t) => t.text)
        .join('')
    : '';
  if (base === 'ENUM' || base === 'SET')
    throw parseError(`${base} columns are not supported here; use VARCHAR`);
  const rest = tokens.slice(afterType);
  if (rest.some((t) => t.upper === 'AUTO_INCREMENT'))
    return `${quoteName(name)} INTEGER PRIMARY KEY AUTOINCREMENT`;
  const unsigned = rest.some((t) => t.upper === 'UNSIGNED');
  const checks = checksOf(name, base, Number(tokens[3]?.text ?? 0), unsigned);
  return [quoteName(name), base + size, ...attributes(rest), ...checks].join(' ');
}

function attributes(tokens: readonly SqlToken[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const next = tokens[i + 1];
    switch (tokens[i]?.upper) {
      case 'NOT':
        out.push('NOT NULL');
        i++;
        break;
      case 'DEFAULT': {
        const end = next?.upper === '-' ? i + 3 : i + 2;
        out.push(`DEFAULT ${defaultText(tokens.slice(i + 1, end))}`);
        i = tokens[end]?.upper === '(' ? afterParenthesis(tokens, end) - 1 : end - 1;
        break;
      }
      case 'PRIMARY':
        out.push('PRIMARY KEY NOT NULL');
        i++;
        break;
      case 'UNIQUE':
        out.push('UNIQUE');
        if (next?.upper === 'KEY') i++;
        break;
      case 'COMMENT':
      case 'COLLATE':
      case 'CHARSET':
      case 'AFTER':
        i++;
        break;
      case 'CHARACTER':
        i += 2;
        break;
      case 'NULL':
      case 'UNSIGNED':
      case 'FIRST':
        break;
      default:
        throw parseError(`${tokens[i]?.text ?? ''} in a column definition is not supported here`);
    }
  }
  return out;
}

function defaultText(tokens: readonly SqlToken[]): string {
  const now = ['CURRENT_TIMESTAMP', 'NOW'].includes(tokens[0]?.upper ?? '');
  return now ? "(strftime('%Y-%m-%d %H:%M:%S', 'now'))" : sqliteText(tokens, []);
}

function checksOf(name: string, base: string, size: number, unsigned: boolean): string[] {
  const column = quoteName(name);
  const check = (fault: string, test: string) =>
    `CONSTRAINT ${quoteName(`${fault}:${name}`)} CHECK (${test})`;
  const bad = (test: string) => [check('bad_value', `${column} IS NULL OR ${test}`)];
  const range = INTEGER_RANGES[base];
  if (range) {
    const [low, high, unsignedHigh] = range;
    const within = `${column} BETWEEN ${unsigned ? '0' : low} AND ${unsigned ? unsignedHigh : high}`;
    return [...bad(`typeof(${column}) = 'integer'`), check('out_of_range', within)];
  }
  if (['DECIMAL', 'DOUBLE', 'FLOAT'].includes(base)) return bad(`typeof(${column}) IN ('integer', 'real')`);
  if (base === 'CHAR' || base === 'VARCHAR') return [check('too_long', `length(${column}) <= ${size || 1}`)];
  if (base === 'JSON_TEXT') return bad(`json_valid(${column})`);
  if (base === 'DATETIME' || base === 'TIMESTAMP') return bad(`${column} GLOB '${DATE_GLOB} ${TIME_GLOB}'`);
  if (base === 'DATE') return bad(`${column} GLOB '${DATE_GLOB}'`);
  return [];
}
