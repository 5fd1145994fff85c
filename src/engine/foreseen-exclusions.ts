import type { Exclusion } from './agreement';
import { compileCalendar, type Calendar } from './calendar';
import { countFirst } from './count-first';
import { excludedIntervals } from './excluded-time';
import type { Instant, Interval, Millis } from './instant';
import { mergeIntervals } from './interval';

/**
 * The stretches of a span in which exclusions hold the clocks of a measure, whatever becomes of the issues: those
 * that are agreed without a condition. In order and disjoint.
 */
export function foreseenExclusions(
  exclusions: readonly Exclusion[],
  measureId: string,
  { start, end }: Interval,
): readonly Interval[] {
  const plans = exclusions
    .filter(({ effect, when }) => effect === 'time' && when.op === 'always')
    .filter(({ measures }) => measures.length === 0 || measures.includes(measureId))
    .map((exclusion) => ({
      exclusion,
      when: () => true,
      during: exclusion.during === null ? null : compileCalendar(exclusion.during),
    }));
  return mergeIntervals(excludedIntervals(plans, start, end));
}

/** How much working time of a calendar such stretches take out: a look-up, however many there are. */
export class ForeseenExclusions {
  /** Working time in all stretches before each. */
  private readonly before: readonly Millis[];

  constructor(
    private readonly calendar: Calendar,
    private readonly stretches: readonly Interval[],
  ) {
    let sum = 0;
    this.before = stretches.map(({ start, end }) => {
      const before = sum;
      sum += calendar.elapsed(start, end);
      return before;
    });
  }

  /** Of [from, to). */
  within(from: Instant, to: Instant): Millis {
    return from < to ? this.upTo(to) - this.upTo(from) : 0;
  }

  private upTo(at: Instant): Millis {
    const index = countFirst(this.stretches, ({ start }) => start < at) - 1;
    const stretch = this.stretches[index];
    if (stretch === undefined) return 0;
    return (this.before[index] ?? 0) + this.calendar.elapsed(stretch.start, Math.min(stretch.end, at));
  }
}
