import type { ExclusionProposal, ExclusionView } from '../../src/contract/exclusion';

/** What was proposed, to try it once more before it is decided. */
export function proposalOf(exclusion: ExclusionView): ExclusionProposal {
  const { agreementId, clause, effect, measures, when, windows, during, issueKey, evidence } = exclusion;
  return {
    agreementId,
    kind: exclusion.kind ?? 'ticket',
    clause,
    effect,
    measures,
    when,
    windows,
    during,
    issueKey,
    reason: exclusion.reason ?? clause,
    evidence,
  };
}
