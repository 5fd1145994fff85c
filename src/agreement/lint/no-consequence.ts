import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';

/** A promise whose breach has no consequence. */
export function noConsequence({ document }: LintSubject): readonly Finding[] {
  const { consequences } = document;
  const { credits, actions, escalations } = consequences ?? { credits: [], actions: [], escalations: [] };
  if (credits.length + actions.length + escalations.length > 0) return [];
  return [
    {
      rule: 'no-consequence',
      severity: 'warning',
      path: 'consequences',
      message: 'Nothing follows when a target is missed.',
      remedy: 'Add service credits or escalations, or say in a sentence what is done.',
      counterExample: null,
    },
  ];
}
