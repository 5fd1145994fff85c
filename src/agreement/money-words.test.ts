import { moneyWords } from './money-words';

it.each([
  [0, 'EUR', 'EUR 0.00'],
  [5, 'EUR', 'EUR 0.05'],
  [1_200_050, 'EUR', 'EUR 12,000.50'],
  [123_456_789, 'JPY', 'JPY 123,456,789'],
  [-124_000, 'GBP', 'GBP -1,240.00'],
  [1_500, 'BHD', 'BHD 1.500'],
  [9_007_199_254_740_991, 'USD', 'USD 90,071,992,547,409.91'],
])('%i minor units of %s read %s', (amountMinor, currency, words) => {
  expect(moneyWords(amountMinor, currency)).toBe(words);
});
