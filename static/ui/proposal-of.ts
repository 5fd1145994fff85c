import type { ExclusionProposal, ExclusionView } from '../../src/contract/exclusion';

/** What was proposed, as the app takes it: to try it once more before it is decided. */
export const proposalOf = (exclusion: ExclusionView): ExclusionProposal => ({
  agreementId: exclusion.agreementId,
  // Only clauses of an agreement state none, and those are not decided by themselves.
  kind: exclusion.kind ?? 'service',
  clause: exclusion.clause,
  effect: exclusion.effect,
  measures: exclusion.measures,
  when: exclusion.when,
  windows: exclusion.windows,
  during: exclusion.during,
  issueKey: exclusion.issueKey,
  reason: exclusion.reason ?? '',
  evidence: exclusion.evidence,
});
