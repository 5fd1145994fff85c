import type { Finding } from '../../contract/draft';
import type { LintSubject } from './lint-subject';

/** A clause that names signatures of its own and lacks one: its minutes still count. */
export function unsignedExclusion({ document }: LintSubject): readonly Finding[] {
  return document.exclusions.flatMap(({ clause, agreed }, index): Finding[] => {
    if (agreed === undefined || (agreed.provider && agreed.customer)) return [];
    const missing = agreed.provider ? 'the customer' : agreed.customer ? 'the provider' : 'both sides';
    return [
      {
        rule: 'unsigned-exclusion',
        severity: 'warning',
        path: `exclusions[${index}].agreed`,
        message: `“${clause}” excludes nothing yet: the signature of ${missing} is missing.`,
        remedy:
          'Take “agreed” out, so that signing the agreement agrees to the clause, or wait for the signature.',
        counterExample: null,
      },
    ];
  });
}
