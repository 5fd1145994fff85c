import { Calendar, compileCalendar } from './calendar';
import type { CalendarSpec, LocalRange } from './calendar-spec';

const HOUR = 3_600_000;
const OFFICE: readonly LocalRange[] = [
  ['09:00', '12:30'],
  ['13:30', '17:30'],
];

/** London office hours around Christmas 2026: 25 December is a Friday. */
const LONDON: CalendarSpec = {
  id: 'london',
  name: 'London office hours',
  timeZone: 'Europe/London',
  weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
  holidays: [
    { date: '2026-12-25', name: 'Christmas Day', yearly: true },
    { date: '2026-12-28', name: 'Boxing Day (substitute)' },
  ],
  dates: { '2026-12-24': [['09:00', '12:00']], '2026-12-19': [['10:00', '14:00']] },
  breaks: { '2026-12-22': [['11:00', '12:00']] },
};

const at = (iso: string) => Date.parse(`${iso}Z`);
const iso = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().slice(0, 16);
const london = compileCalendar(LONDON);

describe('elapsed', () => {
  test.each([
    ['within one range', '2026-12-21T09:00', '2026-12-21T10:00', 1],
    ['before opening to opening', '2026-12-21T06:00', '2026-12-21T09:00', 0],
    ['over the lunch break', '2026-12-21T12:00', '2026-12-21T14:00', 1],
    ['a whole day', '2026-12-21T00:00', '2026-12-22T00:00', 7.5],
    ['within the break', '2026-12-21T12:30', '2026-12-21T13:30', 0],
    ['from closing on', '2026-12-21T17:30', '2026-12-22T09:00', 0],
    ['a break on a date', '2026-12-22T09:00', '2026-12-22T17:30', 6.5],
    ['other hours on a date', '2026-12-24T00:00', '2026-12-25T00:00', 3],
    ['extra hours on a Saturday', '2026-12-19T00:00', '2026-12-20T00:00', 4],
    ['holidays and the weekend', '2026-12-24T12:00', '2026-12-29T09:00', 0],
    ['Christmas over the weekend into Tuesday', '2026-12-24T11:00', '2026-12-29T10:00', 2],
    ['no time at all', '2026-12-21T10:00', '2026-12-21T10:00', 0],
  ])('%s', (_, from, to, hours) => {
    expect(london.elapsed(at(from), at(to))).toBe(hours * HOUR);
    expect(london.elapsed(at(to), at(from)) + 0).toBe(-hours * HOUR + 0);
  });

  test('counts single milliseconds', () => {
    const opening = at('2026-12-21T09:00');
    expect(london.elapsed(opening - 1, opening)).toBe(0);
    expect(london.elapsed(opening - 1, opening + 1)).toBe(1);
    expect(london.elapsed(at('2026-12-21T17:30') - 1, at('2026-12-22T09:00') + 1)).toBe(2);
  });
});

describe('due', () => {
  test.each([
    ['inside a range', '2026-12-21T09:00', 2, '2026-12-21T11:00'],
    ['over the break', '2026-12-21T12:00', 1, '2026-12-21T14:00'],
    ['used up exactly at the break: the closing', '2026-12-21T12:00', 0.5, '2026-12-21T12:30'],
    ['used up exactly at closing: the closing', '2026-12-21T09:00', 7.5, '2026-12-21T17:30'],
    ['from outside hours', '2026-12-20T12:00', 1, '2026-12-21T10:00'],
    ['over Christmas', '2026-12-24T11:00', 2, '2026-12-29T10:00'],
    ['nothing, while open: at once', '2026-12-21T10:00', 0, '2026-12-21T10:00'],
    ['nothing, at closing: the next opening', '2026-12-21T17:30', 0, '2026-12-22T09:00'],
    ['nothing, while closed: the next opening', '2026-12-24T12:00', 0, '2026-12-29T09:00'],
    ['a negative length goes back', '2026-12-29T10:00', -2, '2026-12-24T11:00'],
  ])('%s', (_, from, hours, expected) => expect(iso(london.due(at(from), hours * HOUR))).toBe(expected));
});

