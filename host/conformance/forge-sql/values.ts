import type { SqlUnderTest } from './sql-under-test';

/** What values come back as, and which are refused. */
export function describeValues({ run, rows, define, failure, engineCode }: SqlUnderTest): void {
  describe('values', () => {
    const COLUMNS = [
      'id VARCHAR(20) PRIMARY KEY, big BIGINT, n INT, small SMALLINT, flag BOOLEAN, d DOUBLE',
      'money DECIMAL(10,2), doc JSON, note TEXT, at DATETIME, precise DATETIME(3), day DATE',
    ].join(', ');
    const insert = (column: string, value: unknown) =>
      run(`INSERT INTO v (id, ${column}) VALUES (?, ?)`, 'a', value);

    beforeEach(() => define(`CREATE TABLE v (${COLUMNS})`));

    it.each([
      ['big', 1764000000123, '1764000000123'],
      ['big', '9007199254740993', '9007199254740993'],
      ['big', 7, '7'],
      ['n', 7, 7],
      ['n', -2147483648, -2147483648],
      ['small', 7, 7],
      ['flag', true, 1],
      ['flag', false, 0],
      ['d', 1.5, 1.5],
      ['d', 2, 2],
      ['money', 12.5, '12.50'],
      ['doc', '{"a":[1,2]}', '{"a":[1,2]}'],
      ['note', "it's ünïcode ✓", "it's ünïcode ✓"],
      ['at', '2026-03-02 09:00:00', '2026-03-02 09:00:00'],
      ['precise', '2026-03-02 09:00:00.123', '2026-03-02 09:00:00.123'],
      ['precise', '2026-03-02 09:00:00', '2026-03-02 09:00:00.000'],
      ['day', '2026-03-02', '2026-03-02'],
      ['n', null, null],
      ['big', null, null],
    ])('%s: %p comes back as %p', async (column, value, expected) => {
      await insert(column, value);
      expect(await rows(`SELECT ${column} AS x FROM v`)).toEqual([{ x: expected }]);
    });

    it.each([
      ['COUNT(*)', '2'],
      ['COUNT(DISTINCT n)', '2'],
      ['SUM(n)', '4'],
      ['SUM(big)', '30'],
      ['AVG(n)', '2.0000'],
      ['SUM(d)', 4],
      ['SUM(money)', '4.50'],
      ['MAX(big)', '20'],
      ['MIN(n)', 1],
      ['COALESCE(MAX(big), 0)', '20'],
      ['MAX(at)', '2026-03-02 10:00:00'],
    ])('%s is %p', async (expression, expected) => {
      const query = 'INSERT INTO v (id, n, big, d, money, at) VALUES (?, ?, ?, ?, ?, ?)';
      await run(query, 'a', 1, 10, 1.5, 1.25, '2026-03-02 09:00:00');
      await run(query, 'b', 3, 20, 2.5, 3.25, '2026-03-02 10:00:00');
      expect(await rows(`SELECT ${expression} AS x FROM v`)).toEqual([{ x: expected }]);
    });

    it('keeps types of several columns through a union', async () => {
      await run('INSERT INTO v (id, n, big) VALUES (?, ?, ?)', 'a', 1, 10);
      const sums = 'SELECT COUNT(*) AS x, SUM(n) AS y, MAX(n) AS z FROM v WHERE id = ?';
      expect(await rows(`${sums} UNION ALL ${sums}`, 'a', 'b')).toEqual([
        { x: '1', y: '1', z: 1 },
        { x: '0', y: null, z: null },
      ]);
    });

    it('keeps types through a subquery and a common table expression', async () => {
      await run('INSERT INTO v (id, n, big) VALUES (?, ?, ?)', 'a', 1, 10);
      expect(await rows('SELECT s.big, s.n FROM (SELECT big, n FROM v) s')).toEqual([{ big: '10', n: 1 }]);
      expect(await rows('WITH c AS (SELECT big, n FROM v) SELECT big, n FROM c')).toEqual([
        { big: '10', n: 1 },
      ]);
    });

    it.each([
      ['id', 'x'.repeat(21), 'ER_DATA_TOO_LONG'],
      ['n', 2147483648, 'ER_WARN_DATA_OUT_OF_RANGE'],
      ['n', 'abc', 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD'],
    ])('refuses a faulty value in %s', async (column, value, code) => {
      const query =
        column === 'id' ? 'INSERT INTO v (id) VALUES (?)' : `INSERT INTO v (id, ${column}) VALUES ('a', ?)`;
      expect(await engineCode(query, value)).toBe(code);
    });

    it('refuses a date and time that is none', async () => {
      expect((await failure(insert('at', 'yesterday'))).code).toBe('SQL_EXECUTION_ERROR');
    });
  });
}
