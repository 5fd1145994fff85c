import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';

/** One person who could sign for both sides. */
export function sameAccountOnBothSides({ document }: LintSubject): readonly Finding[] {
  const { provider, customer } = document.parties;
  const accounts = new Set(provider.representatives.flatMap(({ accountId }) => accountId ?? []));
  return customer.representatives.flatMap(({ accountId, name }, index): Finding[] => {
    if (accountId === undefined || !accounts.has(accountId)) return [];
    return [
      {
        rule: 'same-account-on-both-sides',
        severity: 'error',
        path: `parties.customer.representatives[${index}].accountId`,
        message: `${name} represents both sides, so one person would sign for both.`,
        remedy: 'Keep this person on one side only.',
        counterExample: null,
      },
    ];
  });
}
