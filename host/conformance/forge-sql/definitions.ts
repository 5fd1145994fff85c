import type { SqlUnderTest } from './sql-under-test';

/** Tables, columns, indexes and the migration runner. */
export function describeDefinitions({ run, rows, define, failure, engineCode, migrate }: SqlUnderTest): void {
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
      const first = await migrate();
      expect(first.ran).toEqual(['v001_m', 'v002_m']);
      expect(first.known).toMatchObject([
        { id: '1', name: 'v001_m' },
        { id: '2', name: 'v002_m' },
      ]);
      expect((await migrate()).ran).toEqual([]);
    });
  });
}