describe('dueBackward', () => {
  test.each([
    ['inside a range', '2026-12-21T11:00', 2, '2026-12-21T09:00'],
    ['over the break', '2026-12-21T14:00', 1, '2026-12-21T12:00'],
    ['used up exactly at an opening: the opening', '2026-12-21T14:00', 0.5, '2026-12-21T13:30'],
    ['over Christmas', '2026-12-29T10:00', 2, '2026-12-24T11:00'],
    ['nothing, while open: at once', '2026-12-21T10:00', 0, '2026-12-21T10:00'],
    ['nothing, while closed: the closing before', '2026-12-27T10:00', 0, '2026-12-24T12:00'],
    ['a negative length goes forward', '2026-12-24T11:00', -2, '2026-12-29T10:00'],
  ])('%s', (_, from, hours, expected) =>
    expect(iso(london.dueBackward(at(from), hours * HOUR))).toBe(expected),
  );
});

describe('openings and closings', () => {
  test.each([
    //                   open   nextOpen            nextClose           nextOpeningStart    previousOpen        nextChange
    [
      '2026-12-21T08:59',
      false,
      '2026-12-21T09:00',
      '2026-12-21T12:30',
      '2026-12-21T09:00',
      '2026-12-19T14:00',
      '2026-12-21T09:00',
    ],
    [
      '2026-12-21T09:00',
      true,
      '2026-12-21T09:00',
      '2026-12-21T12:30',
      '2026-12-21T13:30',
      '2026-12-19T14:00',
      '2026-12-21T12:30',
    ],
    [
      '2026-12-21T10:00',
      true,
      '2026-12-21T10:00',
      '2026-12-21T12:30',
      '2026-12-21T13:30',
      '2026-12-21T10:00',
      '2026-12-21T12:30',
    ],
    [
      '2026-12-21T12:30',
      false,
      '2026-12-21T13:30',
      '2026-12-21T17:30',
      '2026-12-21T13:30',
      '2026-12-21T12:30',
      '2026-12-21T13:30',
    ],
    [
      '2026-12-21T17:31',
      false,
      '2026-12-22T09:00',
      '2026-12-22T11:00',
      '2026-12-22T09:00',
      '2026-12-21T17:30',
      '2026-12-22T09:00',
    ],
    [
      '2026-12-25T10:00',
      false,
      '2026-12-29T09:00',
      '2026-12-29T12:30',
      '2026-12-29T09:00',
      '2026-12-24T12:00',
      '2026-12-29T09:00',
    ],
  ])('%s', (instant, open, nextOpen, nextClose, nextOpeningStart, previousOpen, nextChange) => {
    const asked = at(instant);
    expect(london.isOpen(asked)).toBe(open);
    expect(iso(london.nextOpen(asked))).toBe(nextOpen);
    expect(iso(london.nextClose(asked))).toBe(nextClose);
    expect(iso(london.nextOpeningStart(asked))).toBe(nextOpeningStart);
    expect(iso(london.previousOpen(asked))).toBe(previousOpen);
    expect(iso(london.nextChange(asked))).toBe(nextChange);
  });

  test('the millisecond before closing is open, the closing instant is not', () => {
    expect(london.isOpen(at('2026-12-21T12:30') - 1)).toBe(true);
    expect(london.isOpen(at('2026-12-21T12:30'))).toBe(false);
  });
});

