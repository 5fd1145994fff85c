import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';

/** Something the provider must do that no measure tells whether it was done. */
export function promiseWithoutMeasure({ document }: LintSubject): readonly Finding[] {
  return document.responsibilities.flatMap(({ of, text, measure }, index): Finding[] => {
    if (of !== 'provider' || measure !== undefined) return [];
    return [
      {
        rule: 'promise-without-measure',
        severity: 'warning',
        path: `responsibilities[${index}]`,
        message: `Nothing measures whether the provider keeps this: “${text}”`,
        remedy: 'Name the measure that tells it, or add one.',
        counterExample: null,
      },
    ];
  });
}
