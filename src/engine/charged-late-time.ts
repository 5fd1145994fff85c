import type { Consequences } from './consequences';
import type { Cycle } from './cycle';
import type { Millis } from './instant';
import { countedVerdict } from './verdict-difference';

/** Time a breach is free of a penalty, by measure; a measure without a penalty is missing. */
export function freeTimes({ credits }: Consequences): ReadonlyMap<string, Millis> {
  return new Map(
    credits.flatMap((rule) => ('perBreach' in rule ? [[rule.measureId, rule.perBreach.freeMs]] : [])),
  );
}

/**
 * For how much lateness a penalty is due: working time beyond the goal, less the free time of each breach. An
 * ongoing cycle is as late as it is by the instant it was replayed to. 0 for what is met or not counted.
 *
 * chargedLateTime(twoHoursLate, 1_800_000) //=> 5_400_000
 */
export function chargedLateTime(cycle: Cycle | null, freeMs: Millis): Millis {
  if (cycle === null || countedVerdict(cycle) !== 'breached') return 0;
  return Math.max(0, -(cycle.net.remainingMs ?? 0) - freeMs);
}
