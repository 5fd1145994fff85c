import type { SqlUnderTest } from './sql-under-test';

/** Queries of the subset that every engine shares. */
export function describeReads({ run, rows, define }: SqlUnderTest): void {
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
      ['LEAST and GREATEST', 'SELECT id FROM r WHERE GREATEST(size, 15) = LEAST(20, size)', [], [{ id: 2 }]],
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
}
