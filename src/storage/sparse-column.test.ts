import fc from 'fast-check';
import { sparseColumn, SparseReader } from './sparse-column';

const SEED = Number(process.env['FC_SEED'] ?? 20261127);

describe('Numbers that few places have', () => {
  it('take no character where there is none', () => {
    expect(sparseColumn([])).toBe('');
    expect(sparseColumn([null, null])).toBe('');
    expect(new SparseReader('').at(7)).toBeNull();
  });

  it('stand behind how far they are from the one before', () => {
    expect(sparseColumn([null, null, 64, 1])).toBe('BCCBABAB');
    expect(sparseColumn([0])).toBe('BBAA');
  });

  it('come back of those places that are asked for', () => {
    console.info(`fast-check seed ${SEED} (set FC_SEED to change)`);
    const cell = fc.record({ number: fc.option(fc.maxSafeNat(), { freq: 1 }), wanted: fc.boolean() });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 200 }), (cells) => {
        const reader = new SparseReader(sparseColumn(cells.map(({ number }) => number)));
        const read = cells.map(({ wanted }, place) => (wanted ? reader.at(place) : undefined));
        expect(read).toEqual(cells.map(({ number, wanted }) => (wanted ? number : undefined)));
      }),
      { seed: SEED },
    );
  });
});
