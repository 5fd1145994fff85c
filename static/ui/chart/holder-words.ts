import type { HolderTime } from '../../../src/contract/compliance';

export const HOLDER_KINDS = ['assignee', 'team', 'customer', 'third-party', 'unassigned'] as const;

/** Who had the ticket, said of a kind of holder. */
export function holderWord(kind: HolderTime['kind']): string {
  switch (kind) {
    case 'assignee':
      return 'Assignees';
    case 'team':
      return 'Teams';
    case 'customer':
      return 'Customer';
    case 'third-party':
      return 'Third party';
    case 'unassigned':
      return 'Nobody';
  }
}
