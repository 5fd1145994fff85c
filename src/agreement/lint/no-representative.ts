import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';

/** Where both sides must sign, a side on which nobody can. */
export function noRepresentative({ document, site }: LintSubject): readonly Finding[] {
  if (site.approval !== 'both') return [];
  return (['provider', 'customer'] as const).flatMap((side): Finding[] => {
    const { name, representatives } = document.parties[side];
    if (representatives.some(({ accountId }) => accountId !== undefined)) return [];
    return [
      {
        rule: 'no-representative',
        severity: 'error',
        path: `parties.${side}.representatives`,
        message: `Nobody can sign for ${name} (${side}): no representative has an account.`,
        remedy: 'Pick at least one person who may sign for this side.',
        counterExample: null,
      },
    ];
  });
}