describe('open intervals and holidays of a span', () => {
  const pairs = (from: string, to: string) =>
    london.openIntervals(at(from), at(to)).map(({ start, end }) => `${iso(start)}/${iso(end)}`);

  test.each([
    ['before', '2026-12-21T00:00', '2026-12-21T09:00', []],
    [
      'cut at both ends',
      '2026-12-21T10:00',
      '2026-12-21T14:00',
      ['2026-12-21T10:00/2026-12-21T12:30', '2026-12-21T13:30/2026-12-21T14:00'],
    ],
    ['inside one', '2026-12-21T10:00', '2026-12-21T11:00', ['2026-12-21T10:00/2026-12-21T11:00']],
    ['after', '2026-12-21T17:30', '2026-12-22T09:00', []],
    ['zero length', '2026-12-21T10:00', '2026-12-21T10:00', []],
    ['reversed', '2026-12-21T11:00', '2026-12-21T10:00', []],
    [
      'over Christmas',
      '2026-12-24T11:00',
      '2026-12-29T09:30',
      ['2026-12-24T11:00/2026-12-24T12:00', '2026-12-29T09:00/2026-12-29T09:30'],
    ],
  ])('%s', (_, from, to, expected) => expect(pairs(from, to)).toEqual(expected));

  test('names holidays, cut at the ends of the span', () => {
    expect(london.holidaysIn(at('2026-12-25T12:00'), at('2026-12-28T06:00'))).toEqual([
      { start: at('2026-12-25T12:00'), end: at('2026-12-26T00:00'), name: 'Christmas Day' },
      { start: at('2026-12-28T00:00'), end: at('2026-12-28T06:00'), name: 'Boxing Day (substitute)' },
    ]);
    expect(london.holidaysIn(at('2026-12-26T00:00'), at('2026-12-28T00:00'))).toEqual([]);
  });

  test('keeps a yearly holiday from its first year on', () => {
    expect(london.elapsed(at('2025-12-25T00:00'), at('2025-12-26T00:00'))).toBe(7.5 * HOUR);
    expect(london.elapsed(at('2031-12-25T00:00'), at('2031-12-26T00:00'))).toBe(0);
    expect(london.holidaysIn(at('2031-12-01T00:00'), at('2032-01-01T00:00'))).toHaveLength(1);
  });

  test('keeps 29 February in leap years only, and joins the names of one date', () => {
    const leap = new Calendar({
      ...LONDON,
      holidays: [
        { date: '2024-02-29', name: 'Leap day', yearly: true },
        { date: '2028-02-29', name: 'Founders' },
      ],
    });
    const names = leap.holidaysIn(at('2023-01-01T00:00'), at('2033-01-01T00:00'));
    expect(names.map(({ start, name }) => `${iso(start)} ${name}`)).toEqual([
      '2024-02-29T00:00 Leap day',
      '2028-02-29T00:00 Founders, Leap day',
      '2032-02-29T00:00 Leap day',
    ]);
    expect(leap.isOpen(at('2027-03-01T10:00'))).toBe(true);
  });

  test('a holiday closes a date that has hours of its own', () => {
    const spec = { ...LONDON, dates: { '2026-12-25': [['09:00', '12:00']] as const } };
    expect(new Calendar(spec).isOpen(at('2026-12-25T10:00'))).toBe(false);
  });
});

describe('overlapping ranges and nonsense', () => {
  test('ranges that overlap or touch count once', () => {
    const spec: CalendarSpec = {
      ...LONDON,
      dates: {
        '2026-12-21': [
          ['12:00', '14:00'],
          ['09:00', '13:00'],
          ['14:00', '15:00'],
        ],
      },
    };
    expect(new Calendar(spec).openIntervals(at('2026-12-21T00:00'), at('2026-12-22T00:00'))).toEqual([
      { start: at('2026-12-21T09:00'), end: at('2026-12-21T15:00') },
    ]);
  });

  test.each<[string, Partial<CalendarSpec>, string]>([
    [
      'a range that ends before it begins',
      { weekly: { mon: [['17:00', '09:00']] } },
      'calendar "London office hours", mon: 17:00 is not before 09:00',
    ],
    [
      'an empty range',
      { dates: { '2026-12-24': [['09:00', '09:00']] } },
      '2026-12-24: 09:00 is not before 09:00',
    ],
    [
      'a time past the end of the day',
      { weekly: { tue: [['09:00', '24:30']] } },
      'tue: "24:30" is not a time',
    ],
    ['a date that does not exist', { dates: { '2026-02-30': [] } }, 'there is no date 2026-02-30'],
    [
      'a break on no date',
      { breaks: { monday: [['09:00', '10:00']] } },
      'break on monday: "monday" is not a date',
    ],
    [
      'a holiday on no date',
      { holidays: [{ date: '25 Dec', name: 'Christmas' }] },
      'holiday "Christmas": "25 Dec" is not a date',
    ],
    [
      'a weekday that does not exist',
      { weekly: { monday: [] } as CalendarSpec['weekly'] },
      'no weekday "monday"',
    ],
    ['an unknown zone', { timeZone: 'Europe/Londn' }, '"Europe/Londn" is not a time zone'],
  ])('%s is refused', (_, parts, message) =>
    expect(() => compileCalendar({ ...LONDON, ...parts })).toThrow(message),
  );

  test.each([Number.NaN, Infinity, -Infinity])('%d is refused as an instant and as a length', (value) => {
    expect(() => london.elapsed(value, 0)).toThrow(RangeError);
    expect(() => london.due(0, value)).toThrow(RangeError);
    expect(() => london.dueBackward(0, value)).toThrow(RangeError);
    expect(() => london.isOpen(value)).toThrow(RangeError);
  });

  test('one spec object has one calendar', () => {
    expect(compileCalendar(LONDON)).toBe(london);
    expect(compileCalendar({ ...LONDON })).not.toBe(london);
  });
});
