import {
  clipIntervals,
  intersectIntervals,
  mergeIntervals,
  subtractIntervals,
  totalLength,
} from './interval';

const list = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }));

describe('intervals', () => {
  test.each([
    ['joins what overlaps', list([5, 9], [0, 6]), list([0, 9])],
    ['joins what touches', list([0, 5], [5, 9]), list([0, 9])],
    ['swallows what lies inside', list([0, 9], [2, 3]), list([0, 9])],
    ['keeps what is apart in order', list([7, 9], [0, 5]), list([0, 5], [7, 9])],
    ['drops the empty', list([3, 3], [5, 4]), []],
  ])('merging %s', (_, given, expected) => expect(mergeIntervals(given)).toEqual(expected));

  test.each([
    ['overlap', list([0, 10]), list([5, 20]), list([5, 10])],
    ['only a touch', list([0, 5]), list([5, 9]), []],
    ['several on both sides', list([0, 4], [6, 10]), list([2, 7], [9, 12]), list([2, 4], [6, 7], [9, 10])],
    ['nothing', list([0, 4]), [], []],
  ])('intersection: %s', (_, a, b, expected) => {
    expect(intersectIntervals(a, b)).toEqual(expected);
    expect(intersectIntervals(b, a)).toEqual(expected);
  });

  test.each([
    ['a hole', list([0, 10]), list([3, 5]), list([0, 3], [5, 10])],
    ['the beginning', list([0, 10]), list([-5, 3]), list([3, 10])],
    ['the end', list([0, 10]), list([8, 30]), list([0, 8])],
    ['all of it', list([0, 10]), list([0, 10]), []],
    ['a piece over two', list([0, 4], [6, 10]), list([2, 8]), list([0, 2], [8, 10])],
    ['two holes in one', list([0, 10]), list([1, 2], [4, 5]), list([0, 1], [2, 4], [5, 10])],
    ['nothing', list([0, 4]), list([4, 9]), list([0, 4])],
  ])('difference: %s', (_, from, taken, expected) =>
    expect(subtractIntervals(from, taken)).toEqual(expected),
  );

  test('clipping keeps the inside of a span, and the total is the sum of lengths', () => {
    const clipped = clipIntervals(list([0, 4], [6, 10], [12, 14]), { start: 2, end: 8 });
    expect(clipped).toEqual(list([2, 4], [6, 8]));
    expect(totalLength(clipped)).toBe(4);
  });
});
