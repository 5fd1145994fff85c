import { readThreshold } from './threshold-text';

describe('A threshold', () => {
  it.each([
    ['30m before breach', { at: 'before-breach', ms: 1_800_000 }],
    ['1h 30m  before breach', { at: 'before-breach', ms: 5_400_000 }],
    [' At breach ', { at: 'breach' }],
    ['2h after breach', { at: 'after-breach', ms: 7_200_000 }],
    ['at 75%', { at: 'share', share: 750_000 }],
    ['at 99.9999 %', { at: 'share', share: 999_999 }],
  ])('is read from “%s”', (text, value) => expect(readThreshold(text)).toEqual({ ok: true, value }));

  it.each([
    ['breach', 'not a point', '30m before breach'],
    ['75%', 'not a point', 'at 75%'],
    ['before breach', 'not a point', 'at breach'],
    ['1d before breach', 'days', '16h'],
    ['none before breach', 'no time', '30m'],
    ['at 0%', 'start of the clock', 'more than 0%'],
    ['at 100%', 'still met', 'at breach'],
    ['at 101%', 'more than all', '100%'],
    ['at 7.123456%', 'finer', 'four decimals'],
  ])('“%s” is refused with a remedy', (text, message, remedy) =>
    expect(readThreshold(text)).toEqual({
      ok: false,
      problem: { message: expect.stringContaining(message), remedy: expect.stringContaining(remedy) },
    }),
  );
});
