import type { Finding } from '../../contract/draft';
import type { Moment } from '../../engine/moment';
import type { LintSubject } from './lint-subject';

/** A measure that everything that starts it also stops, and the other way round. */
export function sameStartAndStop({ agreement }: LintSubject): readonly Finding[] {
  return agreement.measures.flatMap(({ name, start, stop }, index): Finding[] => {
    if (keyOf(start) !== keyOf(stop)) return [];
    return [
      {
        rule: 'same-start-and-stop',
        severity: 'error',
        path: `measures[${index}].stop`,
        message: `“${name}” starts and stops at the same moments, so it measures nothing between them.`,
        remedy: 'Choose another moment for its end.',
        counterExample: 'On every ticket each moment that begins a cycle is also the one that ends it.',
      },
    ];
  });
}

/** What a moment writes on the cycle does not matter. */
function keyOf(moments: readonly Moment[]): string {
  const keys = moments.map((moment) => JSON.stringify({ ...moment, flag: undefined }));
  return [...new Set(keys)].sort().join('\n');
}
