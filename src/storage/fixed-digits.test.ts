import fc from 'fast-check';
import { digitsOf, FixedColumn, fixedColumn, numberAt, widthOf } from './fixed-digits';

const SEED = Number(process.env['FC_SEED'] ?? 20261126);

describe('Numbers with as many digits each', () => {
  it.each([
    [0, 1, 'A'],
    [63, 1, '_'],
    [64, 2, 'BA'],
    [4_095, 2, '__'],
    [4_096, 3, 'BAA'],
    [Number.MAX_SAFE_INTEGER, 9, 'f________'],
  ])('%d takes %d: %s', (number, width, digits) => {
    expect([widthOf(number), digitsOf(number, width)]).toEqual([width, digits]);
    expect(numberAt(`x${digits}x`, 1, width)).toBe(number);
  });

  it('come back from a column', () => {
    expect(fixedColumn([])).toBe('B');
    expect(fixedColumn([1, 64])).toBe('CABBA');
    console.info(`fast-check seed ${SEED} (set FC_SEED to change)`);
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
        const column = new FixedColumn(fixedColumn(numbers));
        expect(Array.from({ length: column.length }, (_, index) => column.at(index))).toEqual(numbers);
      }),
      { seed: SEED },
    );
  });
});
