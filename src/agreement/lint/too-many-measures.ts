import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';

/** More than this many are not looked at by anybody. */
const MOST = 7;

export function tooManyMeasures({ agreement }: LintSubject): readonly Finding[] {
  const { length } = agreement.measures;
  if (length <= MOST) return [];
  return [
    {
      rule: 'too-many-measures',
      severity: 'warning',
      path: 'measures',
      message: `${length} measures are more than people can keep in view; ${MOST} are plenty.`,
      remedy: 'Keep those that change what people do.',
      counterExample: null,
    },
  ];
}
