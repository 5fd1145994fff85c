import fc from 'fast-check';
import { Calendar } from './calendar';
import type { CalendarSpec, LocalRange, Weekday } from './calendar-spec';
import type { Instant } from './instant';

// For a loaded machine; all of it takes a few seconds.
jest.setTimeout(60_000);

const SEED = Number(process.env.SEED ?? 20_260_701);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Changes of the clock, most of them awkward: at midnight, by half an hour, by a whole day, before the epoch. */
const CHANGES: readonly [zone: string, around: string][] = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/Havana', '2026-03-08T05:00Z'],
  ['America/Havana', '2026-11-01T05:00Z'],
  ['Asia/Amman', '2021-03-25T22:00Z'],
  ['Asia/Amman', '2021-10-28T22:00Z'],
  ['Asia/Beirut', '2021-10-30T21:00Z'],
  ['Africa/Cairo', '2024-04-25T22:00Z'],
  ['America/St_Johns', '2009-11-01T02:31Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Pacific/Kwajalein', '1993-08-21T12:00Z'],
  ['America/Boa_Vista', '2000-10-15T03:00Z'],
  ['Europe/Berlin', '1947-05-11T01:00Z'],
  ['Asia/Kolkata', '2026-07-01T00:00Z'],
];

const quarterOfDay = fc.integer({ min: 0, max: 96 });
const ranges: fc.Arbitrary<LocalRange[]> = fc.array(
  fc
    .tuple(quarterOfDay, quarterOfDay)
    .filter(([a, b]) => a !== b)
    .map(([a, b]): LocalRange => [clock(Math.min(a, b)), clock(Math.max(a, b))]),
  { maxLength: 3 },
);

interface Scene {
  readonly spec: CalendarSpec;
  readonly around: Instant;
}

/** A calendar whose own dates lie about a change of its zone's clock. */
const scene: fc.Arbitrary<Scene> = fc
  .record({
    change: fc.constantFrom(...CHANGES),
    week: fc.array(ranges, { minLength: 7, maxLength: 7 }),
    dates: fc.dictionary(fc.constantFrom('-1', '0', '1'), ranges, { maxKeys: 2 }),
    breaks: fc.dictionary(fc.constantFrom('-1', '0', '1'), ranges, { maxKeys: 2 }),
    holiday: fc.option(fc.record({ offset: fc.integer({ min: -2, max: 2 }), yearly: fc.boolean() })),
  })
  .map(({ change: [timeZone, iso], week, dates, breaks, holiday }) => {
    const around = Date.parse(iso);
    const date = (offset: string | number) =>
      new Date(around + Number(offset) * DAY).toISOString().slice(0, 10);
    const dated = (days: Record<string, LocalRange[]>) =>
      Object.fromEntries(Object.entries(days).map(([offset, list]) => [date(offset), list]));
    const spec: CalendarSpec = {
      id: 'c',
      name: 'c',
      timeZone,
      weekly: Object.fromEntries(WEEKDAYS.map((weekday, i) => [weekday, week[i] ?? []])),
      dates: dated(dates),
      breaks: dated(breaks),
      holidays: holiday ? [{ date: date(holiday.offset), name: 'H', yearly: holiday.yearly }] : [],
    };
    return { spec, around };
  });

const near = fc.integer({ min: -3 * DAY, max: 3 * DAY });
const far = fc.integer({ min: -700 * DAY, max: 700 * DAY });
const length = fc.integer({ min: 1, max: 200 * HOUR });

describe(`any calendar (seed ${SEED})`, () => {
  const check = <T extends unknown[]>(property: fc.IProperty<T>, numRuns: number) =>
    fc.assert(property, { seed: SEED, numRuns });

  test('a split point never changes a sum', () => {
    check(
      fc.property(scene, far, far, far, ({ spec, around }, a, b, c) => {
        const calendar = new Calendar(spec);
        const [from, split, to] = [around + a, around + b, around + c];
        return calendar.elapsed(from, split) + calendar.elapsed(split, to) === calendar.elapsed(from, to);
      }),
      300,
    );
  });

  test('due is the earliest instant at which the time has passed, dueBackward the latest from which it passes', () => {
    check(
      fc.property(scene, near, length, ({ spec, around }, offset, ms) => {
        const calendar = new Calendar(spec);
        const from = around + offset;
        const due = calendar.due(from, ms);
        if (due !== null) {
          expect(calendar.elapsed(from, due)).toBe(ms);
          expect(calendar.elapsed(from, due - 1)).toBe(ms - 1);
        }
        const back = calendar.dueBackward(from, ms);
        if (back !== null) {
          expect(calendar.elapsed(back, from)).toBe(ms);
          expect(calendar.elapsed(back + 1, from)).toBe(ms - 1);
        }
        const opens = Object.values(spec.weekly).some((day) => day.length > 0);
        if (opens) expect([due, back]).not.toContain(null);
      }),
      300,
    );
  });

  test('open intervals add up to elapsed, do not touch, and hold what is open', () => {
    check(
      fc.property(scene, near, near, ({ spec, around }, a, b) => {
        const calendar = new Calendar(spec);
        const [from, to] = [around + Math.min(a, b), around + Math.max(a, b)];
        const open = calendar.openIntervals(from, to);
        expect(open.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(calendar.elapsed(from, to));
        open.forEach(({ start, end }, i) => {
          expect(calendar.isOpen(start) && calendar.isOpen(end - 1)).toBe(true);
          expect(end === to || !calendar.isOpen(end)).toBe(true);
          expect(start).toBeGreaterThan(open[i - 1]?.end ?? -Infinity);
          expect(calendar.nextOpen(start)).toBe(start);
          if (end < to) expect([calendar.nextClose(start), calendar.previousOpen(end)]).toEqual([end, end]);
        });
      }),
      200,
    );
  });

  test('a walk from minute to minute by the clock on the wall comes to the same', () => {
    check(
      fc.property(
        scene,
        fc.integer({ min: -36, max: 0 }),
        fc.integer({ min: 1, max: 40 }),
        ({ spec, around }, a, b) => {
          const calendar = new Calendar(spec);
          const from = around + a * HOUR;
          const minutes = walk(spec, from, from + b * HOUR);
          expect(minutes.map((_, i) => calendar.isOpen(from + i * MINUTE))).toEqual(minutes);
          expect(calendar.elapsed(from, from + b * HOUR)).toBe(minutes.filter(Boolean).length * MINUTE);
        },
      ),
      80,
    );
  });
});

/**
 * The naive model, with nothing of the engine in it: which minutes of a span are open. A clock that is put
 * back shows times a second time; those count on as the latest time it had shown.
 */
function walk(spec: CalendarSpec, from: Instant, to: Instant): boolean[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: spec.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const open: boolean[] = [];
  let shown = '';
  for (let at = from - 26 * HOUR; at < to; at += MINUTE) {
    const now = format.format(at);
    if (now > shown) shown = now;
    if (at >= from) open.push(isOpenLocally(spec, shown.slice(0, 10), shown.slice(11)));
  }
  return open;
}

function isOpenLocally(spec: CalendarSpec, date: string, time: string): boolean {
  for (const holiday of spec.holidays ?? []) {
    if (holiday.date === date) return false;
    if (holiday.yearly && holiday.date <= date && holiday.date.slice(5) === date.slice(5)) return false;
  }
  const inside = ([from, to]: LocalRange) => from <= time && time < to;
  if ((spec.breaks?.[date] ?? []).some(inside)) return false;
  const weekday = WEEKDAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7]!;
  return (spec.dates?.[date] ?? spec.weekly[weekday] ?? []).some(inside);
}

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
}
