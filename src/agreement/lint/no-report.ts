import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';

/** An agreement nobody gives account of. */
export function noReport({ document }: LintSubject): readonly Finding[] {
  if (document.report) return [];
  return [
    {
      rule: 'no-report',
      severity: 'warning',
      path: 'report',
      message: 'There is no reporting interval: the customer is never told how well the promises were kept.',
      remedy: 'Say how often a service report is written, by whom and for whom.',
      counterExample: null,
    },
  ];
}
