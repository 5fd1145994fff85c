import type { SqlUnderTest } from './sql-under-test';

/** Inserts, upserts, updates and deletes: what they change and what they count. */
export function describeWrites({ run, rows, define, affected, failure }: SqlUnderTest): void {
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
      expect(await rows('SELECT id, version, state FROM t')).toEqual([{ id: 'a', version: '2', state: 'x' }]);
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
      expect(await affected('INSERT IGNORE INTO t (id, version) VALUES (?, ?), (?, ?)', 'a', 9, 'b', 9)).toBe(
        1,
      );
      expect(await affected('REPLACE INTO t (id, version) VALUES (?, ?)', 'a', 3)).toBe(2);
      expect(await rows('SELECT id, version, state FROM t ORDER BY id')).toEqual([
        { id: 'a', version: '3', state: null },
        { id: 'b', version: '9', state: null },
      ]);
    });

    it('bounds updates and deletes with IN, ORDER BY and LIMIT', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await run(UPSERT, id, 1, 'x');
      expect(await affected('UPDATE t SET due = ? WHERE state = ? ORDER BY id DESC LIMIT 1', 7, 'x')).toBe(1);
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
}
