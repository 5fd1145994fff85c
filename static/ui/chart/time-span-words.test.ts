import { sayTimeSpan } from './time-span-words';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('sayTimeSpan', () => {
  it.each([
    [5_400_000, 7_200_000, '1 h 30 min to 2 h'],
    [0, 900_000, '0 min to 15 min'],
    [0, 1, '0 s to 0.001 s'],
    [185_364, 193_570, '3 min 5.364 s to 3 min 13.57 s'],
    [3_600_000_000, 7_200_000_000, '1,000 h to 2,000 h'],
  ])('says %d to %d ms as "%s"', (from, to, said) => {
    expect(plain(sayTimeSpan({ from, to }))).toBe(said);
  });
});
