import { weekdayOf } from '../engine/local-date';
import type { CycleFact } from './cycle-fact';
import { addPacked, packedText } from './packed-text';

/** What is kept of all cycles of a day, added up by key. */
export interface PackedTexts {
  /** By `hourKey`. */
  readonly breachHours: string;
  readonly holders: string;
  /** By id of the exclusion: working time, cycles, breaches it took away. */
  readonly clauses: string;
}

export type PackedFact = Pick<
  CycleFact,
  'decidedDay' | 'decidedHour' | 'verdict' | 'grossVerdict' | 'holders' | 'excluded'
>;

/** Weekday (0 = Monday) and hour as a key of `breachHours`. */
export function hourKey(weekday: number, hour: number): string {
  return `${weekday}.${hour}`;
}

/** Did an exclusion turn its breach into something else? */
export function isSaved({ verdict, grossVerdict }: Pick<PackedFact, 'verdict' | 'grossVerdict'>): boolean {
  return grossVerdict === 'breached' && verdict !== 'breached';
}

/** Adds up hours of breaches, holders and clauses of cycles, or of days whose sums are kept. */
export class PackedSums {
  readonly breachHours = new Map<string, number[]>();
  readonly holders = new Map<string, number[]>();
  readonly clauses = new Map<string, number[]>();

  addTexts({ breachHours, holders, clauses }: PackedTexts): void {
    addPacked(this.breachHours, breachHours);
    addPacked(this.holders, holders);
    addPacked(this.clauses, clauses);
  }

  addFact(fact: PackedFact): void {
    if (fact.verdict === 'breached') this.addBreach(weekdayOf(fact.decidedDay), fact.decidedHour);
    addPacked(this.holders, fact.holders);
    const excluded = new Map<string, number[]>();
    addPacked(excluded, fact.excluded);
    for (const [id, [ms = 0]] of excluded) this.addClause(id, [ms, 1, Number(isSaved(fact))]);
  }

  addBreach(weekday: number, hour: number, cases = 1): void {
    add(this.breachHours, hourKey(weekday, hour), [cases]);
  }

  addHolder(holder: string, ms: number): void {
    add(this.holders, holder, [ms]);
  }

  /** Working time, cycles, breaches it took away. */
  addClause(id: string, counts: readonly [number, number, number]): void {
    add(this.clauses, id, [...counts]);
  }

  texts(): PackedTexts {
    return {
      breachHours: packedText(this.breachHours),
      holders: packedText(this.holders),
      clauses: packedText(this.clauses),
    };
  }
}

function add(sums: Map<string, number[]>, key: string, counts: number[]): void {
  const sum = sums.get(key);
  if (!sum) sums.set(key, counts);
  else for (const [place, count] of counts.entries()) sum[place] = (sum[place] ?? 0) + count;
}
