import { executionError, nothingToDrop, parseError, type SqlFault } from './sql-fault';

type Rule = readonly [RegExp, (match: RegExpExecArray) => SqlFault];

const RULES: readonly Rule[] = [
  [
    /UNIQUE constraint failed: (.*)/,
    (m) => {
      const columns = (m[1] ?? '').split(', ');
      const key = columns.map((c) => c.split('.').pop()).join('-');
      const table = columns[0]?.split('.')[0] ?? '';
      return executionError('ER_DUP_ENTRY', 1062, '23000', `Duplicate entry for key '${table}.${key}'`);
    },
  ],
  [
    /NOT NULL constraint failed: \S+?\.(\S+)/,
    (m) => executionError('ER_BAD_NULL_ERROR', 1048, '23000', `Column '${m[1]}' cannot be null`),
  ],
  [
    /CHECK constraint failed: too_long:(\S+)/,
    (m) => executionError('ER_DATA_TOO_LONG', 1406, '22001', `Data too long for column '${m[1]}' at row 1`),
  ],
  [
    /CHECK constraint failed: out_of_range:(\S+)/,
    (m) =>
      executionError('ER_WARN_DATA_OUT_OF_RANGE', 1264, '22003', `Out of range value for column '${m[1]}'`),
  ],
  [
    /CHECK constraint failed: bad_value:(\S+)/,
    (m) =>
      executionError(
        'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
        1366,
        'HY000',
        `Incorrect value for column '${m[1]}'`,
      ),
  ],
  [
    /no such table: (\S+)/,
    (m) => executionError('ER_NO_SUCH_TABLE', 1146, '42S02', `Table '${m[1]}' doesn't exist`),
  ],
  [
    /(?:no such column: |has no column named )(\S+)/,
    (m) => executionError('ER_BAD_FIELD_ERROR', 1054, '42S22', `Unknown column '${m[1]}' in 'field list'`),
  ],
  [
    /ambiguous column name: (\S+)/,
    (m) => executionError('ER_NON_UNIQ_ERROR', 1052, '23000', `Column '${m[1]}' in field list is ambiguous`),
  ],
  [
    /duplicate column name: (\S+)/,
    (m) => executionError('ER_DUP_FIELDNAME', 1060, '42S21', `Duplicate column name '${m[1]}'`),
  ],
  [
    /index (?:"?)(.+?)(?:"?) already exists/,
    (m) => executionError('ER_DUP_KEYNAME', 1061, '42000', `Duplicate key name '${m[1]?.split('.').pop()}'`),
  ],
  [/no such index: (.+)/, (m) => nothingToDrop(m[1]?.split('.').pop() ?? '')],
  [
    /no such function: (\S+)/,
    (m) => executionError('ER_SP_DOES_NOT_EXIST', 1305, '42000', `FUNCTION ${m[1]} does not exist`),
  ],
  [
    /table \S+ has (\d+) columns but (\d+) values|(\d+) values for (\d+) columns/,
    () =>
      executionError(
        'ER_WRONG_VALUE_COUNT_ON_ROW',
        1136,
        '21S01',
        "Column count doesn't match value count at row 1",
      ),
  ],
  [/syntax error|incomplete input|unrecognized token/, (m) => parseError(m.input)],
];

/** SQLite's message as the error MySQL would have given. */
export function mysqlFault(message: string): SqlFault {
  for (const [pattern, fault] of RULES) {
    const match = pattern.exec(message);
    if (match) return fault(match);
  }
  return executionError('ER_UNKNOWN_ERROR', 1105, 'HY000', message);
}
