import {
  DAY,
  dayOf,
  formatLocalDay,
  isLeapYear,
  parseCivilDate,
  parseLocalDay,
  parseLocalTime,
  weekdayOf,
  yearOf,
} from './local-date';

describe('local dates', () => {
  test.each([
    ['1970-01-01', 0, 3],
    ['1969-12-31', -1, 2],
    ['2000-02-29', 11_016, 1],
    ['2026-07-01', 20_635, 2],
    ['1600-01-01', -135_140, 5],
    ['3000-12-31', 376_564, 2],
    ['0004-02-29', -718_008, 6],
  ])('%s is day %i', (date, day, weekday) => {
    expect(parseLocalDay(date)).toBe(day);
    expect(formatLocalDay(day)).toBe(date);
    expect(weekdayOf(day)).toBe(weekday);
  });

  test('days and dates agree with the built-in calendar over eight centuries', () => {
    const wrong: string[] = [];
    for (let day = dayOf(1600, 1, 1); day < dayOf(2400, 1, 1); day += 17) {
      const date = new Date(day * DAY);
      const right =
        dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) === day &&
        yearOf(day) === date.getUTCFullYear() &&
        weekdayOf(day) === (date.getUTCDay() + 6) % 7 &&
        formatLocalDay(day) === date.toISOString().slice(0, 10);
      if (!right) wrong.push(date.toISOString());
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    [2024, true],
    [2025, false],
    [1900, false],
    [2000, true],
  ])('%i leap year: %s', (year, leap) => expect(isLeapYear(year)).toBe(leap));

  test.each(['2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', 'tomorrow', ''])(
    '"%s" is refused as a date',
    (text) => expect(() => parseCivilDate(text)).toThrow(text === '' ? 'not a date' : text),
  );

  test.each([
    ['00:00', 0],
    ['09:30', 34_200_000],
    ['23:59:59', 86_399_000],
    ['24:00', DAY],
  ])('%s is %i ms after midnight', (text, ms) => expect(parseLocalTime(text)).toBe(ms));

  test.each(['24:01', '25:00', '9:00', '09:60', '09:00:60', '09', '', '-1:00'])(
    '"%s" is refused as a time',
    (text) => expect(() => parseLocalTime(text)).toThrow('is not a time from 00:00 to 24:00'),
  );
});
