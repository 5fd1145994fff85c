import { decimalMoney, sayExactShare, sayMoney } from './say-money';

describe('money', () => {
  it.each([
    [124_000, 'EUR', 2, 'en-GB', '€1,240.00'],
    [0, 'EUR', 2, 'de-DE', '0,00\u00a0€'],
    [1_500, 'JPY', 0, 'en-GB', 'JP¥1,500'],
    [1_500, 'BHD', 3, 'en-GB', 'BHD\u00a01.500'],
  ])('%i minor units of %s, %i decimals, in %s are %s', (amount, currency, decimals, locale, said) => {
    expect(sayMoney(amount, { currency, decimals }, locale)).toBe(said);
  });

  it.each([
    [-5, 2, '-0.05'],
    [124_000, 2, '1240.00'],
    [7, 0, '7'],
    [9_007_199_254_740_991, 2, '90071992547409.91'],
  ])('%i with %i decimals is %s', (amount, decimals, text) => {
    expect(decimalMoney(amount, decimals)).toBe(text);
  });

  it.each([
    [0.23, '23%'],
    [0.016667, '1.6667%'],
    [-0.03, '-3%'],
    [0.29, '29%'],
  ])('the share %d is %s', (share, said) => {
    expect(sayExactShare(share)).toBe(said);
  });
});
