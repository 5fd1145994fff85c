import fc from 'fast-check';
import { bucketOfTime, type TimesHistogram } from '../engine/times-histogram';
import { timeBins } from './time-bins';

const HOUR = 3_600_000;

function histogramOf(times: readonly number[]): TimesHistogram {
  const counts = new Map<number, number>();
  for (const ms of times) counts.set(bucketOfTime(ms), (counts.get(bucketOfTime(ms)) ?? 0) + 1);
  return counts;
}

describe('timeBins', () => {
  it('has none of no times', () => {
    expect(timeBins(new Map())).toEqual([]);
  });

  it('is a single bin when all took the same time', () => {
    const [bin, ...others] = timeBins(histogramOf([HOUR, HOUR, HOUR]));
    expect(others).toEqual([]);
    expect(bin?.cases).toBe(3);
    expect(bin!.from <= HOUR && HOUR < bin!.to).toBe(true);
  });

  it('does not let a few odd times squeeze all others', () => {
    const usual = Array.from({ length: 96 }, (_, i) => HOUR + i * 150_000);
    const bins = timeBins(histogramOf([0, 0, ...usual, 90 * 24 * HOUR]));
    expect(bins[0]).toMatchObject({ from: 0, cases: 3 });
    expect(bins.at(-1)?.cases).toBe(1);
    expect(bins.length).toBeGreaterThan(15);
  });

  it('joins on without a gap, holds every time within its bounds, and is at most 24', () => {
    const seed = Number(process.env['SEED'] ?? 20261126);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 * 24 * HOUR }), { minLength: 1 }), (times) => {
        const bins = timeBins(histogramOf(times));
        expect(bins.length).toBeLessThanOrEqual(24);
        for (const [i, { from, to, cases }] of bins.entries()) {
          if (i > 0) expect(from).toBe(bins[i - 1]?.to);
          expect(cases).toBe(times.filter((ms) => ms >= from && ms < to).length);
        }
        expect(bins.reduce((sum, { cases }) => sum + cases, 0)).toBe(times.length);
      }),
      { seed },
    );
  });
});
