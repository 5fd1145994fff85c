import type { Calendar } from './calendar';
import type { ExcludedAhead } from './excluded-time';
import type { ForeseenExclusions } from './foreseen-exclusions';
import type { Instant, Millis } from './instant';

/** What makes a late cycle later. */
export interface LateClock {
  /** Whose hours make it later; null = it is paused. */
  readonly calendar: Calendar | null;
  /** When an exclusion holds it next; null = as far as is known, none does. */
  readonly excluded: ExcludedAhead | null;
  /** What holds it after that; absent = nothing is known of it. */
  readonly foreseen?: ForeseenExclusions;
}

/** How much later a late cycle becomes in [from, to), in working time that no exclusion takes out. */
export function lateGrowth({ calendar, excluded, foreseen }: LateClock, from: Instant, to: Instant): Millis {
  if (calendar === null || to <= from) return 0;
  const working = calendar.elapsed(from, to);
  if (excluded === null) return working - (foreseen?.within(from, to) ?? 0);
  const end = excluded.end ?? to;
  const [start, until] = [Math.max(from, excluded.start), Math.min(to, end)];
  const next = start < until ? calendar.elapsed(start, until) : 0;
  return working - next - (foreseen?.within(Math.max(from, end), to) ?? 0);
}
