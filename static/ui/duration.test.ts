import { exactDuration, sayDistance, sayDuration, sayLeft, untilSaidAnew } from './duration';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;

describe('sayDuration', () => {
  it.each([
    [0, '0 min'],
    [999, '0 s'],
    [42_900, '42 s'],
    [MINUTE, '1 min'],
    [59 * MINUTE + 59_999, '59 min'],
    [HOUR, '1 h'],
    [2 * HOUR + 15 * MINUTE + 59_999, '2 h 15 min'],
    [50 * HOUR, '50 h'],
    [120 * HOUR + MINUTE, '120 h 1 min'],
    [1_234_567 * HOUR + 5 * MINUTE, '1,234,567 h 5 min'],
  ])('says %d ms as "%s"', (ms, said) => {
    expect(plain(sayDuration(ms))).toBe(said);
  });

  it('keeps each unit with its number', () => {
    expect(sayDuration(2 * HOUR + MINUTE)).toBe('2\u00a0h 1\u00a0min');
  });
});

describe('sayLeft', () => {
  it.each([
    [76 * HOUR + 5 * MINUTE, '76 h 5 min left'],
    [HOUR + 1, '1 h left'],
    [HOUR, '1 h left'],
    [HOUR - 1, '59 min 59 s left'],
    [45 * MINUTE + 12_345, '45 min 12 s left'],
    [12_000, '12 s left'],
    [1, '0 s left'],
    [0, '0 s left'],
    [-1, '1 s late'],
    [-59_999, '59 s late'],
    [-35 * MINUTE, '35 min late'],
    [-(26 * HOUR + 30 * MINUTE), '26 h 30 min late'],
    [-2_026 * HOUR, '2,026 h late'],
  ])('says %d ms remaining as "%s"', (ms, said) => {
    expect(plain(sayLeft(ms))).toBe(said);
  });
});

describe('untilSaidAnew', () => {
  it.each([
    [3 * HOUR, 1],
    [2 * HOUR + 15 * MINUTE + 30 * SECOND, 30 * SECOND + 1],
    [HOUR + MINUTE, 1],
    [HOUR, 1],
    [HOUR - 1, 1_000],
    [12_345, 346],
    [-1, 999],
    [-MINUTE, MINUTE],
    [-(35 * MINUTE + 10 * SECOND), 50 * SECOND],
  ])('with %d ms left waits %d ms', (remaining, wait) => {
    expect(untilSaidAnew(remaining)).toBe(wait);
  });

  it('waits exactly until the text differs', () => {
    for (const remaining of [3 * HOUR, HOUR + 1, HOUR, HOUR - 1, 90_500, 1_000, -1_000, -59_001, -61_000]) {
      const wait = untilSaidAnew(remaining);
      expect(sayLeft(remaining - wait)).not.toBe(sayLeft(remaining));
      expect(sayLeft(remaining - wait + 1)).toBe(sayLeft(remaining));
    }
  });
});

describe('exactDuration', () => {
  it.each([
    [0, '0 s'],
    [250, '0.25 s'],
    [HOUR, '1 h'],
    [HOUR + 20 * MINUTE + 5_250, '1 h 20 min 5.25 s'],
    [62 * HOUR + 30 * MINUTE, '62 h 30 min'],
    [59_999, '59.999 s'],
    [4_000 * HOUR + 1, '4,000 h 0.001 s'],
  ])('says %d ms as "%s"', (ms, said) => {
    expect(plain(exactDuration(ms))).toBe(said);
  });
});

describe('sayDistance', () => {
  it.each([
    [0, '0 min'],
    [MINUTE - 1, '0 min'],
    [17 * HOUR + 50 * MINUTE + 59_999, '17 h 50 min'],
    [18 * HOUR, '18 h'],
    [48 * HOUR - 1, '47 h 59 min'],
    [48 * HOUR, '2 days'],
    [54 * HOUR + 2 * MINUTE, '2 days 6 h'],
    [219 * HOUR, '9 days'],
    [24_000 * HOUR, '1,000 days'],
  ])('says %d ms as "%s"', (ms, said) => {
    expect(plain(sayDistance(ms))).toBe(said);
  });
});
