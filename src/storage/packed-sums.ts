import { weekdayOf } from '../engine/local-date';
import type { CycleFact } from './cycle-fact';
import { addPacked, packedText } from './packed-text';

/** The packed columns of a roll-up. */
export interface PackedTexts {
  /** By bucket. */
  readonly times: string;
  /** By `hourKey`. */
  readonly breachHours: string;
  readonly holders: string;
  /** By id of the exclusion: working time, cycles, breaches it took away. */
  readonly clauses: string;
}

export type PackedFact = Pick<
  CycleFact,
  'decidedDay' | 'decidedHour' | 'timeBucket' | 'verdict' | 'grossVerdict' | 'holders' | 'excluded'
>;

/** Weekday (0 = Monday) and hour as a key of `breachHours`. */
export function hourKey(weekday: number, hour: number): string {
  return `${weekday}.${hour}`;
}

/** Adds up what the rows and the roll-ups keep in packed texts. */
export class PackedSums {
  readonly times = new Map<string, number[]>();
  readonly breachHours = new Map<string, number[]>();
  readonly holders = new Map<string, number[]>();
  readonly clauses = new Map<string, number[]>();

  addTexts({ times, breachHours, holders, clauses }: PackedTexts): void {
    addPacked(this.times, times);
    addPacked(this.breachHours, breachHours);
    addPacked(this.holders, holders);
    addPacked(this.clauses, clauses);
  }

  addFact(fact: PackedFact): void {
    if (fact.timeBucket !== null) add(this.times, String(fact.timeBucket), [1]);
    if (fact.verdict === 'breached')
      add(this.breachHours, hourKey(weekdayOf(fact.decidedDay), fact.decidedHour), [1]);
    addPacked(this.holders, fact.holders);
    const saved = fact.grossVerdict === 'breached' && fact.verdict !== 'breached' ? 1 : 0;
    const excluded = new Map<string, number[]>();
    addPacked(excluded, fact.excluded);
    for (const [id, [ms = 0]] of excluded) add(this.clauses, id, [ms, 1, saved]);
  }

  texts(): PackedTexts {
    return {
      times: packedText(this.times),
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
