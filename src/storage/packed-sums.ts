import type { Millis } from '../engine/instant';
import { weekdayOf } from '../engine/local-date';
import type { CycleFact } from './cycle-fact';
import { countsOfPacked } from './packed-text';

export type PackedFact = Pick<
  CycleFact,
  'decidedDay' | 'decidedHour' | 'verdict' | 'grossVerdict' | 'holders' | 'excluded'
>;

/** What an exclusion did. */
export interface ClauseSum {
  readonly ms: Millis;
  readonly cycles: number;
  /** Breached gross, and met or not counted net. */
  readonly saved: number;
}

/** Weekday (0 = Monday) and hour as one number. */
export function hourOfWeek(weekday: number, hour: number): number {
  return weekday * 24 + hour;
}

/** Did an exclusion turn its breach into something else? */
export function isSaved({ verdict, grossVerdict }: Pick<PackedFact, 'verdict' | 'grossVerdict'>): boolean {
  return grossVerdict === 'breached' && verdict !== 'breached';
}

/** Adds up hours of breaches, holders and clauses of cycles. */
export class PackedSums {
  /** Breaches by `hourOfWeek`. */
  readonly breachHours = new Map<number, number>();
  readonly holders = new Map<string, Millis>();
  readonly clauses = new Map<string, ClauseSum>();

  addFact(fact: PackedFact): void {
    if (fact.verdict === 'breached')
      this.addBreaches(hourOfWeek(weekdayOf(fact.decidedDay), fact.decidedHour), 1);
    for (const [holder, ms] of countsOfPacked(fact.holders)) this.addHolder(holder, ms);
    const saved = Number(isSaved(fact));
    for (const [id, ms] of countsOfPacked(fact.excluded)) this.addClause(id, { ms, cycles: 1, saved });
  }

  addBreaches(hour: number, cases: number): void {
    this.breachHours.set(hour, (this.breachHours.get(hour) ?? 0) + cases);
  }

  addHolder(holder: string, ms: Millis): void {
    this.holders.set(holder, (this.holders.get(holder) ?? 0) + ms);
  }

  addClause(id: string, { ms, cycles, saved }: ClauseSum): void {
    const sum = this.clauses.get(id) ?? { ms: 0, cycles: 0, saved: 0 };
    this.clauses.set(id, { ms: sum.ms + ms, cycles: sum.cycles + cycles, saved: sum.saved + saved });
  }
}
