import { correlation } from './correlation';

describe('The correlation of pairs', () => {
  it.each<[string, readonly (readonly [number, number])[], number | null]>([
    ['that grow together', [[1, 10], [2, 20], [3, 30]], 1],
    ['of which one grows as the other shrinks', [[1, 30], [2, 20], [3, 10]], -1],
    ['that have nothing to do with each other', [[1, 1], [1, -1], [-1, 1], [-1, -1]], 0],
    ['of which one never changes', [[1, 5], [2, 5], [3, 5]], null],
    ['of which there is one', [[1, 5]], null],
    ['of which there is none', [], null],
  ])('%s', (_, pairs, expected) => {
    const found = correlation(pairs);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  }); // prettier-ignore
});
