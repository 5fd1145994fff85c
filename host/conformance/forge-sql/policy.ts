import type { SqlUnderTest } from './sql-under-test';

/** What is refused before it reaches the engine: by policy, by endpoint, by size. */
export function describePolicy({ run, rows, define, failure, engineCode }: SqlUnderTest): void {
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
}
