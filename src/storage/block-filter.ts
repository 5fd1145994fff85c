import { filtersSet, type Dimension, type Facet, type FigureScope } from './figure-scope';
import { FixedColumn } from './fixed-digits';
import { codedValues } from './report-value';
import { cellsOf, type RollupBlock } from './rollup-block';

/** Which cycles of a block pass the filter of a scope. */
export class BlockFilter {
  private constructor(
    private readonly wanted: readonly {
      readonly facet: Dimension;
      /** By security level, 1 at the codes of the values that pass. */
      readonly codes: ReadonlyMap<string, Uint8Array>;
    }[],
  ) {}

  static async of({
    projectId,
    levels,
    filter,
  }: Pick<FigureScope, 'projectId' | 'levels' | 'filter'>): Promise<BlockFilter> {
    const set = filtersSet(filter);
    return new BlockFilter(
      await Promise.all(
        set.map(async ([facet, value]) => ({ facet, codes: await codesOf(projectId, levels, facet, value) })),
      ),
    );
  }

  /** The columns it looks at. */
  get columns(): readonly Dimension[] {
    return this.wanted.map(({ facet }) => facet);
  }

  get passesAll(): boolean {
    return this.wanted.length === 0;
  }

  /** The places of the cycles that pass, in order. */
  placesIn(block: Pick<RollupBlock, 'securityLevelId' | 'cells'>, cycles: number): Int32Array {
    const places = new Int32Array(cycles);
    for (let place = 0; place < cycles; place++) places[place] = place;
    let passed = cycles;
    for (const { facet, codes } of this.wanted) {
      const own = codes.get(block.securityLevelId);
      passed = own ? keep(places, passed, new FixedColumn(cellsOf(block, facet)), own) : 0;
    }
    return places.subarray(0, passed);
  }
}

/** Moves those of the first `count` places whose code is wanted to the front; answers how many these are. */
function keep(places: Int32Array, count: number, column: FixedColumn, wanted: Uint8Array): number {
  let kept = 0;
  for (let n = 0; n < count; n++) {
    const place = places[n] as number;
    if (wanted[column.at(place)] === 1) places[kept++] = place;
  }
  return kept;
}

async function codesOf(
  projectId: string,
  levels: readonly string[],
  facet: Facet,
  value: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const several = facet === 'organization' && value !== '';
  const coded = await codedValues(projectId, {
    kind: facet,
    levels,
    value: several ? undefined : value,
  });
  const codes = new Map<string, Uint8Array>();
  for (const one of coded) {
    if (several && !one.value.includes(`,${value},`)) continue;
    const before = codes.get(one.securityLevelId) ?? new Uint8Array(0);
    const own = new Uint8Array(Math.max(before.length, one.code + 1));
    own.set(before);
    own[one.code] = 1;
    codes.set(one.securityLevelId, own);
  }
  return codes;
}
