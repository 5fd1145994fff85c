import type { ComplianceQuery } from '../../src/contract/compliance';

/** Where on the compliance page. */
export type PageTab = 'overview' | 'measure' | 'at-risk' | 'breaches' | 'providers';

/**
 * The path within the app's page in a project that shows what a gadget has counted.
 * @example pagePath('breaches', { from: '2026-11-01', to: '2026-11-26' }) //=> '/compliance/breaches?from=2026-11-01&to=2026-11-26'
 */
export function pagePath(tab: PageTab, { from, to, agreementId, measureId }: ComplianceQuery): string {
  const search = new URLSearchParams({
    from,
    to,
    ...(agreementId === undefined ? {} : { agreement: agreementId }),
    ...(measureId === undefined ? {} : { measure: measureId }),
  });
  return `/compliance${tab === 'overview' ? '' : `/${tab}`}?${search}`;
}
