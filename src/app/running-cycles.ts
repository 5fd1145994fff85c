import { Calendar } from '../engine/calendar';
import type { RunningCycle } from '../engine/exposure';
import type { Instant } from '../engine/instant';
import { lateGrowth } from '../engine/late-growth';
import type { CompiledAgreement } from '../storage/agreement-version';
import type { RunningTimer } from '../storage/running-timer';

/** A cycle on the clock, with the ticket it belongs to. */
export type LateCycle = RunningCycle & { readonly timer: RunningTimer };

/**
 * Timers as of now, without asking Jira: a late one that is not paused has become later in the hours of its
 * goal's calendar that no exclusion took out since its row was written.
 */
export function runningCycles(
  timers: readonly RunningTimer[],
  versions: readonly CompiledAgreement[],
  now: Instant,
): readonly LateCycle[] {
  const calendars = new Map<string, Calendar>();
  const calendarOf = (timer: RunningTimer): Calendar | null => {
    const { agreementId, agreementVersion, measureId, goalId } = timer;
    const version = versions.find(
      ({ agreement }) => agreement.id === agreementId && agreement.version === agreementVersion,
    )?.agreement;
    const measure = version?.measures.find(({ id }) => id === measureId);
    const id = measure?.goals.find((goal) => goal.id === goalId)?.calendar ?? measure?.calendar;
    const spec = version?.calendars.find((calendar) => calendar.id === id);
    if (spec === undefined) return null;
    const key = `${agreementId}/${agreementVersion}/${spec.id}`;
    const calendar = calendars.get(key) ?? new Calendar(spec);
    calendars.set(key, calendar);
    return calendar;
  };
  return timers.map((timer): LateCycle => {
    const { issueId, measureId, breachAt, excluded } = timer;
    const calendar = timer.paused ? null : calendarOf(timer);
    const since = lateGrowth({ calendar, excluded }, timer.asOf, now);
    return {
      ref: `${issueId}/${measureId}`,
      measureId,
      breachTime: breachAt,
      lateMs: timer.breached ? since - timer.remainingMs : 0,
      calendar,
      excluded,
      timer,
    };
  });
}
