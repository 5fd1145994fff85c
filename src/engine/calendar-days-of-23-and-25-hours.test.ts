import { Calendar } from './calendar';
import type { CalendarSpec, LocalRange } from './calendar-spec';
import { instantOf } from './time-zone';

const HOUR = 3_600_000;

function daily(timeZone: string, ...ranges: LocalRange[]): Calendar {
  const weekly = {
    mon: ranges,
    tue: ranges,
    wed: ranges,
    thu: ranges,
    fri: ranges,
    sat: ranges,
    sun: ranges,
  };
  const spec: CalendarSpec = { id: 'daily', name: 'daily', timeZone, weekly };
  return new Calendar(spec);
}

function onlyOn(timeZone: string, date: string, ...ranges: LocalRange[]): Calendar {
  return new Calendar({ id: 'once', name: 'once', timeZone, weekly: {}, dates: { [date]: ranges } });
}

describe('the length of a day open from 00:00 to 24:00', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    // Clocks that change at midnight: the missing or second hour is the first or last of a day.
    ['Asia/Amman', '2021-03-26', 23],
    ['Asia/Amman', '2021-10-29', 25],
    ['America/Havana', '2026-03-08', 23],
    ['America/Havana', '2026-11-01', 25],
    ['Africa/Cairo', '2024-04-26', 23],
    ['Africa/Cairo', '2024-10-31', 25],
    ['Asia/Beirut', '2021-03-28', 23],
    ['Asia/Beirut', '2021-10-30', 25],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2019-02-16', 25],
    ['Pacific/Apia', '2011-12-30', 0],
    ['Pacific/Kwajalein', '1993-08-21', 0],
    ['Asia/Kathmandu', '1986-01-01', 23.75],
  ])('%s %s: %d h', (zone, date, hours) => {
    const calendar = onlyOn(zone, date, ['00:00', '24:00']);
    const start = instantOf(zone, date, 0);
    expect(calendar.elapsed(start - 48 * HOUR, start + 72 * HOUR)).toBe(hours * HOUR);
    expect(calendar.elapsed(start, start + hours * HOUR)).toBe(hours * HOUR);
  });
});

describe('ranges at a change of the clock', () => {
  test.each([
    [
      'a range that spans the skipped hour is an hour shorter',
      'Europe/Berlin',
      '2026-03-29',
      '01:00',
      '04:00',
      2,
    ],
    ['a range inside the skipped hour is empty', 'Europe/Berlin', '2026-03-29', '02:10', '02:50', 0],
    [
      'a range that begins in the skipped hour begins at the skip',
      'America/New_York',
      '2026-03-08',
      '02:30',
      '03:15',
      0.25,
    ],
    [
      'a range that ends in the skipped hour ends at the skip',
      'Europe/Berlin',
      '2026-03-29',
      '01:30',
      '02:30',
      0.5,
    ],
    [
      'a range that spans the repeated hour is an hour longer',
      'Europe/Berlin',
      '2026-10-25',
      '01:00',
      '04:00',
      4,
    ],
    [
      'a range up to the repeated hour ends at its first showing',
      'Europe/Berlin',
      '2026-10-25',
      '00:00',
      '02:30',
      2.5,
    ],
    [
      'a range from the repeated hour on begins at its first showing',
      'Europe/Berlin',
      '2026-10-25',
      '02:30',
      '04:00',
      2.5,
    ],
    ['office hours are untouched', 'Europe/Berlin', '2026-10-25', '09:00', '17:00', 8],
  ])('%s', (_, zone, date, from, to, hours) => {
    const calendar = onlyOn(zone, date, [from, to]);
    const noon = instantOf(zone, date, 12 * HOUR);
    expect(calendar.elapsed(noon - 48 * HOUR, noon + 48 * HOUR)).toBe(hours * HOUR);
  });

  test('four working hours over the repeated hour are due four real hours later', () => {
    const nights = daily('Europe/Berlin', ['22:00', '24:00'], ['00:00', '06:00']);
    const start = Date.parse('2026-10-24T22:00:00Z');
    expect(nights.due(start, 4 * HOUR)).toBe(Date.parse('2026-10-25T02:00:00Z'));
    expect(nights.dueBackward(Date.parse('2026-10-25T02:00:00Z'), 4 * HOUR)).toBe(start);
  });

  test.each([
    'Asia/Amman',
    'America/Havana',
    'Africa/Cairo',
    'Asia/Beirut',
    'America/St_Johns',
    'Asia/Gaza',
    'America/Asuncion',
  ])('ranges that meet at midnight are one interval all year in %s', (zone) => {
    const calendar = daily(zone, ['00:00', '08:00'], ['08:00', '24:00']);
    const from = Date.parse('2008-01-01T00:00:00Z');
    const to = Date.parse('2024-01-01T00:00:00Z');
    expect(calendar.openIntervals(from, to)).toEqual([{ start: from, end: to }]);
    expect(calendar.elapsed(from, to)).toBe(to - from);
  });
});
