import type { Consequences } from '../engine/consequences';
import { whatIfCredits } from './what-if-credits';
import type { CreditTerms } from './what-if-rules';

const at = (date: string) => Date.parse(`${date}T00:00Z`);
const time = { since: at('2026-08-16'), now: at('2026-10-16') };

/** 1,000 a month; 10 % below 95 %, 30 % below 90 %. */
const terms = (change: Partial<Consequences> = {}): CreditTerms => ({
  every: 'month',
  timeZone: 'UTC',
  consequences: {
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
  },
});
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

  test('are none on the side that agreed none', () => {
    const both = { before: month('2026-09-01', 0, 1), after: month('2026-09-01', 0, 1) };
    expect(whatIfCredits(both, { before: null, after: terms() }, time)).toMatchObject({
      before: 0,
      after: 300,
    });
  });

  test('are not told without a fee, or in two currencies', () => {
    const both = { before: {}, after: {} };
    const dollars = terms({ fee: { amountMinor: 1, currency: 'USD', decimals: 2 } });
    expect(whatIfCredits(both, { before: null, after: null }, time)).toBeNull();
    expect(whatIfCredits(both, { before: null, after: terms({ fee: null }) }, time)).toBeNull();
    expect(whatIfCredits(both, { before: dollars, after: terms() }, time)).toBeNull();
  });
});
