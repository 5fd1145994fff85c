import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runVectorFile } from './vectors/vector-file';

const SHARED = join(__dirname, '../../shared/vectors');
const ROOT = join(__dirname, '..');
const OFFICE = [['09:00', '17:00']];
const BERLIN = { timeZone: 'Europe/Berlin', weekly: { mon: OFFICE, tue: OFFICE, sun: [['00:00', '24:00']] } };

const RIGHT = [
  {
    id: 'dst',
    op: 'elapsed',
    calendar: BERLIN,
    start: '2026-10-24T22:00:00Z',
    end: '2026-10-25T23:00:00Z',
    expected: 90_000,
  },
  {
    id: 'due',
    op: 'due',
    calendar: BERLIN,
    start: '2026-07-06T07:00:00Z',
    seconds: 28_800,
    expected: '2026-07-06T15:00:00Z',
  },
  {
    id: 'never',
    op: 'due',
    calendar: { timeZone: 'UTC', weekly: {} },
    start: '2026-07-06T07:00:00Z',
    seconds: 1,
    expected: null,
  },
  {
    id: 'every year',
    op: 'isOpen',
    calendar: { ...BERLIN, recurringHolidays: ['07-06'] },
    at: '2026-07-06T08:00:00Z',
    expected: false,
  },
  {
    id: 'half a second',
    op: 'elapsed',
    calendar: BERLIN,
    start: '2026-07-06T08:00:00.400Z',
    end: '2026-07-06T08:00:01Z',
    expected: 1,
    tags: ['sub-second'],
  },
  {
    id: 'days cut at midnight',
    op: 'openIntervals',
    calendar: { timeZone: 'UTC', weekly: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] } },
    origin: '2026-07-06T08:00:00Z',
    expected: [
      ['2026-07-06T08:00:00Z', '2026-07-07T00:00:00Z'],
      ['2026-07-07T00:00:00Z', '2026-07-08T00:00:00Z'],
    ],
  },
];
const WRONG = [
  { ...RIGHT[0], id: 'wrong number', expected: 86_400 },
  { ...RIGHT[1], id: 'a second late', expected: '2026-07-06T15:00:01Z' },
  { ...RIGHT[4], id: 'no half second without the tag', tags: [] },
  { id: 'unknown op', op: 'businessDays', calendar: BERLIN, expected: 1 },
  { id: 'no start', op: 'due', calendar: BERLIN, seconds: 1, expected: null },
  {
    id: 'bad zone',
    op: 'isOpen',
    calendar: { timeZone: 'Mars', weekly: {} },
    at: '2026-07-06T07:00:00Z',
    expected: true,
  },
  'not even a case',
];

// For a loaded machine; all of it takes a few seconds.
jest.setTimeout(60_000);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vectors-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  const text = JSON.stringify(content);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

const calendarFile = (name: string, cases: unknown[]) =>
  file(name, { format: 'business-time-vectors/1', cases });
const failedIn = (path: string) => runVectorFile(path).filter(({ mismatches }) => mismatches.length > 0);

