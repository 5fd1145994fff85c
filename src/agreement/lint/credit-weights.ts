import type { Finding } from '../../contract/draft';
import { WHOLE } from '../../engine/consequences';
import type { LintSubject } from './lint-subject';

/** Weights that do not share out a whole: most likely one was forgotten. */
export function creditWeights({ agreement }: LintSubject): readonly Finding[] {
  const weighed = (agreement.consequences?.credits ?? []).filter((rule) => !('perBreach' in rule));
  const weights = weighed.flatMap((rule) => ('weight' in rule ? (rule.weight ?? []) : []));
  if (weights.length === 0) return [];
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === WHOLE && weights.length === weighed.length) return [];
  const without = weighed.length - weights.length;
  return [
    {
      rule: 'credit-weights',
      severity: 'warning',
      path: 'consequences.credits',
      message:
        without > 0
          ? `${without} of ${weighed.length} credits have no weight, so they count in full.`
          : `The weights of the credits add up to ${sum / 10_000}%.`,
      remedy: 'Share 100% out among the credits that have a weight, or take the weights out.',
      counterExample: null,
    },
  ];
}
