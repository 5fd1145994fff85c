import type { Consequences } from '../engine/consequences';
import { whatIfCredits } from './what-if-credits';
import type { PricedPeriod } from './credit-contract';
import { offeredPeriods } from './priced-periods';

const at = (date: string) => Date.parse(`${date}T00:00Z`);
const time = { since: at('2026-08-16'), now: at('2026-10-16') };

/** 1,000 a month; 10 % below 95 %, 30 % below 90 %. */
const agreed = (change: Partial<Consequences> = {}): Consequences => ({
  fee: { amountMinor: 100_000, currency: 'EUR', decimals: 2 },
  cap: null,
  credits: [
    {
      measureId: 'resolution',
      tiers: [
        { below: 950_000, credit: 100_000 },
        { below: 900_000, credit: 300_000 },
      ],
    },
  ],
  ...change,
});
const terms = (change: Partial<Consequences> = {}): readonly PricedPeriod[] =>
  offeredPeriods({ every: 'month', timeZone: 'UTC', consequences: agreed(change) }, time);
const month = (date: string, met: number, breached: number) => ({
  [String(at(date))]: { resolution: { met, breached } },
});

describe('whatIfCredits', () => {
  test('are owed for each period by its own attainment', () => {
    const before = month('2026-09-01', 94, 6);
    const after = month('2026-09-01', 80, 20);
    expect(whatIfCredits({ before, after }, { before: terms(), after: terms() }, time)).toEqual({
      currency: 'EUR',
      before: 100,
      after: 300,
    });
  });

  test('count a period in part that was replayed in part', () => {
    // The last 16 of August’s 31 days, and 15 of October’s 31.
    const after = { ...month('2026-08-01', 0, 1), ...month('2026-10-01', 0, 1) };
    expect(whatIfCredits({ before: {}, after }, { before: terms(), after: terms() }, time)).toEqual({
      currency: 'EUR',
      before: 0,
      after: 300,
    });
  });

  test('count penalties as they are, also of a period in part, and never more than its fee', () => {
    const perBreach = { amountMinor: 1_000, perMs: 3_600_000, freeMs: 0 };
    const penalty = terms({ credits: [{ measureId: 'resolution', perBreach }] });
    const hours = (date: string, late: number) => ({
      [String(at(date))]: { resolution: { met: 0, breached: 1, chargedMs: late * 3_600_000 } },
    });
    const after = { ...hours('2026-08-01', 2.5), ...hours('2026-09-01', 7), ...hours('2026-10-01', 99) };
    expect(whatIfCredits({ before: {}, after }, { before: penalty, after: penalty }, time)).toEqual({
      currency: 'EUR',
      before: 0,
      // 25 and 70; of October the fee of 15 days is less than 990.
      after: 95 + 483.87,
    });
  });

  test('are reckoned by the terms of each period, and not told where these have several currencies', () => {
    const fee = (amountMinor: number, currency = 'EUR') => ({ amountMinor, currency, decimals: 2 });
    const changing = (consequences: Consequences): readonly PricedPeriod[] => [
      { start: at('2026-08-01'), end: at('2026-09-01'), consequences: null },
      { start: at('2026-09-01'), end: at('2026-10-01'), consequences: agreed() },
      { start: at('2026-10-01'), end: at('2026-10-05'), consequences },
      { start: at('2026-10-05'), end: at('2026-10-12'), consequences },
    ];
    const before = {
      ...month('2026-08-01', 0, 1),
      ...month('2026-09-01', 94, 6),
      ...month('2026-10-01', 0, 1),
      ...month('2026-10-05', 94, 6),
    };
    const credits = (consequences: Consequences) =>
      whatIfCredits({ before, after: {} }, { before: changing(consequences), after: [] }, time);
    // Nothing, 10 % of 1,000, 30 % and 10 % of 400.
    expect(credits(agreed({ fee: fee(40_000) }))).toEqual({ currency: 'EUR', before: 260, after: 0 });
    expect(credits(agreed({ fee: fee(40_000, 'USD') }))).toBeNull();
  });

  test('are earned back by the periods that follow', () => {
    const earnBack = { periods: 1, reach: { resolution: 950_000 }, back: 1_000_000 };
    const both = terms({ earnBack });
    const better = { ...month('2026-08-01', 94, 6), ...month('2026-09-01', 95, 5) };
    const periods = { before: month('2026-08-01', 94, 6), after: better };
    expect(whatIfCredits(periods, { before: both, after: both }, time)).toMatchObject({
      // In September nothing was counted: that earns nothing back.
      before: 51.61,
      after: 0,
    });
  });

  test('are none on the side that agreed none', () => {
    const both = { before: month('2026-09-01', 0, 1), after: month('2026-09-01', 0, 1) };
    expect(whatIfCredits(both, { before: [], after: terms() }, time)).toMatchObject({
      before: 0,
      after: 300,
    });
  });

  test('are not told without a fee, or in two currencies', () => {
    const both = { before: {}, after: {} };
    const dollars = terms({ fee: { amountMinor: 1, currency: 'USD', decimals: 2 } });
    expect(whatIfCredits(both, { before: [], after: [] }, time)).toBeNull();
    expect(whatIfCredits(both, { before: [], after: terms({ fee: null }) }, time)).toBeNull();
    expect(whatIfCredits(both, { before: dollars, after: terms() }, time)).toBeNull();
  });
});
