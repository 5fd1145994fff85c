import type { CountedFact } from './cycle-fact';
import type { FigureCounts } from './figure-counts';
import { COLUMN_OF_FACET, facetValuesIn, type Facet } from './figure-scope';
import { PackedSums, type PackedTexts } from './packed-sums';

/** What is counted of one value of a facet on one day. */
export interface RollupRow extends FigureCounts, PackedTexts {
  readonly agreementId: string;
  readonly measureId: string;
  /** `''` = of all, with the value `''`. */
  readonly facet: Facet | '';
  readonly facetValue: string;
  readonly day: number;
  readonly securityLevelId: string;
}

const FACETS = Object.keys(COLUMN_OF_FACET) as readonly Facet[];

/**
 * The roll-ups of a day, made of all its facts; in order of their key. The same facts in any order give the
 * same roll-ups.
 */
export function rollUpDay(facts: Iterable<CountedFact>): readonly RollupRow[] {
  const cells = new Map<string, Cell>();
  for (const fact of facts)
    for (const [facet, value] of facetsOf(fact)) {
      const key = JSON.stringify([fact.agreementId, facet, value, fact.measureId, fact.securityLevelId]);
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = new Cell(fact, facet, value)));
      cell.add(fact);
    }
  return [...cells.keys()].sort().map((key) => (cells.get(key) as Cell).row());
}

function facetsOf(fact: CountedFact): readonly (readonly [Facet | '', string])[] {
  const columns: Readonly<Record<Facet, string>> = {
    priority: fact.priorityId,
    'request-type': fact.requestTypeId,
    organization: fact.organizationIds,
    assignee: fact.assigneeId,
    stratum: fact.stratum,
  };
  const values = FACETS.flatMap((facet) =>
    facetValuesIn(facet, columns[facet]).map((value) => [facet, value] as const),
  );
  return [['', ''], ...values];
}

class Cell {
  private met = 0;
  private breached = 0;
  private grossMet = 0;
  private grossBreached = 0;
  private leftOut = 0;
  private stopped = 0;
  private elapsedSum = 0;
  private excludedSum = 0;
  private lateSum = 0;
  private readonly packed = new PackedSums();

  constructor(
    private readonly first: CountedFact,
    private readonly facet: Facet | '',
    private readonly facetValue: string,
  ) {}

  add(fact: CountedFact): void {
    if (fact.verdict === 'met') this.met++;
    if (fact.verdict === 'breached') this.breached++;
    if (fact.grossVerdict === 'met') this.grossMet++;
    if (fact.grossVerdict === 'breached') this.grossBreached++;
    if (fact.leftOutBy !== null) this.leftOut++;
    if (fact.elapsedMs !== null) this.stopped++;
    this.elapsedSum += fact.elapsedMs ?? 0;
    this.excludedSum += fact.excludedMs;
    this.lateSum += fact.lateMs;
    this.packed.addFact(fact);
  }

  row(): RollupRow {
    const { agreementId, measureId, decidedDay, securityLevelId } = this.first;
    return {
      agreementId,
      measureId,
      facet: this.facet,
      facetValue: this.facetValue,
      day: decidedDay,
      securityLevelId,
      met: this.met,
      breached: this.breached,
      grossMet: this.grossMet,
      grossBreached: this.grossBreached,
      leftOut: this.leftOut,
      stopped: this.stopped,
      elapsedSum: this.elapsedSum,
      excludedSum: this.excludedSum,
      lateSum: this.lateSum,
      ...this.packed.texts(),
    };
  }
}
