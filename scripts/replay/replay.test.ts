import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'accord-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'scripts/replay.ts'), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const HEADER =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,opened_at,sys_created_at,sys_updated_at,priority,impact,urgency,assignment_group,resolved_at,closed_at';
const row = (key: string, state: string, n: number, at: string, priority = '3') =>
  `${key},${state},true,0,0,${n},true,29/2/2016 12:00,29/2/2016 12:00,${at},${priority},2,2,70,1/3/2016 12:00,5/3/2016 12:00`;

const LOG = [
  HEADER,
  row('1', 'New', 0, '29/2/2016 12:00'),
  row('1', 'Active', 1, '29/2/2016 13:00'),
  row('1', 'Resolved', 2, '29/2/2016 18:00'),
  row('2', 'New', 0, '29/2/2016 12:00', '1'),
  'broken line',
  row('2', 'Active', 1, '29/2/2016 12:31', '1'),
  row('2', 'Awaiting User Info', 2, '29/2/2016 13:00', '1'),
  row('2', 'Active', 3, '29/2/2016 20:00', '1'),
  row('2', 'Closed', 4, '29/2/2016 23:00', '1'),
].join('\n');

const agreement = join(root, 'scenarios/logs/uci-servicenow.agreement.yaml');

interface Printed {
  readonly source: {
    readonly faults: { readonly count: number; readonly rows: readonly { line: number }[] };
  };
  readonly rows: readonly {
    measureId: string;
    priority: string | null;
    met: number;
    breached: number;
    medianMs: number;
  }[];
}

describe('npm run replay', () => {
  test('counts compliance per measure and priority, and guesses the mapping from the columns', () => {
    const { status, stdout } = run(
      '--log',
      file('log.csv.gz', gzipSync(LOG)),
      '--agreement',
      agreement,
      '--json',
    );
    expect(status).toBe(0);
    const { rows, source } = JSON.parse(stdout) as Printed;
    const found = rows.map((r) => [r.measureId, r.priority, r.met, r.breached, r.medianMs / 60_000]);
    // Priority 3 counts office hours of São Paulo, 08:00-18:00 = 11:00-21:00 UTC; priority 1 the clock round.
    expect(found).toEqual([
      ['acknowledge', null, 1, 1, 45.5],
      ['acknowledge', '1 Critical', 0, 1, 31],
      ['acknowledge', '3 Moderate', 1, 0, 60],
      ['resolution', null, 2, 0, 300],
      ['resolution', '1 Critical', 1, 0, 240],
      ['resolution', '3 Moderate', 1, 0, 360],
    ]);
    expect(source.faults.rows.map((f) => f.line)).toEqual([6]);
  });

  test('prints tables, the attribution and the malformed rows', () => {
    const { status, stdout } = run('--log', file('log.csv', LOG), '--agreement', agreement);
    expect(status).toBe(0);
    expect(stdout).toContain('CC BY 4.0');
    expect(stdout).toMatch(/Time to resolution \(target 85 ?%\)/);
    expect(stdout).toContain('1 malformed row left out:\n  line 6 has 1 cells where the header has 16');
  });

  test.each<[string, () => string[], RegExp]>([
    ['no log', () => ['--agreement', agreement], /Which log\? Give --log FILE\.[\s\S]*Usage:/],
    ['an unknown flag', () => ['--lgo', 'x'], /--lgo[\s\S]*Usage:/],
    [
      'a missing file',
      () => ['--log', join(folder, 'none.csv'), '--agreement', agreement],
      /Cannot read .*none\.csv: ENOENT/,
    ],
    [
      'a cut-off gzip file',
      () => ['--log', file('cut.gz', gzipSync(LOG).subarray(0, 60)), '--agreement', agreement],
      /not a whole gzip file/,
    ],
    [
      'columns nobody knows',
      () => ['--log', file('other.csv', 'a,b\n1,2'), '--agreement', agreement],
      /No included mapping fits/,
    ],
    [
      'a faulty agreement',
      () => ['--log', file('l.csv', LOG), '--agreement', file('bad.yaml', 'accord: 1\nid: x\n')],
      /not an agreement that can be used:[\s\S]*measures/,
    ],
  ])('says what is wrong with %s', (_, args, message) => {
    const { status, stdout, stderr } = run(...args());
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
  });
});

const data = join(root, '../shared/data');
const real = existsSync(data) ? describe : describe.skip;
real(`the real logs${existsSync(data) ? '' : ' (skipped: ../shared/data is absent)'}`, () => {
  test.each([
    ['uci_incident_event_log.sla-columns', 'uci-servicenow', 24_918, 141_712],
    ['bpi2013_incidents', 'volvo-bpi2013', 7_554, 65_533],
    ['helpdesk_with_attributes', 'help-desk', 4_580, 21_348],
  ])('%s: every case is counted once per measure it began', (log, name, cases, rows) => {
    const { status, stdout } = run(
      '--log',
      join(data, `${log}.csv.gz`),
      '--agreement',
      join(root, `scenarios/logs/${name}.agreement.yaml`),
      '--json',
    );
    expect(status).toBe(0);
    const printed = JSON.parse(stdout) as Printed & { cases: number; source: { rows: number } };
    expect([printed.cases, printed.source.rows, printed.source.faults.count]).toEqual([cases, rows, 0]);
    const resolution = printed.rows.filter((r) => r.measureId === 'resolution');
    const [all, ...parts] = resolution;
    expect(parts.reduce((sum, r) => sum + r.met + r.breached, 0)).toBe(
      (all?.met ?? 0) + (all?.breached ?? 0),
    );
    expect((all?.met ?? 0) + (all?.breached ?? 0)).toBeGreaterThan(cases * 0.9);
  });
});
