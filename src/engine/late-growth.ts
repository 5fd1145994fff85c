import type { Calendar } from './calendar';
import type { ExcludedAhead } from './excluded-time';
import type { Instant, Millis } from './instant';

/** What makes a late cycle later. */
export interface LateClock {
  /** Whose hours make it later; null = it is paused. */
  readonly calendar: Calendar | null;
  /** When an exclusion holds it next; null = as far as is known, none does. */
  readonly excluded: ExcludedAhead | null;
}

/** How much later a late cycle becomes in [from, to), in working time that no exclusion takes out. */
export function lateGrowth({ calendar, excluded }: LateClock, from: Instant, to: Instant): Millis {
  if (calendar === null || to <= from) return 0;
  const working = calendar.elapsed(from, to);
  if (excluded === null) return working;
  const [start, end] = [Math.max(from, excluded.start), Math.min(to, excluded.end ?? to)];
  return start < end ? working - calendar.elapsed(start, end) : working;
}
