import type { AgreementSummary } from '../../src/contract/agreement';

/**
 * Whether the draft says something that is neither in force nor proposed. Opening the editor makes a draft
 * (revision 1) that says what the newest version says.
 */
export function hasDraftChanges({ draft, proposal }: Pick<AgreementSummary, 'draft' | 'proposal'>): boolean {
  if (draft === null || draft.revision === 1) return false;
  return proposal === null || draft.updatedAt > proposal.proposedAt;
}
