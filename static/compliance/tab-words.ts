import type { Tab } from './address';

export function tabTitle(tab: Tab): string {
  switch (tab) {
    case 'overview':
      return 'Overview';
    case 'at-risk':
      return 'At risk';
    case 'breaches':
      return 'Breaches';
    case 'exclusions':
      return 'Exclusions';
    case 'credits':
      return 'Credits';
    case 'escalations':
      return 'Escalations';
    case 'reports':
      return 'Reports';
    case 'providers':
      return 'Providers';
  }
}
