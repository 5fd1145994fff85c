import fc from 'fast-check';
import { entryColumn, EntryReader, type Entries, type Entry } from './entry-column';

const SEED = Number(process.env['FC_SEED'] ?? 20261126);

function read(
  text: string,
  wanted: readonly (Pick<Entries, 'total'> | null)[],
): readonly (readonly Entry[] | null)[] {
  const reader = new EntryReader(text);
  return wanted.map((one, index) => {
    if (one === null) return null;
    const entries: Entry[] = [];
    reader.at(index, (code, ms) => entries.push({ code, ms }), one.total);
    return entries;
  });
}

describe('Entries of cycles', () => {
  it('take as many digits as the largest needs', () => {
    expect(entryColumn([])).toBe('BBB');
    expect(entryColumn([{ entries: [] }, { entries: [{ code: 1, ms: 64 }] }])).toBe('BBCACBBA');
  });

  it('leave the last time out where the others tell it', () => {
    const entries = [
      { code: 1, ms: 2 },
      { code: 3, ms: 5 },
    ];
    expect(entryColumn([{ entries, total: 7 }])).toBe('BBBFBCD');
    expect(entryColumn([{ entries, total: 8 }])).toBe('BBBEBCDF');
  });

  it('come back of those cycles that are asked for', () => {
    console.info(`fast-check seed ${SEED} (set FC_SEED to change)`);
    const entry = fc.record({ code: fc.nat({ max: 70_000 }), ms: fc.nat({ max: 2 ** 45 }) });
    const cycle = fc.record({
      entries: fc.array(entry, { maxLength: 80 }),
      add: fc.option(fc.nat({ max: 1 })),
      wanted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(cycle), (some) => {
        const cycles = some.map(({ entries, add, wanted }) => ({
          entries,
          total: add === null ? undefined : entries.reduce((sum, { ms }) => sum + ms, add),
          wanted,
        }));
        const wanted = cycles.map((one) => (one.wanted ? one : null));
        expect(read(entryColumn(cycles), wanted)).toEqual(wanted.map((one) => one && one.entries));
        const reader = new EntryReader(entryColumn(cycles));
        const odd = Uint8Array.from({ length: 70_001 }, (_, code) => code % 2);
        const sums = { all: 0, wanted: 0 };
        for (const [index, one] of cycles.entries())
          if (one.wanted) reader.addAt(index, odd, one.total ?? 0, sums);
        const asked = cycles.flatMap((one) => (one.wanted ? one.entries : []));
        const sumOf = (some: readonly Entry[]) => some.reduce((sum, { ms }) => sum + ms, 0);
        expect(sums).toEqual({
          all: sumOf(asked),
          wanted: sumOf(asked.filter(({ code }) => code % 2 === 1)),
        });
      }),
      { seed: SEED },
    );
  });
});
