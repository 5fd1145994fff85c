/** A value of SQLite as Forge SQL answers it for a column of this declared type. */
export function forgeValue(value: unknown, type: string): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  const base = /^\w+/.exec(type)?.[0] ?? '';
  switch (base) {
    case 'BIGINT':
    case 'INTEGER':
      return String(value);
    case 'INT':
    case 'SMALLINT':
    case 'TINYINT':
    case 'MEDIUMINT':
    case 'BOOLEAN':
    case 'YEAR':
    case 'DOUBLE':
    case 'FLOAT':
      return Number(value);
    case 'DECIMAL':
      return Number(value).toFixed(scaleOf(type));
    case 'DATETIME':
    case 'TIMESTAMP':
      return withFraction(String(value), Number(/\((\d)\)/.exec(type)?.[1] ?? 0));
    case '':
    case 'NUM':
    case 'BLOB':
      return untyped(value);
    default:
      return String(value);
  }
}

function scaleOf(type: string): number {
  return Number(/,\s*(\d+)\)/.exec(type)?.[1] ?? 0);
}

function withFraction(text: string, digits: number): string {
  const [seconds = '', fraction = ''] = text.split('.');
  return digits === 0 ? seconds : `${seconds}.${fraction.padEnd(digits, '0').slice(0, digits)}`;
}

/** A whole number that is no column's is a BIGINT in MySQL, and so a string. */
function untyped(value: unknown): unknown {
  return typeof value === 'bigint' || Number.isInteger(value) ? String(value) : value;
}
