import type { Exclusion } from '../engine/agreement';
import type { Calendar } from '../engine/calendar';
import { ForeseenExclusions, foreseenExclusions } from '../engine/foreseen-exclusions';
import type { Interval } from '../engine/instant';
import type { LateCycle } from './running-cycles';

/** Cycles with what is foreseen to hold their clocks in a span: made once for all of a measure and calendar. */
export function withForeseen(
  cycles: readonly LateCycle[],
  exclusions: readonly Exclusion[],
  span: Interval,
): readonly LateCycle[] {
  const stretches = new Map<string, readonly Interval[]>();
  const known = new Map<Calendar, Map<string, ForeseenExclusions>>();
  const foreseenBy = (calendar: Calendar, measureId: string): ForeseenExclusions => {
    const ofCalendar = known.get(calendar) ?? new Map<string, ForeseenExclusions>();
    known.set(calendar, ofCalendar);
    const excluded = stretches.get(measureId) ?? foreseenExclusions(exclusions, measureId, span);
    stretches.set(measureId, excluded);
    const foreseen = ofCalendar.get(measureId) ?? new ForeseenExclusions(calendar, excluded);
    ofCalendar.set(measureId, foreseen);
    return foreseen;
  };
  return cycles.map((cycle) =>
    cycle.calendar === null ? cycle : { ...cycle, foreseen: foreseenBy(cycle.calendar, cycle.measureId) },
  );
}
