import type { Consequences } from '../engine/consequences';
import { periodsIn, stretchesOf } from './priced-periods';

const day = (date: string) => Date.parse(`${date}T00:00Z`);
const fee = (amountMinor: number): Consequences => ({
  fee: { amountMinor, currency: 'EUR', decimals: 2 },
  cap: null,
  credits: [],
});
const august = { start: day('2026-08-01'), end: day('2026-09-01') };
const september = { start: day('2026-09-01'), end: day('2026-10-01') };
const october = { start: day('2026-10-01'), end: day('2026-11-01') };

describe('stretchesOf', () => {
  test.each([
    ['no period', []],
    ['a period without terms', [{ ...august, consequences: null }]],
    [
      'terms that change and come back',
      [
        { ...august, consequences: fee(1_000) },
        { ...september, consequences: fee(6_000) },
        { ...october, consequences: fee(1_000) },
      ],
    ],
  ])('are the same periods again: %s', (_, periods) => {
    expect(periodsIn(stretchesOf(periods))).toEqual(periods);
  });

  test('write terms once for all the periods that follow each other under them', () => {
    const periods = [august, september, october].map((period) => ({ ...period, consequences: fee(1_000) }));
    expect(stretchesOf(periods)).toEqual([
      { consequences: fee(1_000), periods: [august, september, october] },
    ]);
  });
});
