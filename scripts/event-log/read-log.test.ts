import { logHistory } from './log-history';
import { LogError } from './log-error';
import { mappingSchema } from './mapping';
import { readLog } from './read-log';
import { splitRecords } from './split-records';
import { timeReader } from './time-format';

const mapping = mappingSchema.parse({
  log: 1,
  name: 'Test log',
  attribution: 'Written for this test.',
  case: 'number',
  at: 'at',
  order: 'n',
  created: 'opened',
  time: { format: 'd/M/yyyy HH:mm', zone: 'Europe/London' },
  fields: { status: 'state', priority: { column: 'p', values: { '1': 'High' } } },
  initial: { status: 'New' },
  resolved: { status: ['Resolved'] },
});

const HEADER = 'number,state,p,n,opened,at';
const log = (...lines: string[]) => readLog([HEADER, ...lines].join('\n'), mapping);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe('readLog', () => {
  test('groups rows into cases in time order, whatever their order in the file', () => {
    const { cases, faults } = log(
      'A,Resolved,1,2,1/7/2024 09:00,1/7/2024 12:00',
      'B,New,2,0,1/7/2024 10:00,1/7/2024 10:00',
      'A,Active,1,1,1/7/2024 09:00,1/7/2024 10:00',
    );
    expect(faults).toEqual([]);
    expect(cases.map((c) => [c.key, iso(c.created), c.rows.map((r) => r.values['status'])])).toEqual([
      ['A', '2024-07-01T08:00:00.000Z', ['Active', 'Resolved']],
      ['B', '2024-07-01T09:00:00.000Z', ['New']],
    ]);
    expect(cases[0]?.rows[0]?.values['priority']).toBe('High');
  });

  test('orders rows of one minute by the order column', () => {
    const at = '1/7/2024 09:00,1/7/2024 12:00';
    const [found] = log(`A,Third,1,10,${at}`, `A,Second,1,9,${at}`, `A,First,1,1,${at}`).cases;
    expect(found?.rows.map((r) => r.values['status'])).toEqual(['First', 'Second', 'Third']);
  });

  test.each<[string, string, RegExp]>([
    ['too few cells', 'B,New', /has 2 cells where the header has 6/],
    ['too many cells', 'B,New,1,0,1/7/2024 09:00,1/7/2024 10:00,more', /has 7 cells/],
    ['no case number', ',New,1,0,1/7/2024 09:00,1/7/2024 10:00', /no case number \(column number\)/],
    ['no such day', 'B,New,1,0,1/7/2024 09:00,31/6/2024 10:00', /at is “31\/6\/2024 10:00”/],
    ['another time format', 'B,New,1,0,1/7/2024 09:00,2024-07-01', /not a time of the form d\/M\/yyyy HH:mm/],
    ['a bad creation', 'B,New,1,0,soon,1/7/2024 10:00', /opened is “soon”/],
    ['a quote never closed', 'B,"New,1,0,1/7/2024 09:00,1/7/2024 10:00', /a quote is opened and not closed/],
    ['a quote in the middle', 'B,Ne"w",1,0,1/7/2024 09:00,1/7/2024 10:00', /not CSV/],
  ])('leaves out a row with %s, names its line, and keeps the rest', (_, row, reason) => {
    const good = (n: number) => `A,Active,1,${n},1/7/2024 09:00,1/7/2024 1${n}:00`;
    const { cases, faults, rowCount } = log(good(0), row, good(1), good(2));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.line).toBe(3);
    expect(faults[0]?.reason).toMatch(reason);
    expect(cases.map((c) => [c.key, c.rows.map((r) => r.line)])).toEqual([['A', [2, 4, 5]]]);
    expect(rowCount).toBe(4);
  });

  test('reads quoted cells with commas, quotes and line breaks', () => {
    const { cases, faults } = log(
      'A,"On ""hold"",\nreally",1,0,1/7/2024 09:00,1/7/2024 10:00',
      'A,New,1,1,1/7/2024 09:00,1/7/2024 11:00',
    );
    expect(faults).toEqual([]);
    expect(cases[0]?.rows.map((r) => [r.line, r.values['status']])).toEqual([
      [2, 'On "hold",\nreally'],
      [4, 'New'],
    ]);
  });

  test('keeps the rows between two damaged quotes', () => {
    const good = (n: number) => `A,Active,1,${n},1/7/2024 09:00,1/7/2024 1${n}:00`;
    const { cases, faults, rowCount } = log(good(0), `"${good(1)}`, good(2), good(3), `${good(4)}"`, good(5));
    expect(faults.map((f) => f.line)).toEqual([3, 6]);
    expect([cases[0]?.rows.length, rowCount]).toEqual([4, 6]);
  });

  test('takes a cell named like a method for the text it is', () => {
    const { cases } = log('A,constructor,toString,0,1/7/2024 09:00,1/7/2024 10:00');
    expect(cases[0]?.rows[0]?.values).toEqual({ status: 'constructor', priority: 'toString' });
  });

  test('says which column is missing and which there are', () => {
    expect(() => readLog('number,at\nA,1', mapping)).toThrow(LogError);
    expect(() => readLog('number,at\nA,1', mapping)).toThrow(/no column “n”.*It has: number, at/);
  });

  test('says that an empty file is empty', () => {
    expect(() => readLog('', mapping)).toThrow(/The log is empty/);
  });
});

