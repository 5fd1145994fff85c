import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlBackend } from '../../contract';
import { createSqliteBackend } from './sqlite-backend';

let folder: string;
let backend: SqlBackend | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-sqlite-'));
});

afterEach(async () => {
  await backend?.close();
  backend = undefined;
  rmSync(folder, { recursive: true });
});

const open = (file: string) => (backend = createSqliteBackend({ file: join(folder, file) }));
const rows = async (query: string, ...params: unknown[]) =>
  (await backend?.execute(query, params, 'dml'))?.rows;

describe('a database file', () => {
  it('keeps rows and column types between two runs', async () => {
    await open('a/b.db').execute('CREATE TABLE t (id BIGINT PRIMARY KEY, n INT)', [], 'ddl');
    await rows('INSERT INTO t VALUES (?, ?)', 1764000000123, 5);
    await backend?.close();
    open('a/b.db');
    expect(await rows('SELECT id, n FROM t')).toEqual([{ id: '1764000000123', n: 5 }]);
  });

  it('is refused while another process has it', () => {
    writeFileSync(join(folder, 'c.db.pid'), String(process.ppid));
    expect(() => open('c.db')).toThrow(`is in use by process ${process.ppid}`);
  });

  it('is taken over from a process that died', async () => {
    writeFileSync(join(folder, 'd.db.pid'), '999999999');
    open('d.db');
    expect(await rows('SELECT 1 AS one')).toEqual([{ one: '1' }]);
  });
});

it.each(['a', 'id: abcdef', 'id: abcdefg', 'id: a longer text, longer than a word\r\n'])(
  'answers "%s" as it was written, with its byte order mark',
  async (text) => {
    await open('e.db').execute('CREATE TABLE t (id INT PRIMARY KEY, document MEDIUMTEXT)', [], 'ddl');
    await rows('INSERT INTO t VALUES (?, ?)', 1, `\uFEFF${text}`);
    expect(await rows('SELECT document FROM t')).toEqual([{ document: `\uFEFF${text}` }]);
  },
);

describe('what only one of the engines takes', () => {
  beforeEach(() => {
    backend = createSqliteBackend();
  });

  it.each([
    ['a double-quoted string', 'SELECT "x"'],
    ['||', "SELECT 'a' || 'b'"],
    ['DIV', 'SELECT 7 DIV 2'],
    ['JSON_EXTRACT', "SELECT JSON_EXTRACT('{}', '$.a')"],
    ['ON CONFLICT', 'INSERT INTO t (id) VALUES (1) ON CONFLICT DO NOTHING'],
    ['RETURNING', 'INSERT INTO t (id) VALUES (1) RETURNING id'],
    ['ENUM', "CREATE TABLE t (e ENUM('a'))"],
    ['ON UPDATE', 'CREATE TABLE t (at TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP)'],
    ['MODIFY', 'ALTER TABLE t MODIFY COLUMN a INT'],
    ['an executable comment', 'SELECT /*!50000 1 */'],
  ])('%s is refused rather than answered differently', async (_, query) => {
    await expect(backend?.execute(query, [], 'dml')).rejects.toMatchObject({
      code: 'SQL_EXECUTION_ERROR',
      debug: { code: 'ER_PARSE_ERROR' },
    });
  });

  it('a failed definition leaves nothing behind', async () => {
    const faulty = 'CREATE TABLE t (id INT PRIMARY KEY, KEY a (id), KEY b (nope))';
    await expect(backend?.execute(faulty, [], 'ddl')).rejects.toMatchObject({ code: 'SQL_EXECUTION_ERROR' });
    expect(await rows('SHOW TABLES')).toEqual([]);
  });
});
