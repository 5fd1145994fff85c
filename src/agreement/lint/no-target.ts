import type { Finding } from '../../contract/draft';
import { promisesTime } from '../../engine/promises-time';
import type { LintSubject } from './lint-subject';

/** A measure with goals, but no share of tickets that must meet them. */
export function noTarget({ agreement, document }: LintSubject): readonly Finding[] {
  return agreement.measures.flatMap(({ name, goals }, index): Finding[] => {
    const promises = promisesTime({ goals });
    if (!promises || document.measures[index]?.target !== undefined) return [];
    return [
      {
        rule: 'no-target',
        severity: 'warning',
        path: `measures[${index}].target`,
        message: `“${name}” has goals, but no service level target: one late ticket is as good or as bad as all.`,
        remedy: 'Say which share of the tickets must meet the goal, such as 95%.',
        counterExample: null,
      },
    ];
  });
}
