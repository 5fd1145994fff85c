import type { SqlBackend, WriteSummary } from '../contract';
import { installTestRuntime, type TestRuntime } from '../forge/test-runtime';

type ForgeSql = typeof import('@forge/sql');
type Rows = Record<string, unknown>[];

interface FailedStatement {
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly responseDetails: { readonly status: number };
  readonly context: { readonly debug?: { readonly code: string } };
}

/**
 * What Forge SQL promises, asked through the real `@forge/sql` of a backend. `open` gives an empty one for
 * each test.
 */
export function describeSqlConformance(engine: string, open: () => Promise<SqlBackend>): void {
  describe(`Forge SQL on ${engine}`, () => {
    let backend: SqlBackend;
    let runtime: TestRuntime;
    let forgeSql: ForgeSql;

    beforeEach(async () => {
      backend = await open();
      runtime = installTestRuntime({ sql: backend });
      forgeSql = await import('@forge/sql');
    });

    afterEach(async () => {
      runtime.restore();
      await backend.close();
    });

    const run = (query: string, ...params: unknown[]): Promise<unknown> =>
      runtime.run(
        undefined,
        async () =>
          (
            await forgeSql.sql
              .prepare(query)
              .bindParams(...params)
              .execute()
          ).rows,
      );
    const rows = async (query: string, ...params: unknown[]) => (await run(query, ...params)) as Rows;
    const define = (query: string) => runtime.run(undefined, () => forgeSql.sql.executeDDL(query));
    const affected = async (query: string, ...params: unknown[]) =>
      ((await run(query, ...params)) as WriteSummary).affectedRows;
    const failure = async (action: Promise<unknown>): Promise<FailedStatement> => {
      const error = await action.then(
        () => Promise.reject(new Error('The statement was accepted.')),
        (e: unknown) => e,
      );
      expect(error).toBeInstanceOf(forgeSql.ForgeSQLAPIError);
      return error as FailedStatement;
    };
    const engineCode = async (query: string, ...params: unknown[]) =>
      (await failure(run(query, ...params))).context.debug?.code;

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

    describe('writes', () => {
      beforeEach(() =>
        define(
          `CREATE TABLE t (id VARCHAR(40) NOT NULL, version BIGINT NOT NULL, state VARCHAR(20), due BIGINT,
            PRIMARY KEY (id), UNIQUE KEY one_due (due), KEY by_state (state, due)) DEFAULT CHARSET=utf8mb4`,
        ),
      );

      const UPSERT = `INSERT INTO t (id, version, state) VALUES (?, ?, ?)
        ON DUPLICATE KEY UPDATE version = VALUES(version), state = VALUES(state)`;

      it('answers an insert with the rows it made', async () => {
        expect(await run('INSERT INTO t (id, version) VALUES (?, ?), (?, ?)', 'a', 1, 'b', 1)).toMatchObject({
          affectedRows: 2,
          insertId: 0,
          fieldCount: 0,
        });
      });

      it('counts an upsert as 1 for a new row, 2 for a changed one, 0 for the same', async () => {
        expect(await affected(UPSERT, 'a', 1, 'x')).toBe(1);
        expect(await affected(UPSERT, 'a', 2, 'x')).toBe(2);
        expect(await affected(UPSERT, 'a', 2, 'x')).toBe(0);
        expect(await rows('SELECT id, version, state FROM t')).toEqual([
          { id: 'a', version: '2', state: 'x' },
        ]);
      });

      it('lets later assignments of an upsert see earlier ones', async () => {
        const newer = `INSERT INTO t (id, version, state) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE
          state = IF(VALUES(version) > version, VALUES(state), state),
          version = GREATEST(version, VALUES(version))`;
        const wrong = `INSERT INTO t (id, version, state) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE
          version = GREATEST(version, VALUES(version)),
          state = IF(VALUES(version) > version, VALUES(state), state)`;
        await run(newer, 'a', 1, 'old');
        await run(newer, 'a', 2, 'new');
        await run(newer, 'a', 1, 'late');
        expect(await rows('SELECT version, state FROM t')).toEqual([{ version: '2', state: 'new' }]);
        await run(wrong, 'a', 3, 'lost');
        expect(await rows('SELECT version, state FROM t')).toEqual([{ version: '3', state: 'new' }]);
      });

      it('lets all assignments of an update see the old row', async () => {
        await run(UPSERT, 'a', 1, 'x');
        await run('UPDATE t SET version = version + 1, due = version WHERE id = ?', 'a');
        expect(await rows('SELECT version, due FROM t')).toEqual([{ version: '2', due: '1' }]);
      });

      it('updates only the expected version and says whether it did', async () => {
        await run(UPSERT, 'a', 1, 'x');
        const update = 'UPDATE t SET state = ?, version = version + 1 WHERE id = ? AND version = ?';
        expect(await affected(update, 'y', 'a', 1)).toBe(1);
        expect(await affected(update, 'z', 'a', 1)).toBe(0);
        expect(await affected('UPDATE t SET state = ? WHERE id = ?', 'y', 'a')).toBe(0);
        expect(await rows('SELECT state, version FROM t')).toEqual([{ state: 'y', version: '2' }]);
      });

      it('upserts several rows at once', async () => {
        await run(UPSERT, 'a', 1, 'x');
        const both = `INSERT INTO t (id, version, state) VALUES (?, ?, ?), (?, ?, ?)
          ON DUPLICATE KEY UPDATE version = VALUES(version)`;
        expect(await affected(both, 'a', 5, 'p', 'b', 6, 'q')).toBe(3);
        expect(await rows('SELECT id, version, state FROM t ORDER BY id')).toEqual([
          { id: 'a', version: '5', state: 'x' },
          { id: 'b', version: '6', state: 'q' },
        ]);
      });

      it('skips duplicates of INSERT IGNORE and replaces with REPLACE', async () => {
        await run(UPSERT, 'a', 1, 'x');
        expect(
          await affected('INSERT IGNORE INTO t (id, version) VALUES (?, ?), (?, ?)', 'a', 9, 'b', 9),
        ).toBe(1);
        expect(await affected('REPLACE INTO t (id, version) VALUES (?, ?)', 'a', 3)).toBe(2);
        expect(await rows('SELECT id, version, state FROM t ORDER BY id')).toEqual([
          { id: 'a', version: '3', state: null },
          { id: 'b', version: '9', state: null },
        ]);
      });

      it('bounds updates and deletes with IN, ORDER BY and LIMIT', async () => {
        for (const id of ['a', 'b', 'c', 'd']) await run(UPSERT, id, 1, 'x');
        expect(await affected('UPDATE t SET due = ? WHERE state = ? ORDER BY id DESC LIMIT 1', 7, 'x')).toBe(
          1,
        );
        expect(await rows('SELECT id FROM t WHERE due = 7')).toEqual([{ id: 'd' }]);
        expect(await affected('DELETE FROM t WHERE id IN (?, ?)', 'a', 'b')).toBe(2);
        expect(await affected('DELETE FROM t WHERE state = ? ORDER BY id LIMIT 1', 'x')).toBe(1);
        expect(await rows('SELECT id FROM t')).toEqual([{ id: 'd' }]);
      });

      it.each([
        ['a duplicate primary key', "INSERT INTO t (id, version) VALUES ('a', 1)", 'ER_DUP_ENTRY'],
        ['a duplicate unique key', "INSERT INTO t (id, version, due) VALUES ('b', 1, 5)", 'ER_DUP_ENTRY'],
        [
          'null where there must be a value',
          "INSERT INTO t (id, version) VALUES ('c', NULL)",
          'ER_BAD_NULL_ERROR',
        ],
        ['an unknown table', 'SELECT id FROM nope', 'ER_NO_SUCH_TABLE'],
        ['an unknown column', 'SELECT nope FROM t', 'ER_BAD_FIELD_ERROR'],
        ['too few values', "INSERT INTO t (id, version) VALUES ('c')", 'ER_WRONG_VALUE_COUNT_ON_ROW'],
        ['what is no SQL', 'SELECT FROM WHERE', 'ER_PARSE_ERROR'],
      ])('refuses %s', async (_, query, code) => {
        await run("INSERT INTO t (id, version, due) VALUES ('a', 1, 5)");
        const error = await failure(run(query));
        expect(error).toMatchObject({ code: 'SQL_EXECUTION_ERROR', responseDetails: { status: 400 } });
        expect(error.context.debug).toMatchObject({
          code,
          errno: expect.any(Number),
          sqlState: expect.any(String),
          sqlMessage: expect.any(String),
        });
      });
    });

    describe('reads', () => {
      beforeEach(async () => {
        await define('CREATE TABLE r (id INT PRIMARY KEY, name VARCHAR(40), size INT)');
        await run("INSERT INTO r VALUES (1, 'Alpha', 10), (2, 'alpha', 20), (3, 'Beta', NULL), (4, 'ö', 40)");
      });

      it.each([
        ['LIKE minds case', "SELECT id FROM r WHERE name LIKE 'A%'", [], [{ id: 1 }]],
        ['equality minds case', 'SELECT id FROM r WHERE name = ?', ['alpha'], [{ id: 2 }]],
        ['nulls are no number', 'SELECT COUNT(size) AS n FROM r', [], [{ n: '3' }]],
        ['<=> compares nulls', 'SELECT id FROM r WHERE size <=> ?', [null], [{ id: 3 }]],
        [
          'LIMIT takes parameters',
          'SELECT id FROM r ORDER BY id LIMIT ? OFFSET ?',
          [2, 1],
          [{ id: 2 }, { id: 3 }],
        ],
        ['LENGTH counts bytes', 'SELECT id FROM r WHERE LENGTH(name) <> CHAR_LENGTH(name)', [], [{ id: 4 }]],
        ['CONCAT with null is null', 'SELECT CONCAT(name, size) AS x FROM r WHERE id = 3', [], [{ x: null }]],
        [
          'LEAST and GREATEST',
          'SELECT id FROM r WHERE GREATEST(size, 15) = LEAST(20, size)',
          [],
          [{ id: 2 }],
        ],
        [
          'CASE in a condition',
          'SELECT id FROM r WHERE CASE WHEN size > 30 THEN 1 ELSE 0 END = 1',
          [],
          [{ id: 4 }],
        ],
        ['division is exact', 'SELECT id FROM r WHERE size / 4 = 2.5', [], [{ id: 1 }]],
        ['a quote in a string', "SELECT 'it''s' AS x FROM r WHERE id = 1", [], [{ x: "it's" }]],
        ['a backslash escapes', "SELECT 'it\\'s' AS x FROM r WHERE id = 1", [], [{ x: "it's" }]],
        ['a comment is passed over', 'SELECT id /* all */ FROM r WHERE id = 1 -- one\n', [], [{ id: 1 }]],
        ['a trailing semicolon', 'SELECT id FROM r WHERE id = 1;', [], [{ id: 1 }]],
        ['back-ticks name', 'SELECT `id` FROM `r` WHERE `size` = 10', [], [{ id: 1 }]],
        [
          'grouping',
          'SELECT name, COUNT(*) AS n FROM r GROUP BY name HAVING COUNT(*) > 0 ORDER BY name LIMIT 1',
          [],
          [{ name: 'Alpha', n: '1' }],
        ],
        [
          'row number',
          'SELECT id FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id DESC) AS k FROM r) x WHERE k = 1',
          [],
          [{ id: 4 }],
        ],
        [
          'a left join',
          'SELECT a.id, b.id AS other FROM r a LEFT JOIN r b ON b.id = a.id + 3 ORDER BY a.id LIMIT 2',
          [],
          [
            { id: 1, other: 4 },
            { id: 2, other: null },
          ],
        ],
        ['nothing found', 'SELECT id FROM r WHERE id = 99', [], []],
      ])('%s', async (_, query, params, expected) => {
        expect(await rows(query, ...params)).toEqual(expected);
      });
    });

    describe('definitions', () => {
      it('creates once, adds columns and indexes, and drops them', async () => {
        await define('CREATE TABLE IF NOT EXISTS d (id INT PRIMARY KEY)');
        await define('CREATE TABLE IF NOT EXISTS d (id INT PRIMARY KEY)');
        await define('ALTER TABLE d ADD COLUMN name VARCHAR(10) NOT NULL');
        await define('ALTER TABLE d ADD COLUMN n BIGINT DEFAULT 5, ADD INDEX by_n (n)');
        await define('CREATE UNIQUE INDEX by_name ON d (name, n)');
        await run("INSERT INTO d (id, name) VALUES (1, 'x')");
        expect(await engineCode("INSERT INTO d (id, name) VALUES (2, 'x')")).toBe('ER_DUP_ENTRY');
        await define('DROP INDEX by_name ON d');
        await run("INSERT INTO d (id, name) VALUES (2, 'x')");
        expect(await rows('SELECT id, name, n FROM d ORDER BY id')).toEqual([
          { id: 1, name: 'x', n: '5' },
          { id: 2, name: 'x', n: '5' },
        ]);
        await define('ALTER TABLE d DROP COLUMN name');
        expect(await engineCode('SELECT name FROM d')).toBe('ER_BAD_FIELD_ERROR');
        await define('TRUNCATE TABLE d');
        expect(await rows('SELECT id FROM d')).toEqual([]);
        await define('DROP TABLE IF EXISTS d');
        expect(await engineCode('SELECT id FROM d')).toBe('ER_NO_SUCH_TABLE');
      });

      it('lets two tables have an index of the same name', async () => {
        await define('CREATE TABLE a (id INT PRIMARY KEY, n INT, KEY by_n (n))');
        await define('CREATE TABLE b (id INT PRIMARY KEY, n INT, KEY by_n (n))');
        expect((await failure(define('CREATE INDEX by_n ON a (n)'))).context.debug?.code).toBe(
          'ER_DUP_KEYNAME',
        );
      });

      it.each([
        ['an existing table', 'CREATE TABLE e (id INT PRIMARY KEY)', 'ER_TABLE_EXISTS_ERROR'],
        ['an existing column', 'ALTER TABLE e ADD COLUMN id INT', 'ER_DUP_FIELDNAME'],
      ])('refuses %s', async (_, query, code) => {
        await define('CREATE TABLE e (id INT PRIMARY KEY)');
        expect((await failure(define(query))).context.debug?.code).toBe(code);
      });

      it('runs each migration of the migration runner once', async () => {
        const { MigrationRunner } = await import('@forge/sql/out/migration');
        const { SqlClient } = await import('@forge/sql/out/sql');
        const migrate = () =>
          runtime.run(undefined, async () => {
            const runner = new MigrationRunner(new SqlClient());
            runner.enqueue('v001_m', 'CREATE TABLE IF NOT EXISTS m (id INT PRIMARY KEY)');
            runner.enqueue('v002_m', 'ALTER TABLE m ADD COLUMN n INT');
            return { ran: await runner.run(), known: await runner.list() };
          });
        const first = await migrate();
        expect(first.ran).toEqual(['v001_m', 'v002_m']);
        expect(first.known).toMatchObject([
          { id: '1', name: 'v001_m' },
          { id: '2', name: 'v002_m' },
        ]);
        expect((await migrate()).ran).toEqual([]);
      });
    });

    describe('the query policy', () => {
      it.each([
        ['a transaction', 'START TRANSACTION'],
        ['two statements', 'SELECT 1; SELECT 2'],
        ['SET of a session variable', 'SET autocommit = 0'],
        ['USE', 'USE other'],
        ['PREPARE', "PREPARE p FROM 'SELECT 1'"],
        ['LOCK TABLES', 'LOCK TABLES t WRITE'],
        ['SHOW GRANTS', 'SHOW GRANTS'],
        ['SLEEP', 'SELECT SLEEP(1)'],
        ['BENCHMARK', "SELECT BENCHMARK(10, MD5('x'))"],
        ['SHA2', "SELECT SHA2('x', 256)"],
        ['a row lock', 'SELECT 1 FOR UPDATE'],
        ['another schema', 'SELECT * FROM other.users'],
        ['a forbidden hint', 'SELECT /*+ MAX_EXECUTION_TIME(1000) */ 1'],
      ])('refuses %s', async (_, query) => {
        const error = await failure(run(query));
        expect(error).toMatchObject({ code: 'SQL_POLICY_VIOLATION', responseDetails: { status: 400 } });
        expect(error.suggestion).toEqual(expect.any(String));
      });

      it.each([
        ['a foreign key', 'CREATE TABLE c (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES p (id))'],
        ['a new database', 'CREATE DATABASE other'],
        ['data sent as a definition', 'DELETE FROM t'],
      ])('refuses %s at the definition endpoint', async (_, query) => {
        expect((await failure(define(query))).code).toBe('SQL_POLICY_VIOLATION');
      });

      it('refuses a definition at the data endpoint', async () => {
        expect(await engineCode('CREATE TABLE x (id INT PRIMARY KEY)')).toBe('ER_TABLEACCESS_DENIED_ERROR');
      });

      it('refuses a placeholder without a value', async () => {
        expect(await engineCode('SELECT ? AS a, ? AS b', 1)).toBe('ER_WRONG_ARGUMENTS');
      });

      it('permits a listed hint, SHOW TABLES and harmless words in strings and names', async () => {
        await define('CREATE TABLE words (id INT PRIMARY KEY, `lock` VARCHAR(20))');
        await run("INSERT INTO words VALUES (1, 'a; SLEEP(1) -- no')");
        expect(await rows('SELECT /*+ USE_INDEX(words) */ `lock` AS w FROM words')).toEqual([
          { w: 'a; SLEEP(1) -- no' },
        ]);
        expect((await rows('SHOW TABLES')).flatMap((row) => Object.values(row))).toEqual(['words']);
      });
    });

    describe('sizes', () => {
      it('refuses a request over 1 MiB', async () => {
        const error = await failure(run('SELECT ? AS x', 'x'.repeat(1024 * 1024)));
        expect(error).toMatchObject({ code: 'INVALID_SQL_QUERY', responseDetails: { status: 413 } });
      });

      it('refuses a response over 4 MiB', async () => {
        await define('CREATE TABLE big (id INT PRIMARY KEY, body MEDIUMTEXT)');
        for (let id = 0; id < 5; id++) await run('INSERT INTO big VALUES (?, ?)', id, 'x'.repeat(1_000_000));
        expect(await failure(run('SELECT body FROM big'))).toMatchObject({
          responseDetails: { status: 413 },
        });
        expect(await rows('SELECT id FROM big WHERE id < 2')).toHaveLength(2);
      });
    });
  });
}
