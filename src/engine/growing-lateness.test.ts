import fc from 'fast-check';
import { Calendar } from './calendar';
import { ForeseenExclusions } from './foreseen-exclusions';
import { GrowingLateness, type ChargedClock } from './growing-lateness';
import { lateGrowth } from './late-growth';

const SEED = Number(process.env['FC_SEED'] ?? 20261128);
const HOUR = 3_600_000;
// Wednesday noon.
const NOW = Date.parse('2026-11-25T12:00:00Z');

const calendarOf = (id: string, hours: readonly [string, string][]) =>
  new Calendar({
    id,
    name: id,
    timeZone: 'Europe/Berlin',
    weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, hours])),
    dates: {},
    breaks: {},
    holidays: [],
  });
const office = calendarOf('office', [['09:00', '17:00']]);
const early = calendarOf('early', [['05:00', '11:00'], ['12:00', '14:00']]); // prettier-ignore
const foreseenOf = (calendar: Calendar) =>
  new ForeseenExclusions(
    calendar,
    [0, 1, 2, 5, 6].map((day) => ({ start: NOW + (24 * day - 3) * HOUR, end: NOW + (24 * day + 2) * HOUR })),
  );
const foreseen = new Map([office, early].map((calendar) => [calendar, foreseenOf(calendar)]));

const hours = (min: number, max: number) =>
  fc.integer({ min: min * 4, max: max * 4 }).map((n) => (n * HOUR) / 4);
const clock = fc
  .record({
    calendar: fc.constantFrom(office, early, null),
    isForeseen: fc.boolean(),
    lateMs: fc.oneof(fc.constant(0), hours(0, 30)),
    breaksAfter: hours(0, 200),
    excluded: fc.option(
      fc.record({
        start: fc.constantFrom(-5, 3, 22).map((h) => NOW + h * HOUR),
        hours: fc.constantFrom(4, 30, null),
      }),
    ),
  })
  .map(({ calendar, isForeseen, lateMs, breaksAfter, excluded }): ChargedClock => {
    const known = isForeseen && calendar !== null ? foreseen.get(calendar) : undefined;
    return {
      calendar,
      ...(known && { foreseen: known }),
      lateMs,
      breachTime: lateMs > 0 ? NOW : NOW + breaksAfter,
      excluded: excluded && {
        start: excluded.start,
        end: excluded.hours === null ? null : excluded.start + excluded.hours * HOUR,
      },
    };
  });

describe('GrowingLateness', () => {
  it('is what each clock alone is charged for, added up', () => {
    console.info(`fast-check seed ${SEED} (set FC_SEED to change)`);
    fc.assert(
      fc.property(
        fc.array(clock, { maxLength: 40 }),
        hours(0, 20),
        fc.array(hours(0, 240)),
        (clocks, freeMs, looks) => {
          const together = new GrowingLateness(clocks, freeMs, NOW);
          for (const at of looks.map((after) => NOW + after)) {
            const alone = clocks
              .filter(({ breachTime }) => breachTime <= at)
              .map((one) => Math.max(0, one.lateMs + lateGrowth(one, one.breachTime, at) - freeMs));
            expect(together.chargedAt(at)).toBe(alone.reduce((sum, ms) => sum + ms, 0));
          }
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('of no clocks is nothing', () => {
    expect(new GrowingLateness([], HOUR, NOW).chargedAt(NOW + HOUR)).toBe(0);
  });
});
