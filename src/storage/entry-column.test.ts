import fc from 'fast-check';
import { entryColumn, EntryReader, type Entry } from './entry-column';

const SEED = Number(process.env['FC_SEED'] ?? 20261126);

function read(text: string, wanted: readonly boolean[]): readonly (readonly Entry[] | null)[] {
  const reader = new EntryReader(text);
  return wanted.map((isWanted, index) => {
    if (!isWanted) return null;
    const entries: Entry[] = [];
    reader.at(index, (code, ms) => entries.push({ code, ms }));
    return entries;
  });
}

describe('Entries of cycles', () => {
  it('take as many digits as the largest needs', () => {
    expect(entryColumn([])).toBe('BBB');
    expect(entryColumn([[], [{ code: 1, ms: 64 }]])).toBe('BBCABBBA');
  });

  it('come back of those cycles that are asked for', () => {
    console.info(`fast-check seed ${SEED} (set FC_SEED to change)`);
    const entry = fc.record({ code: fc.nat({ max: 70_000 }), ms: fc.maxSafeNat() });
    const cycle = fc.record({ entries: fc.array(entry, { maxLength: 80 }), wanted: fc.boolean() });
    fc.assert(
      fc.property(fc.array(cycle), (cycles) => {
        const text = entryColumn(cycles.map(({ entries }) => entries));
        const wanted = cycles.map((one) => one.wanted);
        expect(read(text, wanted)).toEqual(cycles.map((one) => (one.wanted ? one.entries : null)));
      }),
      { seed: SEED },
    );
  });
});
