import type { Finding } from '../../contract/draft';
import { canHold } from '../../engine/predicate-reasoning';
import type { LintSubject } from './lint-subject';

/** An agreement whose scope no ticket of the project can ever match. */
export function neverAttaches({ agreement, facts }: LintSubject): readonly Finding[] {
  if (canHold(agreement.scope, facts).answer !== 'no') return [];
  return [
    {
      rule: 'never-attaches',
      severity: 'error',
      path: 'scope',
      message: 'No ticket of this project can ever match this scope, so the agreement promises nothing.',
      remedy: 'Take out the part of the condition that contradicts the rest.',
      counterExample: null,
    },
  ];
}
