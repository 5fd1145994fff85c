import type { GadgetKind } from '../../src/contract/gadget';

/** What a gadget of a kind shows, for those who hear where they are among the gadgets of a dashboard. */
export function kindWord(kind: GadgetKind): string {
  switch (kind) {
    case 'attainment':
      return 'Attainment';
    case 'at-risk':
      return 'Open tickets';
    case 'trend':
      return 'Attainment over time';
    case 'providers':
      return 'Providers';
  }
}
