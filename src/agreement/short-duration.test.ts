import { shortDuration } from './short-duration';

it.each([
  [0, '0 min'],
  [42_900, '42 s'],
  [59_999, '59 s'],
  [3_600_000, '1 h'],
  [30_679_000, '8 h 31 min'],
  [3_600_000_000 + 60_000, '1,000 h 1 min'],
])('%i ms is said as %s', (ms, words) => {
  expect(shortDuration(ms).replaceAll('\u00a0', ' ')).toBe(words);
});
