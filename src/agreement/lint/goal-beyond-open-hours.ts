import type { Finding } from '../../contract/draft';
import { writeDuration } from '../duration-text';
import { calendarOf, longestWindow } from './calendar-hours';
import type { LintSubject } from './lint-subject';
import { isResponse } from './measure-kind';

/** A response promised in more working time than any day has: the customer never hears on the same day. */
export function goalBeyondOpenHours({ agreement }: LintSubject): readonly Finding[] {
  return agreement.measures.flatMap((measure, index) => {
    if (!isResponse(measure)) return [];
    return measure.goals.flatMap(({ durationMs, calendar, name }, place): Finding[] => {
      if (durationMs === null) return [];
      const spec = calendarOf(agreement, calendar);
      const longest = longestWindow(spec, agreement.effectiveFrom);
      // Never open at all is told by itself.
      if (longest === 0 || durationMs <= longest) return [];
      const [within, window] = [writeDuration(durationMs), writeDuration(longest)];
      return [
        {
          rule: 'goal-beyond-open-hours',
          severity: 'warning',
          path: `measures[${index}].goals[${place}].within`,
          message: `“${name}” of “${measure.name}” allows ${within}, but “${spec.name}” is never open for more than ${window} in one go, so the answer may always come on another day.`,
          remedy: `Promise it within ${window} or less, or say to both sides that it spans days.`,
          counterExample: `A ticket created at opening time is due only after the next opening.`,
        },
      ];
    });
  });
}