describe('logHistory', () => {
  const history = (...lines: string[]) => logHistory(log(...lines).cases[0]!, mapping);
  const row = (state: string, n: number, hour: number) =>
    `A,${state},1,${n},1/7/2024 09:00,1/7/2024 ${hour}:00`;

  test('begins with what is known at the creation, and sets and clears the resolution with the status', () => {
    const { entries, initial } = history(row('Active', 0, 10), row('Resolved', 1, 11), row('Active', 2, 12));
    expect(initial['status']).toEqual([{ id: 'New', text: 'New' }]);
    expect(
      entries.map((e) =>
        e.kind === 'changed' ? [iso(e.at)?.slice(11, 16), e.field, e.to[0]?.text ?? null] : e.kind,
      ),
    ).toEqual([
      'created',
      ['09:00', 'status', 'Active'],
      ['10:00', 'status', 'Resolved'],
      ['10:00', 'resolution', 'Done'],
      ['11:00', 'status', 'Active'],
      ['11:00', 'resolution', null],
    ]);
  });

  test('knows when the case was created, for rules that ask', () => {
    const { initial } = history(row('Active', 0, 10));
    expect(initial['created']).toEqual([
      { id: '2024-07-01T08:00:00.000Z', text: '2024-07-01T08:00:00.000Z' },
    ]);
  });

  test('is the same for doubled and shuffled rows', () => {
    const rows = [row('Active', 0, 10), row('Resolved', 1, 11), row('Active', 2, 12)];
    const facts = (h: ReturnType<typeof history>) =>
      h.entries.map((e) => (e.kind === 'changed' ? [e.at, e.field, e.to] : [e.at, e.kind]));
    expect(facts(history(...rows.toReversed(), ...rows))).toEqual(facts(history(...rows)));
  });
});

describe('splitRecords', () => {
  test('drops blank lines and keeps line numbers, under any line end', () => {
    expect(splitRecords('a\r\n\r\nb\nc\r', () => false).records).toEqual([
      { line: 1, text: 'a' },
      { line: 3, text: 'b' },
      { line: 4, text: 'c' },
    ]);
  });
});

describe('timeReader', () => {
  test.each([
    ['d/M/yyyy HH:mm', 'UTC', '29/2/2016 07:08', '2016-02-29T07:08:00.000Z'],
    ['d/M/yyyy HH:mm', 'UTC', '29/2/2015 07:08', null],
    ['d/M/yyyy HH:mm', 'UTC', '29/2/2016 24:08', null],
    ['d/M/yyyy HH:mm', 'UTC', '29/2/2016 07:08 ', null],
    ['yyyy/MM/dd HH:mm:ss.SSS', 'Europe/Rome', '2012/10/09 14:50:17.123', '2012-10-09T12:50:17.123Z'],
    ['yyyy/MM/dd HH:mm:ss.SSS', 'Europe/Rome', '2012/1/09 14:50:17.123', null],
    ['iso', 'UTC', '2010-03-31T16:59:42.000+02:00', '2010-03-31T14:59:42.000Z'],
    ['iso', 'Europe/Brussels', '2010-03-31T16:59:42', '2010-03-31T14:59:42.000Z'],
    ['iso', 'Europe/Brussels', '2010-03-31', '2010-03-30T22:00:00.000Z'],
    ['iso', 'UTC', 'yesterday', null],
  ])('%s in %s reads %s as %s', (format, zone, text, expected) => {
    expect(iso(timeReader(format, zone)(text))).toBe(expected);
  });
});
