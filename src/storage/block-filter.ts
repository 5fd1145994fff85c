import { filtersSet, type Dimension, type FigureScope } from './figure-scope';
import { FixedColumn, greatest } from './fixed-digits';
import { codedValues } from './report-value';
import { cellsOf, type RollupBlock } from './rollup-block';

/** Which cycles of a block pass the filter of a scope. */
export class BlockFilter {
  /** One list for all blocks: a new one for each took longer than looking through its columns. */
  private kept = new Int32Array(0);

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

  /** The only filter that is set, and 1 at the codes of a security level that pass it; null = there are none or several. */
  get only(): {
    readonly dimension: Dimension;
    codesOf(securityLevelId: string): Uint8Array | undefined;
  } | null {
    const [first, second] = this.wanted;
    if (!first || second) return null;
    return { dimension: first.facet, codesOf: (securityLevelId) => first.codes.get(securityLevelId) };
  }

  /** The places of the cycles that pass, in order; good until it is asked again. */
  placesIn(block: Pick<RollupBlock, 'securityLevelId' | 'cells'>, cycles: number): Int32Array {
    if (this.passesAll) return placesBelow(cycles);
    if (this.kept.length < cycles) this.kept = new Int32Array(2 * cycles);
    const { kept } = this;
    let places: Int32Array | null = null;
    let passed = cycles;
    for (const { facet, codes } of this.wanted) {
      const own = codes.get(block.securityLevelId);
      if (!own) return kept.subarray(0, 0);
      passed = new FixedColumn(cellsOf(block, facet)).keep(places, passed, own, kept);
      places = kept;
    }
    return kept.subarray(0, passed);
  }
}

let allPlaces = new Int32Array(0);

function placesBelow(count: number): Int32Array {
  if (allPlaces.length < count) allPlaces = Int32Array.from({ length: 2 * count }, (_, place) => place);
  return allPlaces.subarray(0, count);
}

/** Longer than any code: to look beyond the end of a list is slow. */
async function codesOf(
  projectId: string,
  levels: readonly string[],
  dimension: Dimension,
  value: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const coded = await codedValues(projectId, { kind: dimension, levels });
  const several = dimension === 'organization' && value !== '';
  const codes = new Map<string, Uint8Array>();
  for (const level of levels) {
    const own = coded.filter(({ securityLevelId }) => securityLevelId === level);
    const wanted = new Uint8Array(1 + greatest([63, ...own.map(({ code }) => code)]));
    for (const one of own)
      if (several ? one.value.includes(`,${value},`) : one.value === value) wanted[one.code] = 1;
    codes.set(level, wanted);
  }
  return codes;
}
