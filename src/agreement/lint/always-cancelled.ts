import type { Finding } from '../../contract/draft';
import { canHold, implies } from '../../engine/predicate-reasoning';
import type { LintSubject } from './lint-subject';

/** A measure that is cancelled on every ticket the agreement is for. */
export function alwaysCancelled({ agreement, facts }: LintSubject): readonly Finding[] {
  // Of no ticket everything is true: the scope is what is wrong then.
  if (canHold(agreement.scope, facts).answer === 'no') return [];
  return agreement.measures.flatMap(({ name, cancelWhile }, index): Finding[] => {
    if (cancelWhile === null || implies(agreement.scope, cancelWhile, facts).answer !== 'yes') return [];
    return [
      {
        rule: 'always-cancelled',
        severity: 'error',
        path: `measures[${index}].cancelWhile`,
        message: `“${name}” is cancelled on every ticket in scope, so it never counts.`,
        remedy: 'Narrow the condition, or take the measure out.',
        counterExample: null,
      },
    ];
  });
}
