/** A value of SQLite as Forge SQL answers it for a column of this declared type. */
export function valueReader(type: string): (value: unknown) => unknown {
  const convert = converterOf(type);
  return (value) => {
    if (value === null || value === undefined) return null;
    return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : convert(value);
  };
}

function converterOf(type: string): (value: unknown) => unknown {
  switch (/^\w+/.exec(type)?.[0] ?? '') {
    case 'BIGINT':
    case 'INTEGER':
      return String;
    case 'INT':
    case 'SMALLINT':
    case 'TINYINT':
    case 'MEDIUMINT':
    case 'BOOLEAN':
    case 'YEAR':
    case 'DOUBLE':
    case 'FLOAT':
      return Number;
    case 'DECIMAL': {
      const scale = Number(/,\s*(\d+)\)/.exec(type)?.[1] ?? 0);
      return (value) => Number(value).toFixed(scale);
    }
    case 'DATETIME':
    case 'TIMESTAMP': {
      const digits = Number(/\((\d)\)/.exec(type)?.[1] ?? 0);
      return (value) => withFraction(String(value), digits);
    }
    case '':
    case 'NUM':
    case 'BLOB':
      return untyped;
    default:
      return String;
  }
}

function withFraction(text: string, digits: number): string {
  const [seconds = '', fraction = ''] = text.split('.');
  return digits === 0 ? seconds : `${seconds}.${fraction.padEnd(digits, '0').slice(0, digits)}`;
}

/** A whole number that is no column's is a BIGINT in MySQL, and so a string. */
function untyped(value: unknown): unknown {
  return typeof value === 'bigint' || Number.isInteger(value) ? String(value) : value;
}
