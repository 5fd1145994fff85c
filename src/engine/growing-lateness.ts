import { countFirst } from './count-first';
import { groupBy } from './group-by';
import type { Instant, Millis } from './instant';
import { lateGrowth, type LateClock } from './late-growth';

/** A clock that is charged for, or will be. */
export interface ChargedClock extends LateClock {
  /** When it begins to be late: not before the instant it is looked at from. */
  readonly breachTime: Instant;
  /** How late it is at that instant. */
  readonly lateMs: Millis;
}

/**
 * How much lateness is charged of many clocks, at any instant from `now` on: that of each beyond `freeMs`. Clocks that
 * grow later in the same hours do so by the same time from the moment that their free time is used up, so that an
 * instant costs one growth for all of them, and a search for those whose moment has come.
 */
export class GrowingLateness {
  private readonly groups: readonly Group[];

  constructor(
    clocks: readonly ChargedClock[],
    private readonly freeMs: Millis,
    private readonly now: Instant,
  ) {
    this.groups = alike(clocks).map(([first, ...others]) => this.groupOf(first, others));
  }

  chargedAt(at: Instant): Millis {
    let charged = 0;
    for (const { clock, from, sums } of this.groups) {
      const growth = lateGrowth(clock, this.now, at);
      const begun = countFirst(from, (own) => own < growth);
      charged += begun * growth - (sums[begun] as number);
    }
    return charged;
  }

  private groupOf(clock: ChargedClock, others: readonly ChargedClock[]): Group {
    const from = [clock, ...others]
      .map(({ breachTime, lateMs }) => lateGrowth(clock, this.now, breachTime) - lateMs + this.freeMs)
      .sort((a, b) => a - b);
    const sums = [0];
    for (const growth of from) sums.push((sums.at(-1) as number) + growth);
    return { clock, from, sums };
  }
}

/** Clocks that grow by the same time in any span. */
interface Group {
  readonly clock: LateClock;
  /** Of each, by how much it grows from `now` on until it is charged for, the least first; less than nothing = it is. */
  readonly from: readonly Millis[];
  /** Of the first none, one, two …, added up. */
  readonly sums: readonly Millis[];
}

function alike<T extends LateClock>(clocks: readonly T[]): readonly [T, ...T[]][] {
  const numbers = new Map<object, number>();
  const numberOf = (one: object | null | undefined) => {
    if (!one) return '';
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
  const keyOf = ({ calendar, excluded, foreseen }: T) =>
    `${numberOf(calendar)} ${numberOf(foreseen)} ${excluded?.start} ${excluded?.end}`;
  return [...groupBy(clocks, keyOf).values()];
}
