import type { Finding } from '../../contract/draft';
import type { Measure } from '../../engine/agreement';
import type { LintSubject } from './lint-subject';

/** Two measures that always show the same time. */
export function redundantMeasures({ agreement }: LintSubject): readonly Finding[] {
  const clocks = agreement.measures.map(clockOf);
  return agreement.measures.flatMap(({ name }, index): Finding[] => {
    const first = clocks.indexOf(clocks[index] as string);
    if (first === index) return [];
    return [
      {
        rule: 'redundant-measures',
        severity: 'warning',
        path: `measures[${index}]`,
        message: `“${name}” counts exactly what “${agreement.measures[first]?.name}” counts.`,
        remedy: 'Keep one of the two and write all goals there.',
        counterExample: 'Both show the same time on every ticket.',
      },
    ];
  });
}

/** All that decides what is counted; goals only judge it, except for their calendars. */
function clockOf({
  start,
  stop,
  reset,
  pauseWhile,
  cancelWhile,
  reopen,
  startFrom,
  goals,
  calendar,
}: Measure) {
  const pauses = pauseWhile.map(({ when }) => JSON.stringify(when)).sort();
  const calendars = goals.map((goal) => [goal.when, goal.calendar]).filter(([, id]) => id !== calendar);
  return JSON.stringify([start, stop, reset, pauses, cancelWhile, reopen, startFrom, calendar, calendars]);
}
