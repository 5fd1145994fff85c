import type { Finding } from '../../contract/draft';
import { promisesTime } from '../../engine/promises-time';
import type { LintSubject } from './lint-subject';

/** A penalty for being late of a measure that promises no time. */
export function penaltyWithoutGoal({ agreement }: LintSubject): readonly Finding[] {
  return (agreement.consequences?.credits ?? []).flatMap((rule, index): Finding[] => {
    const measure = agreement.measures.find(({ id }) => id === rule.measureId);
    const promises = measure === undefined || promisesTime(measure);
    if (!('perBreach' in rule) || promises) return [];
    return [
      {
        rule: 'penalty-without-goal',
        severity: 'warning',
        path: `consequences.credits[${index}]`,
        message: `“${measure?.name}” has no goal, so no ticket is ever late and the penalty is never due.`,
        remedy: 'Give the measure a goal, or take its penalty out.',
        counterExample: null,
      },
    ];
  });
}
