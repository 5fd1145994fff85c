import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { openLocalSite, type LocalSite } from '../local-site';
import { StateFolder } from '../state-folder';
import { ImportFault, importLog } from './import-log';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'accord-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,opened_at,sys_created_at,sys_updated_at,priority,impact,urgency,assignment_group,resolved_at,closed_at';
const row = (key: number, state: string, n: number, hour: number, priority: number) =>
  `${key},${state},true,0,0,${n},true,1/3/2016 08:00,1/3/2016 08:00,${1 + Math.floor(hour / 24)}/3/2016 ${String(hour % 24).padStart(2, '0')}:00,${priority},2,2,${70 + (key % 3)},1/3/2016 12:00,5/3/2016 12:00`;

/** Forty cases with pauses, changes of priority, reopenings, and some that stay open; one damaged row. */
const LOG = [
  HEADER,
  ...Array.from({ length: 40 }, (_, k) => [
    row(k, 'New', 0, 9, 1 + (k % 4)),
    row(k, 'Active', 1, 10 + (k % 7), 1 + (k % 4)),
    row(k, 'Awaiting User Info', 2, 20 + k, 1 + ((k + 1) % 4)),
    row(k, 'Active', 3, 30 + 2 * k, 1 + ((k + 1) % 4)),
    ...(k % 5 === 0 ? [] : [row(k, 'Resolved', 4, 60 + 2 * k, 1 + ((k + 1) % 4))]),
    ...(k % 6 === 0 ? [row(k, 'Active', 5, 140 + k, 1), row(k, 'Closed', 6, 150 + k, 1)] : []),
  ]).flat(),
  'damaged',
].join('\n');

const logFile = join(folder, 'log.csv');
writeFileSync(logFile, LOG);

const bundled = existsSync(join(root, 'dist/app.cjs')) ? describe : describe.skip;
bundled('importing a log into the local Jira (needs npm run build)', () => {
  const told: string[] = [];
  let site: LocalSite;

  const anIssue = /^GET \/rest\/api\/3\/issue\/\d+\b/;
  const spent = { 'retry-after': '60', 'ratelimit-reason': 'jira-quota-tenant-based' };

  beforeAll(async () => {
    site = await openLocalSite({
      appFolder: root,
      folder: new StateFolder(join(folder, 'site')),
      sql: null,
      paused: true,
      seed: async () => {
        const { fill, ...seed } = importLog(
          { file: logFile, mapping: null, agreement: null },
          () => undefined,
          (line) => told.push(line),
        );
        // Some tickets cannot be read at first, as on a machine with much else to do.
        return {
          ...seed,
          fill: async (parts) => {
            parts.jira.failNext({ match: anIssue, status: 429, headers: spent, times: 7 });
            await fill(parts);
            expect(parts.forge.dump().queue.filter(({ retryCount }) => retryCount > 0).length).toBe(7);
          },
        };
      },
      warn: (sentence) => {
        throw new Error(sentence);
      },
    });
  });
  afterAll(() => site.close());

  test('makes every case a ticket with its history', () => {
    expect(site.jira.issues()).toHaveLength(40);
    expect(told.join('\n')).toContain('40 cases, 1 malformed row left out');
    expect(told.join('\n')).toMatch(/line \d+ has 1 cells where the header has 16/);
  });

  test('ends, through the whole app, in the verdicts that the replay of the same log gives', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        'scripts/replay.ts',
        '--log',
        logFile,
        '--agreement',
        'scenarios/logs/uci-servicenow.agreement.yaml',
        '--json',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(status).toBe(0);
    const { rows } = JSON.parse(stdout) as {
      rows: { measureId: string; priority: string | null; met: number; breached: number }[];
    };
    const replayed = rows.filter((r) => r.priority === null).map((r) => [r.measureId, r.met, r.breached]);
    expect(stored()).toEqual(replayed);
    expect(replayed.every(([, met, breached]) => Number(met) > 0 && Number(breached) > 0)).toBe(true);
  });

  function stored(): unknown[] {
    copyFileSync(join(folder, 'site', 'store.sqlite'), join(folder, 'copy.sqlite'));
    const database = new Database(join(folder, 'copy.sqlite'));
    try {
      const found = database.all(
        'SELECT measure_id AS id, outcome, COUNT(*) AS n FROM timer GROUP BY measure_id, outcome',
      );
      const count = (id: string, outcome: string) =>
        Number(found.find((f) => f['id'] === id && f['outcome'] === outcome)?.['n'] ?? 0);
      return ['acknowledge', 'resolution'].map((id) => [id, count(id, 'met'), count(id, 'breached')]);
    } finally {
      database.close();
    }
  }
});

describe('importLog', () => {
  const load = (file: string, mapping: string | null = null) =>
    importLog(
      { file, mapping, agreement: null },
      () => undefined,
      () => undefined,
    );

  test.each<[string, () => unknown, RegExp]>([
    ['a missing file', () => load(join(folder, 'none.csv')), /Cannot read .*none\.csv/],
    [
      'columns nobody knows',
      () => {
        writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2');
        return load(join(folder, 'other.csv'));
      },
      /No included mapping fits this log/,
    ],
    [
      'a mapping of its own without an agreement',
      () => load(logFile, join(root, 'scenarios/logs/uci-servicenow.mapping.yaml')),
      /needs an agreement too: give --agreement FILE/,
    ],
    [
      'no usable row',
      () => {
        writeFileSync(join(folder, 'empty.csv'), `${HEADER}\nbroken`);
        return load(join(folder, 'empty.csv'));
      },
      /has no row that can be used/,
    ],
  ])('refuses %s in one sentence', (_, attempt, message) => {
    expect(attempt).toThrow(ImportFault);
    expect(attempt).toThrow(message);
  });
});
