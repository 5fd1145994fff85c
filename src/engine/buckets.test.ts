import { bucketsOf } from './buckets';

const columnOf = (values: readonly number[]) =>
  [Float64Array.from([...values, Infinity]), { width: 1, column: 0, count: values.length }] as const;

describe('buckets', () => {
  test.each<[string, number, number, number[]]>([
    ['spread out', 0, 4096, [0, 512, 1024, 2048, 4000]],
    ['crowded at the end', 1000, 9000, [9000, 9001, 9002, 9003, 9999]],
    ['one entry', 7, 100_000_000_000, [7]],
    ['none', 0, 1000, []],
    ['no span', 5, 0, []],
  ])('%s: each knows the last entry before its beginning', (_, origin, span, values) => {
    const { scale, first } = bucketsOf(...columnOf(values), origin, span);
    expect(Math.floor(span * scale)).toBeLessThan(first.length);
    expect(Number.isInteger(Math.log2(scale))).toBe(true);
    first.forEach((position, bucket) => {
      const beginning = origin + bucket / scale;
      expect(position).toBe(values.filter((value) => value < beginning).length);
    });
  });

  test('positions are in a column of a wider table', () => {
    const table = Float64Array.from([0, 9, 9, 512, 9, 9, 1024, 9, 9, Infinity, 9, 9]);
    const { scale, first } = bucketsOf(table, { width: 3, column: 0, count: 3 }, 0, 2048);
    expect(first[Math.floor(2047 * scale)]).toBe(9);
    expect(first[Math.floor(1000 * scale)]).toBe(6);
  });

  test('an entry right at a beginning belongs after it, so that a sum used up there is still found at its closing', () => {
    const { scale, first } = bucketsOf(...columnOf([0, 512, 1024]), 0, 2048);
    expect(first[512 * scale]).toBe(1);
  });
});
