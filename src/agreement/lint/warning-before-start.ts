import type { Finding } from '../../contract/draft';
import type { Measure } from '../../engine/agreement';
import { elapsedAt } from '../../engine/escalation-threshold';
import { writeDuration } from '../duration-text';
import type { LintSubject } from './lint-subject';

/** An escalation that is never reached: its measures promise nothing, or less time than the warning is early. */
export function warningBeforeStart({ agreement }: LintSubject): readonly Finding[] {
  return (agreement.escalations ?? []).flatMap(({ name, measures, threshold, when }, index): Finding[] => {
    const finding = (message: string, remedy: string): Finding => ({
      rule: 'warning-before-start',
      severity: 'warning',
      path: `consequences.escalations[${index}].when`,
      message,
      remedy,
      counterExample: null,
    });
    const watched = agreement.measures.filter(({ id }) => measures.length === 0 || measures.includes(id));
    const goals = watched.flatMap(promisesOf);
    if (goals.length === 0) {
      return [
        finding(
          `“${name}” never happens: none of its measures has a goal.`,
          'Give one of them a goal, or take it out.',
        ),
      ];
    }
    const short = goals.find(({ durationMs }) => elapsedAt(threshold, durationMs) <= 0);
    if (short === undefined) return [];
    return [
      finding(
        `“${name}” never happens on tickets of the goal “${short.name}”: ${writeDuration(short.durationMs)} are promised, it comes ${when}.`,
        'Warn later, or by a share of the time, such as at 75%.',
      ),
    ];
  });
}

function promisesOf({ goals }: Measure): readonly { readonly name: string; readonly durationMs: number }[] {
  return goals.flatMap(({ name, durationMs }) => (durationMs === null ? [] : [{ name, durationMs }]));
}
