import { ALWAYS_OPEN } from './always-open';
import { Calendar } from './calendar';
import type { CalendarSpec, LocalRange } from './calendar-spec';

// For a loaded machine; all of it takes a few seconds.
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const YEAR = 365.25 * 24 * HOUR;
const OFFICE: readonly LocalRange[] = [['09:00', '17:00']];
const at = (iso: string) => Date.parse(`${iso}Z`);
const iso = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().slice(0, 16);

const BASE: CalendarSpec = { id: 'c', name: 'c', timeZone: 'Europe/Madrid', weekly: {} };
const office = () =>
  new Calendar({ ...BASE, weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE } });

describe('the index grows by itself', () => {
  const spans: [string, string][] = [
    ['2026-07-01T08:00', '2026-07-02T08:00'],
    ['2031-07-01T08:00', '2031-07-02T08:00'],
    ['1999-07-01T08:00', '1999-07-02T08:00'],
    ['1975-01-01T08:00', '2060-01-01T08:00'],
    ['2026-07-01T08:00', '2026-07-02T08:00'],
    ['2120-03-01T08:00', '2119-03-01T08:00'],
  ];

  test('in both directions, with the answers that a fresh calendar gives', () => {
    const growing = office();
    for (const [from, to] of spans) {
      expect(growing.elapsed(at(from), at(to))).toBe(office().elapsed(at(from), at(to)));
      expect(growing.due(at(from), 1000 * HOUR)).toBe(office().due(at(from), 1000 * HOUR));
      expect(growing.dueBackward(at(to), 1000 * HOUR)).toBe(office().dueBackward(at(to), 1000 * HOUR));
    }
  });

  test('to where a length of decades is due, and back', () => {
    // 12,500 days of 8 hours are 2,500 weeks: the last of them closes on the Tuesday.
    const due = office().due(at('2026-07-01T07:00'), 100_000 * HOUR);
    expect(iso(due)).toBe('2074-05-29T15:00');
    expect(iso(office().dueBackward(due!, 100_000 * HOUR))).toBe('2026-07-01T07:00');
  });

  test('at every instant around its own edges', () => {
    const calendar = office();
    const wrong: number[] = [];
    calendar.isOpen(at('2026-07-01T00:00'));
    for (let hour = -20_000; hour < 20_000; hour += 7) {
      const instant = at('2026-07-01T00:00') + hour * HOUR;
      const next = calendar.nextOpen(instant)!;
      const close = calendar.nextClose(next)!;
      const right =
        calendar.isOpen(next) && calendar.elapsed(instant, next) === 0 && close - next <= 8 * HOUR;
      if (!right || calendar.elapsed(next, close) !== close - next) wrong.push(hour);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a calendar that never opens', () => {
  test.each<[string, Partial<CalendarSpec>]>([
    ['nothing at all', {}],
    ['only empty dates', { dates: { '2026-07-01': [] } }],
    [
      'a date that is a holiday',
      { dates: { '2026-07-01': OFFICE }, holidays: [{ date: '2026-07-01', name: 'H' }] },
    ],
  ])('%s', (_, parts) => {
    const calendar = new Calendar({ ...BASE, ...parts });
    const now = at('2026-07-01T10:00');
    expect(calendar.elapsed(now - YEAR, now + YEAR)).toBe(0);
    expect(calendar.due(now, 1)).toBeNull();
    expect(calendar.due(now, 0)).toBeNull();
    expect(calendar.dueBackward(now, 1)).toBeNull();
    expect(calendar.isOpen(now)).toBe(false);
    expect(calendar.nextOpen(now)).toBeNull();
    expect(calendar.nextClose(now)).toBeNull();
    expect(calendar.nextOpeningStart(now)).toBeNull();
    expect(calendar.previousOpen(now)).toBeNull();
    expect(calendar.nextChange(now)).toBeNull();
    expect(calendar.openIntervals(now - YEAR, now + YEAR)).toEqual([]);
  });

  test('every day of the year a holiday, from some year on', () => {
    const holidays = Array.from({ length: 366 }, (_, i) => {
      const date = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
      return { date, name: date, yearly: true };
    });
    const calendar = new Calendar({ ...BASE, weekly: { mon: OFFICE }, holidays });
    expect(calendar.due(at('2026-07-01T10:00'), HOUR)).toBeNull();
    expect(iso(calendar.dueBackward(at('2026-07-01T10:00'), HOUR))).toBe('2023-12-25T15:00');
  });
});

describe('a calendar of a few dates', () => {
  const dates = new Calendar({ ...BASE, dates: { '2026-07-01': OFFICE, '2033-01-03': OFFICE } });

  test('is used up after the last one', () => {
    expect(iso(dates.due(at('2026-06-01T00:00'), 8 * HOUR))).toBe('2026-07-01T15:00');
    expect(iso(dates.due(at('2026-06-01T00:00'), 8 * HOUR + 1))).toBe('2033-01-03T08:00');
    expect(iso(dates.due(at('2026-06-01T00:00'), 16 * HOUR))).toBe('2033-01-03T16:00');
    expect(dates.due(at('2026-06-01T00:00'), 16 * HOUR + 1)).toBeNull();
    expect(dates.nextOpen(at('2033-01-03T16:00'))).toBeNull();
    expect(dates.nextOpeningStart(at('2033-01-03T10:00'))).toBeNull();
  });

  test('and before the first one', () => {
    expect(iso(dates.dueBackward(at('2034-01-01T00:00'), 16 * HOUR))).toBe('2026-07-01T07:00');
    expect(dates.dueBackward(at('2034-01-01T00:00'), 16 * HOUR + 1)).toBeNull();
    expect(dates.previousOpen(at('2026-07-01T07:00'))).toBeNull();
  });
});

describe('around the clock', () => {
  const always = () => new Calendar(ALWAYS_OPEN);
  const now = at('2026-07-01T10:00');

  test('every length counts as it is and nothing ever changes', () => {
    const calendar = always();
    expect(calendar.elapsed(now - 30 * YEAR, now + 30 * YEAR)).toBe(60 * YEAR);
    expect(calendar.due(now, 40 * YEAR)).toBe(now + 40 * YEAR);
    expect(calendar.dueBackward(now, 40 * YEAR)).toBe(now - 40 * YEAR);
    expect(calendar.due(now, 0)).toBe(now);
    expect(calendar.isOpen(now)).toBe(true);
    expect(calendar.nextOpen(now)).toBe(now);
    expect(calendar.previousOpen(now)).toBe(now);
    expect(calendar.nextClose(now)).toBeNull();
    expect(calendar.nextChange(now)).toBeNull();
    expect(calendar.nextOpeningStart(now)).toBeNull();
    expect(calendar.openIntervals(now, now + YEAR)).toEqual([{ start: now, end: now + YEAR }]);
  });

  test('no answer depends on where the index ends', () => {
    const wrong: number[] = [];
    for (let days = 330; days < 420; days++) {
      // Midnights, as an index ends at one.
      const instant = at('2026-07-01T00:00') + days * 24 * HOUR;
      const calendar = always();
      calendar.isOpen(now);
      if (!calendar.isOpen(instant) || calendar.nextClose(instant) !== null) wrong.push(days);
    }
    expect(wrong).toEqual([]);
  });

  test('with one holiday it closes for that day, once', () => {
    const calendar = new Calendar({
      ...ALWAYS_OPEN,
      holidays: [{ date: '2040-01-01', name: 'Stocktaking' }],
    });
    expect(iso(calendar.nextClose(now))).toBe('2040-01-01T00:00');
    expect(iso(calendar.nextOpeningStart(now))).toBe('2040-01-02T00:00');
    expect(calendar.nextClose(at('2040-01-02T00:00'))).toBeNull();
    expect(iso(calendar.previousOpen(at('2040-01-02T00:00')))).toBe('2040-01-01T00:00');
  });

  test('with a yearly holiday it closes every year', () => {
    const calendar = new Calendar({
      ...ALWAYS_OPEN,
      holidays: [{ date: '2096-02-29', name: 'Leap', yearly: true }],
    });
    expect(iso(calendar.nextClose(now))).toBe('2096-02-29T00:00');
    expect(iso(calendar.nextClose(at('2097-01-01T00:00')))).toBe('2104-02-29T00:00');
  });
});

describe('the calendar years', () => {
  test('before 1600 and after 3000 it is closed, and far instants are answered', () => {
    const calendar = new Calendar(ALWAYS_OPEN);
    const [first, last] = [at('1600-01-01T00:00'), at('3001-01-01T00:00')];
    const [far, farBack] = [at('9999-12-31T00:00'), at('0100-01-01T00:00')];
    expect(calendar.elapsed(farBack, far)).toBe(last - first);
    expect(calendar.isOpen(far)).toBe(false);
    expect(calendar.isOpen(farBack)).toBe(false);
    expect(calendar.nextOpen(far)).toBeNull();
    expect(calendar.nextOpen(farBack)).toBe(first);
    expect(calendar.previousOpen(far)).toBe(last);
    expect(calendar.previousOpen(farBack)).toBeNull();
    expect(calendar.due(at('2026-07-01T00:00'), 1000 * YEAR)).toBeNull();
    expect(calendar.due(far, HOUR)).toBeNull();
  });
});
