import fc from 'fast-check';
import { Digits, digitsOf, FixedColumn, fixedColumn, widthOf } from './fixed-digits';

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
    expect(new Digits(`x${digits}x`).at(1, width)).toBe(number);
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

  it('are looked for by what they are, one column after the other', () => {
    const [some, others] = [
      new FixedColumn(fixedColumn([1, 0, 1, 2, 1])),
      new FixedColumn(fixedColumn([70, 70, 1, 70, 2])),
    ];
    const wanted = (...numbers: readonly number[]) => {
      const marks = new Uint8Array(71);
      for (const number of numbers) marks[number] = 1;
      return marks;
    };
    const kept = new Int32Array(5);
    expect(some.keep(null, 5, wanted(1), kept)).toBe(3);
    expect([...kept.subarray(0, 3)]).toEqual([0, 2, 4]);
    expect(others.keep(kept, 3, wanted(70, 2), kept)).toBe(2);
    expect([...kept.subarray(0, 2)]).toEqual([0, 4]);
  });
});
