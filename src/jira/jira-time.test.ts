import fc from 'fast-check';
import { isJiraDate, readJiraTime } from './jira-time';

describe('a time as Jira writes it', () => {
  test.each<[unknown, number]>([
    ['2026-07-06T18:02:13.432+0900', Date.UTC(2026, 6, 6, 9, 2, 13, 432)],
    ['2026-07-06T18:02:13.432+09:00', Date.UTC(2026, 6, 6, 9, 2, 13, 432)],
    ['2015-11-21T07:03:02.000-0500', Date.UTC(2015, 10, 21, 12, 3, 2)],
    ['2026-01-01T05:29:59.999+0530', Date.UTC(2025, 11, 31, 23, 59, 59, 999)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2026-07-06T18:02Z', Date.UTC(2026, 6, 6, 18, 2)],
    ['2026-07-06T18:02:13.4+0000', Date.UTC(2026, 6, 6, 18, 2, 13, 400)],
    ['2026-07-06T18:02:13.432987Z', Date.UTC(2026, 6, 6, 18, 2, 13, 432)],
    [1783328533432, 1783328533432],
    [1783328533, 1783328533000],
  ])('%p is %p', (text, at) => expect(readJiraTime(text)).toBe(at));

  test.each<[unknown]>([
    ['2026-07-06'],
    ['2026-07-06T18:02:13.432'],
    ['2026-13-06T18:02:13.432+0900'],
    ['2026-07-32T18:02:13.432+0900'],
    ['2026-07-06T25:02:13.432+0900'],
    ['2026-07-06T18:60:13.432+0900'],
    ['2026-07-06T18:02:13.432+09'],
    ['2026-07-06T18:02:13.432+0x00'],
    ['2026-07-06T18:02:13.432Zulu'],
    ['20x6-07-06T18:02:13.432+0900'],
    ['yesterday'],
    [''],
    [null],
    [undefined],
    [NaN],
  ])('%p is no time', (text) => expect(readJiraTime(text)).toBeNaN());

  test('every millisecond and every offset reads as the calendar says', () => {
    const seed = 20260706;
    console.info(`seed ${seed}`);
    const two = (n: number) => String(Math.abs(n)).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (at, offset) => {
          const local = new Date(at + offset * 60_000).toISOString().slice(0, 23);
          const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}${two(offset % 60)}`;
          expect(readJiraTime(local + zone)).toBe(at);
        },
      ),
      { seed, numRuns: 2000 },
    );
  });
});

test.each([
  ['2026-12-24', true],
  ['2026-12-24T00:00:00Z', false],
  ['24/12/2026', false],
  ['2026-00-24', false],
])('%p is a date: %p', (text, expected) => expect(isJiraDate(text)).toBe(expected));
