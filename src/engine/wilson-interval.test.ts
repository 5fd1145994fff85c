import fc from 'fast-check';
import { wilsonInterval } from './wilson-interval';

describe('the Wilson interval', () => {
  // Newcombe, Two-sided confidence intervals for the single proportion (Statistics in Medicine 17, 1998), table I,
  // method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (met, cases, low, high) => {
    const range = wilsonInterval({ met, breached: cases - met })!;
    expect([range.low, range.high].map((share) => Number(share.toFixed(4)))).toEqual([low, high]);
  });

  it('of all met reaches 1, and no further', () => {
    expect(wilsonInterval({ met: 20, breached: 0 })).toEqual({ low: expect.closeTo(0.8389, 4), high: 1 });
  });

  it('of nothing is unknown', () => expect(wilsonInterval({ met: 0, breached: 0 })).toBeNull());

  it('holds the share, stays within 0..1 and mirrors what is breached', () => {
    const count = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(count, count, (met, breached) => {
        const range = wilsonInterval({ met, breached });
        if (range === null) return met + breached === 0;
        const share = met / (met + breached);
        const mirrored = wilsonInterval({ met: breached, breached: met })!;
        expect(1 - mirrored.high).toBeCloseTo(range.low, 9);
        return range.low >= 0 && range.low <= share && share <= range.high && range.high <= 1;
      }),
    );
  });
});
