import { commonStrata, standardize, type Strata } from './standardize';
import { wilsonInterval } from './wilson-interval';

const strata = (rows: Readonly<Record<string, readonly [met: number, cases: number]>>): Strata =>
  new Map(Object.entries(rows).map(([key, [met, cases]]) => [key, { met, breached: cases - met }]));

/**
 * The kidney stones of Charig and others (British Medical Journal 292, 1986): treatment A is better for small
 * stones and for large ones, and yet worse over all, for it was given the large ones.
 */
const A = strata({ small: [81, 87], large: [192, 263] });
const B = strata({ small: [234, 270], large: [55, 80] });

describe('standardizing', () => {
  it('turns the kidney stones round: 78 % against 83 % becomes 83.3 % against 77.9 %', () => {
    const [a, b] = standardize([A, B]);
    expect([273 / 350, 289 / 350].map((share) => share.toFixed(3))).toEqual(['0.780', '0.826']);
    expect([a?.share.toFixed(4), b?.share.toFixed(4)]).toEqual(['0.8325', '0.7789']);
    expect([a?.covered, b?.covered]).toEqual([1, 1]);
  });

  it('has a range round the share, worked out by hand from the Wilson intervals of the strata', () => {
    const [a] = standardize([A, B]);
    // Weights 357/700 and 343/700; Wilson of 81/87: 0.857620..0.968016, of 192/263: 0.673334..0.780159.
    const low = 0.832545 - Math.hypot(0.51 * (0.931034 - 0.85762), 0.49 * (0.730038 - 0.673334));
    const high = 0.832545 + Math.hypot(0.51 * (0.968016 - 0.931034), 0.49 * (0.780159 - 0.730038));
    expect(a?.low).toBeCloseTo(low, 3);
    expect(a?.high).toBeCloseTo(high, 3);
  });

  it('of one stratum is the share itself with the Wilson interval', () => {
    const [first] = standardize([strata({ x: [45, 50] }), strata({ x: [10, 40] })]);
    const wilson = wilsonInterval({ met: 45, breached: 5 })!;
    expect(first).toEqual({
      share: 0.9,
      covered: 1,
      low: expect.closeTo(wilson.low, 12),
      high: expect.closeTo(wilson.high, 12),
    });
  });

  it('leaves out for all sides what one of them has no cases of, and says how much that is', () => {
    const night = strata({ in: [8, 10], out: [1, 30] });
    const day = strata({ in: [5, 10], out: [0, 0] });
    expect(commonStrata([night, day])).toEqual(['in']);
    expect(standardize([night, day])).toMatchObject([
      { share: 0.8, covered: 0.25 },
      { share: 0.5, covered: 1 },
    ]);
  });

  it('changes nothing where the mixes are the same', () => {
    const half = strata({ x: [3, 6], y: [4, 4] });
    const twice = strata({ x: [6, 12], y: [8, 8] });
    expect(standardize([half, twice]).map((side) => side?.share)).toEqual([0.7, 0.7]);
  });

  it.each([
    ['nobody', []],
    ['one alone', [A]],
    ['sides that have nothing in common', [strata({ x: [1, 2] }), strata({ y: [1, 2] })]],
  ])('has no mix to bring %s to', (_, sides) => {
    expect(standardize(sides)).toEqual(sides.map(() => null));
  });
});