describe('vector files', () => {
  test.each(['right.json', 'right.json.gz'])('every right case of %s passes', (name) => {
    expect(failedIn(calendarFile(name, RIGHT))).toEqual([]);
  });

  test('every wrong or unreadable case fails by itself, by name', () => {
    const path = calendarFile('mixed.json', [...RIGHT, ...WRONG]);
    expect(failedIn(path).map(({ id }) => id)).toEqual([
      'wrong number',
      'a second late',
      'no half second without the tag',
      'unknown op',
      'no start',
      'bad zone',
      'case 13',
    ]);
    expect(failedIn(path)[0]?.mismatches).toEqual([
      { what: 'elapsed', expected: '86400 s', actual: '90000 s' },
    ]);
  });

  test('convention cases are not run', () => {
    const path = file('convention.json', {
      format: 'business-time-vectors/1',
      cases: RIGHT,
      conventionCases: WRONG,
    });
    expect(runVectorFile(path)).toHaveLength(RIGHT.length);
  });

  test('a scenario fails on a wrong field, an unknown field and a metric without a cycle', () => {
    const scenario = (expected: object) => ({
      id: JSON.stringify(expected),
      calendar: BERLIN,
      metrics: [
        { name: 'reply', goalSeconds: 3600, start: [{ type: 'created' }], stop: [{ type: 'agentReply' }] },
      ],
      events: [
        { at: '2026-07-06T08:00:00Z', type: 'created', status: 'Open' },
        { at: '2026-07-06T08:20:00Z', type: 'agentReply' },
      ],
      expected: [expected],
    });
    const path = file('scenarios.json', {
      format: 'sla-scenario-vectors/1',
      cases: [
        scenario({
          metric: 'reply',
          state: 'completed',
          elapsedSeconds: 1200,
          dueAt: '2026-07-06T09:00:00Z',
          breached: false,
        }),
        scenario({ metric: 'reply', elapsedSeconds: 1201 }),
        scenario({ metric: 'reply', mood: 'good' }),
        scenario({ metric: 'resolution', breached: false }),
      ],
    });
    expect(runVectorFile(path).map(({ mismatches }) => mismatches.length)).toEqual([0, 1, 1, 1]);
  });

  test('a scenario is the same for doubled and shuffled events', () => {
    const created = { at: '2026-07-06T08:00:00Z', type: 'created', status: 'Open' };
    const waiting = { at: '2026-07-06T08:00:00Z', type: 'status', from: 'Open', to: 'Waiting' };
    const open = { at: '2026-07-06T08:30:00Z', type: 'status', from: 'Waiting', to: 'Open' };
    const scenario = (...events: object[]) => ({
      calendar: BERLIN,
      metrics: [
        {
          name: 'work',
          goalSeconds: 3600,
          start: [{ type: 'created' }],
          stop: [{ type: 'closed' }],
          pauseWhile: ['Waiting'],
        },
      ],
      events,
      askAt: '2026-07-06T08:50:00Z',
      expected: [{ metric: 'work', state: 'running', elapsedSeconds: 1200, pausedBusinessSeconds: 1800 }],
    });
    const path = file('shuffled.json', {
      format: 'sla-scenario-vectors/1',
      cases: [
        scenario(created, waiting, open),
        scenario(open, waiting, created),
        scenario(waiting, created, created, open, open),
      ],
    });
    expect(failedIn(path)).toEqual([]);
  });

  test('a fraction of a second is compared in whole milliseconds', () => {
    const start = '2026-07-06T08:00:00Z';
    const end = '2026-07-06T08:00:01.001Z';
    const path = calendarFile('fractions.json', [
      { op: 'elapsed', calendar: BERLIN, start, end, expected: 1.001 },
      { op: 'due', calendar: BERLIN, start, seconds: 1.001, expected: end },
    ]);
    expect(failedIn(path)).toEqual([]);
  });

  test('a cycle fails when its calendar does not explain it', () => {
    const cycle = {
      calendar: BERLIN,
      start: '2026-07-06T08:00:00Z',
      stop: '2026-07-06T09:00:00Z',
      goalMillis: 7_200_000,
    };
    const path = file('cycles.json', {
      format: 'jsm-sla-cycles/1',
      cases: [
        {
          ...cycle,
          expected: {
            elapsedMillis: 3_600_000,
            remainingMillis: 3_600_000,
            breachAt: '2026-07-06T10:00:00Z',
          },
        },
        { ...cycle, expected: { elapsedMillis: 1_800_000, remainingMillis: 5_400_000 } },
        {
          ...cycle,
          expected: { elapsedMillis: 1_800_000, breachAt: '2026-07-06T10:30:00Z' },
          note: 'was paused',
        },
      ],
    });
    expect(runVectorFile(path).map(({ mismatches }) => mismatches.length)).toEqual([0, 2, 0]);
  });

  test.each([
    ['an unknown form', { format: 'vectors/9', cases: [] }, 'unknown form "vectors/9"'],
    ['a form named like a method', { format: 'toString', cases: [] }, 'unknown form'],
    ['no cases', { format: 'business-time-vectors/1' }, 'cases is not a list'],
    ['a list', [], 'the file is not an object'],
  ])('%s is refused', (name, content, message) =>
    expect(() => runVectorFile(file(`${name}.json`, content))).toThrow(message),
  );
});

describe('the command', () => {
  const run = (timeZone: string, ...files: string[]) =>
    spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'scripts/vectors.ts', ...files],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, TZ: timeZone },
      },
    );
  const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

  test.each(['Pacific/Kiritimati', 'America/St_Johns'])('gives the same answers with TZ=%s', (timeZone) => {
    const { status, stdout } = run(timeZone, calendarFile('right.json', RIGHT));
    expect([status, lastLine(stdout)]).toEqual([0, '6 passed, 0 failed']);
  });

  test('names what failed, goes on after a file that is missing, and exits with 1', () => {
    const { status, stdout, stderr } = run(
      'UTC',
      join(folder, 'missing.json'),
      calendarFile('mixed.json', [...RIGHT, ...WRONG]),
    );
    expect([status, lastLine(stdout)]).toEqual([1, '6 passed, 8 failed']);
    expect(stdout).toContain('FAIL wrong number\n  elapsed\n    expected 86400 s\n    actual   90000 s');
    expect(stderr).toContain('missing.json: ENOENT');
  });

  test('exits with 1 and says how to call it when there is no file', () => {
    const { status, stdout } = run('UTC');
    expect(status).toBe(1);
    expect(stdout).toContain('npm run vectors -- FILE...');
  });
});

(existsSync(SHARED) ? describe : describe.skip)(
  'the shared vectors (skipped where ../shared is absent)',
  () => {
    const files = existsSync(SHARED)
      ? readdirSync(SHARED).filter((name) => name.endsWith('.json'))
      : ['none'];

    test.each(files)('%s', (name) => {
      expect(failedIn(join(SHARED, name))).toEqual([]);
    });

    test('they are at least 953 cases', () => {
      expect(
        files.reduce((sum, name) => sum + runVectorFile(join(SHARED, name)).length, 0),
      ).toBeGreaterThanOrEqual(953);
    });
  },
);
