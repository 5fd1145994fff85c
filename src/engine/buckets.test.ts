import { bucketsOf } from './buckets';

/** Entries 1..n with the same value in both columns, between the two that close a table. */
const tableOf = (origin: number, values: readonly number[]) =>
  Float64Array.from([origin, ...values, Infinity].flatMap((value) => [value, value]));

describe('buckets', () => {
  test.each<[string, number, number, number[]]>([
    ['spread out', 0, 4096, [0, 512, 1024, 2048, 4000]],
    ['crowded at the end', 1000, 9000, [9000, 9001, 9002, 9003, 9999]],
    ['one entry', 7, 100_000_000_000, [7]],
    ['none', 0, 1000, []],
    ['no span', 5, 0, []],
  ])('%s: each knows the last entry before its beginning', (_, origin, span, values) => {
    const { scale, first } = bucketsOf(tableOf(origin, values), 1, values.length, origin, span);
    expect(Math.floor(span * scale)).toBeLessThan(first.length);
    expect(Number.isInteger(Math.log2(scale))).toBe(true);
    first.forEach((position, bucket) => {
      const beginning = origin + bucket / scale;
      expect(position / 2).toBe(values.filter((value) => value < beginning).length);
    });
  });

  test('an entry right at a beginning belongs after it, so that a sum used up there is still found at its closing', () => {
    const { scale, first } = bucketsOf(tableOf(0, [0, 512, 1024]), 0, 3, 0, 2048);
    expect(first[512 * scale]).toBe(2);
  });
});
