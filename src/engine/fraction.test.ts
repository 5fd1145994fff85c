import { dividedBy, fraction, isLess, lesser, minus, NOTHING, plus, roundedOf, times } from './fraction';

const third = fraction(1, 3);

describe('fractions', () => {
  it('are exact where decimals are not', () => {
    expect(plus(plus(third, third), third)).toEqual({ top: 1n, bottom: 1n });
    expect(minus(third, third)).toEqual({ top: 0n, bottom: 1n });
    expect(plus(fraction(1, 10), fraction(2, 10))).toEqual({ top: 3n, bottom: 10n });
    expect(dividedBy(times(third, fraction(2, 7)), fraction(2, 7))).toEqual(third);
  });

  it('are compared by multiplying out', () => {
    expect(isLess(fraction(9_998_999_999, 10_000_000_000), fraction(9_999, 10_000))).toBe(true);
    expect(isLess(fraction(9_999_000_000, 10_000_000_000), fraction(9_999, 10_000))).toBe(false);
    expect(lesser(third, fraction(1, 4))).toEqual(fraction(1, 4));
    expect(lesser(NOTHING, third)).toBe(NOTHING);
  });

  it.each([
    [fraction(1, 3), 1000, 333],
    [fraction(1, 2), 1, 1],
    [fraction(1, 2), 3, 2],
    [fraction(499_999, 1_000_000), 1, 0],
    [fraction(1, 1), 9_007_199_254_740_991, 9_007_199_254_740_991],
  ])('are rounded to the nearest whole, half of one up', (share, whole, expected) => {
    expect(roundedOf(share, whole)).toBe(expected);
  });

  it.each([[1, 0], [1, -1], [0.5, 1], [1, 1.5], [2 ** 53, 1]])('refuse %d of %d', (top, bottom) => {
    expect(() => fraction(top, bottom)).toThrow('no exact share');
  }); // prettier-ignore

  it('refuse a share of nothing', () => {
    expect(() => dividedBy(third, NOTHING)).toThrow('nothing');
  });
});
