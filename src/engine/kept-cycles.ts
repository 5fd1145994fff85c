import type { Millis } from './instant';

/** What became of a measure's cycles in a period; ongoing ones that are late already count. */
export interface KeptCycles {
  readonly met: number;
  /** Met and breached together. */
  readonly counted: number;
  /** How late the breached ones were together, each less its free time. Needed where a penalty is agreed. */
  readonly chargedMs?: Millis;
}

/** Of all measures, by id; a measure that is missing has no counted cycles. */
export type KeptInPeriod = ReadonlyMap<string, KeptCycles>;
