import { parse } from 'csv-parse/sync';
import { csvMinutes, toCsv } from './csv';

const one = (value: string | number | null): string =>
  toCsv(['x'], [[value]]).slice('\ufeffx\r\n'.length, -2);

describe('toCsv', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 20 7946', "'+44 20 7946"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['  =1', "'  =1"],
    ['=HYPERLINK("http://evil","x")', '"\'=HYPERLINK(""http://evil"",""x"")"'],
    ['\t=1', '"\'\t\'=1"'],
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['two\nlines', '"two\nlines"'],
    ['a;=1+1', '"a;\'=1+1"'],
    ['a; "=1+1"', '"a; ""\'=1+1"""'],
    ['a\n@SUM(A1)', '"a\n\'@SUM(A1)"'],
    ['a\t-1', '"a\t\'-1"'],
    ['5; 3 = 8', '"5; 3 = 8"'],
    ['say "so"', '"say ""so"""'],
    [-2, '-2'],
    [null, ''],
  ])('writes %j', (value, written) => {
    expect(one(value)).toBe(written);
  });

  it('holds nothing to run where cells end at semicolons, as spreadsheets of many countries read it', () => {
    const text = toCsv(['Ticket', 'Summary', 'Why'], [['ITS-1', "x;=cmd|' /C calc'!A0;y", '\n=1+1']]);
    const read = parse(text, { bom: true, delimiter: ';', relax_quotes: true, relax_column_count: true });
    const cells = (read as string[][]).flat();
    expect(cells.length).toBeGreaterThan(3);
    expect(cells.filter((one) => /^\s*[=+@-]/.test(one))).toEqual([]);
  });

  it('begins with a byte order mark', () => {
    expect(toCsv(['Näme'], []).codePointAt(0)).toBe(0xfeff);
  });

  it('has notes below an empty row, as wide as the table, and runs none of them', () => {
    expect(toCsv(['a', 'b'], [[1, 2]], ['Of some', '=1+1'])).toBe(
      "\ufeffa,b\r\n1,2\r\n,\r\nOf some,\r\n'=1+1,\r\n",
    );
  });

  it('is read back by another reader', () => {
    const rows = [
      ['a "b", c', '<b>&amp;</b>', 'עברית', '😀\r\nnext'],
      ['', ' lead', 'trail ', '1;2'],
    ];
    expect(parse(toCsv(['a', 'b', 'c', 'd'], rows), { bom: true, from_line: 2 })).toEqual(rows);
  });
});

describe('csvMinutes', () => {
  it.each([
    [0, 0],
    [90_000, 1.5],
    [61_499, 1.0167],
    [-125_000, -2.0833],
    [4_321_000_000, 72_016.6667],
  ])('says %d ms as %d', (ms, minutes) => {
    expect(csvMinutes(ms)).toBe(minutes);
  });
});
