import type { Finding } from '../../contract/draft';
import { compileCalendar } from '../../engine/calendar';
import { writeDuration } from '../duration-text';
import { calendarOf } from './calendar-hours';
import type { LintSubject } from './lint-subject';

/** A goal whose calendar never opens for so long: no deadline is ever reached, nothing is promised. */
export function goalNeverDue({ agreement }: LintSubject): readonly Finding[] {
  return agreement.measures.flatMap(({ name, goals }, index) =>
    goals.flatMap(({ durationMs, calendar, name: goal }, place): Finding[] => {
      if (durationMs === null) return [];
      const spec = calendarOf(agreement, calendar);
      if (compileCalendar(spec).due(agreement.effectiveFrom, durationMs) !== null) return [];
      return [
        {
          rule: 'goal-never-due',
          severity: 'error',
          path: `measures[${index}].goals[${place}].within`,
          message: `“${goal}” of “${name}” never falls due: “${spec.name}” is not open for ${writeDuration(durationMs)} from its effective date on.`,
          remedy: 'Give the calendar weekly hours, or use another calendar.',
          counterExample: 'A ticket created on the first day could stay open for ever without a breach.',
        },
      ];
    }),
  );
}
