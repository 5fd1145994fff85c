import {
  allOf,
  among,
  anyOf,
  equals,
  filtersSet,
  type Clause,
  type Dimension,
  type FigureScope,
} from './figure-scope';
import { FixedColumn } from './fixed-digits';
import { codesWhere } from './report-value';
import { cellsOf, type RollupBlock } from './rollup-block';

/** Which cycles of a block pass the filter of a scope. */
export class BlockFilter {
  /** One list for all blocks: a new one for each took longer than looking through its columns. */
  private kept = new Int32Array(0);

  private constructor(private readonly wanted: readonly WantedValue[]) {}

  static async of({
    projectId,
    levels,
    filter,
  }: Pick<FigureScope, 'projectId' | 'levels' | 'filter'>): Promise<BlockFilter> {
    const set = filtersSet(filter);
    return new BlockFilter(
      await Promise.all(set.map(([facet, value]) => wantedValue(projectId, levels, facet, value))),
    );
  }

  /** The columns it looks at. */
  get columns(): readonly Dimension[] {
    return this.wanted.map(({ facet }) => facet);
  }

  get passesAll(): boolean {
    return this.wanted.length === 0;
  }

  /** What it wants, where it wants one thing only. */
  get only(): WantedValue | null {
    const [first, ...others] = this.wanted;
    return first && others.length === 0 ? first : null;
  }

  /** By each filter that is set, the rows of report_cells with the cycles that pass it, and what the others let through. */
  byValue(): readonly { readonly value: Clause; readonly filter: BlockFilter }[] {
    return this.wanted.map((own) => ({
      value: clauseOf(own),
      filter: new BlockFilter(this.wanted.filter((one) => one !== own)),
    }));
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

/** What passes one filter. */
export interface WantedValue {
  readonly facet: Dimension;
  /** By security level, 1 at the codes of the values that pass. */
  readonly codes: ReadonlyMap<string, Uint8Array>;
}

async function wantedValue(
  projectId: string,
  levels: readonly string[],
  dimension: Dimension,
  value: string,
): Promise<WantedValue> {
  const several = dimension === 'organization' && value !== '';
  const passes = (own: string) => (several ? own.includes(`,${value},`) : own === value);
  return { facet: dimension, codes: await codesWhere(projectId, { kind: dimension, levels }, passes) };
}

function clauseOf({ facet, codes }: WantedValue): Clause {
  const byLevel = [...codes].flatMap(([level, wanted]) => {
    const own = [...wanted.keys()].filter((code) => wanted[code] === 1);
    return own.length === 0 ? [] : [{ level, own }];
  });
  return allOf(
    equals('dimension', facet),
    // What the key of the table finds.
    among('code', [...new Set(byLevel.flatMap(({ own }) => own))]),
    anyOf(byLevel.map(({ level, own }) => allOf(equals('security_level_id', level), among('code', own)))),
  );
}
