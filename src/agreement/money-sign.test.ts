import { moneySign } from './money-sign';

it.each([
  [288_000, 'GBP', '£2,880.00'],
  [5, 'EUR', '€0.05'],
  [-124_000, 'EUR', '-€1,240.00'],
  [1_200, 'JPY', 'JP¥1,200'],
  [1_234_567, 'KWD', 'KWD 1,234.567'],
])('%i minor units of %s are %s', (amountMinor, currency, words) => {
  expect(moneySign(amountMinor, currency).replaceAll('\u00a0', ' ')).toBe(words);
});
