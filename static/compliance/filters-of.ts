import type { Address, Filters } from './address';

/** Filters that name something. */
export type Named = Exclude<keyof Filters, 'period' | 'grain'>;

const EVERY: readonly (Named | 'period')[] = [
  'period',
  'agreementId',
  'measureId',
  'priority',
  'requestType',
  'organization',
  'assignee',
];

/** The filters that say something about a page. */
export function filtersOf(page: Address['page']): readonly (Named | 'period')[] {
  switch (page) {
    case 'overview':
    case 'measure':
    case 'breaches':
    case 'exclusions':
      return EVERY;
    case 'at-risk':
      return EVERY.filter((name) => name !== 'period');
    case 'credits':
    case 'reports':
      return ['agreementId'];
    case 'providers':
      return ['period', 'measureId'];
    case 'escalations':
    case 'unknown':
      return [];
  }
}
