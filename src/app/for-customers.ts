import type { CycleView, TimerView } from '../contract';
import type { AgreementOutline, PartyOutline } from '../agreement/agreement-outline';
import type { ProposalView, SignatureView } from '../contract/agreement';
import type { ExclusionView } from '../contract/exclusion';
import { sideOf } from './agreement-at';
import type { AgreementViewer } from './agreement-viewer';

/**
 * A timer without what is the provider's own business: causes and stretches name internal statuses and people.
 */
export function timerForCustomers(timer: TimerView): TimerView {
  return {
    ...timer,
    current: cycleForCustomers(timer.current),
    earlier: timer.earlier.map(cycleForCustomers),
  };
}

function cycleForCustomers(cycle: CycleView): CycleView {
  const { startedBy, stoppedBy } = cycle;
  return {
    ...cycle,
    startedBy: { at: startedBy.at, ref: '', text: '' },
    stoppedBy: stoppedBy && { at: stoppedBy.at, ref: '', text: '' },
    flag: null,
    segments: [],
    explainedFrom: null,
    countedBeforeMs: 0,
  };
}

/**
 * An exclusion as the customer reads it. Who of the provider proposed it is said by the party's name; what the
 * condition asks of a ticket only to those who sign.
 */
export function exclusionForCustomers(
  exclusion: ExclusionView,
  parties: AgreementOutline,
  viewer: AgreementViewer,
): ExclusionView {
  const { proposedBy, origin, when, signatures, mayWithdraw } = exclusion;
  const signs = representsCustomer(parties, viewer);
  const known = mayWithdraw || parties.customer.representatives.some(({ name }) => name === proposedBy);
  return {
    ...exclusion,
    proposedBy: origin !== 'person' || known ? proposedBy : parties.provider.name,
    when: signs ? when : null,
    signatures: signatures.map((signature) =>
      signature.side === 'customer'
        ? signature
        : { ...signature, accountId: '', name: parties.provider.name },
    ),
  };
}

/** As the viewer may read it: as it is for those who see the project in Jira. */
export function exclusionFor(
  exclusion: ExclusionView,
  parties: AgreementOutline | null,
  viewer: AgreementViewer,
): ExclusionView {
  return viewer.agreements === null || parties === null
    ? exclusion
    : exclusionForCustomers(exclusion, parties, viewer);
}

/** What concerns a single ticket is for those who sign it, and stands on the ticket itself for whose it is. */
export function isForCustomer(
  { issueKey, mayWithdraw }: ExclusionView,
  parties: AgreementOutline,
  viewer: AgreementViewer,
): boolean {
  return issueKey === null || mayWithdraw || representsCustomer(parties, viewer);
}

function representsCustomer(parties: AgreementOutline, viewer: AgreementViewer): boolean {
  return sideOf(parties, viewer) === 'customer';
}

/**
 * Who signed for the provider, as the customer reads it: by name where a text named them for it, else by the
 * name of the party, since an administrator may have stood in. Accounts are the provider's own.
 */
export function signaturesForCustomers(
  { signatures, approval }: Pick<ProposalView, 'signatures' | 'approval'>,
  provider: PartyOutline | null,
): readonly SignatureView[] {
  const named = new Set((provider?.representatives ?? []).map(({ accountId }) => accountId));
  return signatures.map((signature) => {
    if (signature.side === 'customer') return signature;
    const known = approval === 'both' || named.has(signature.accountId);
    return { ...signature, accountId: '', name: known ? signature.name : nameOf(provider) };
  });
}

/** A proposal as the customer reads it: who of the provider wrote it is nobody's business. */
export function proposalForCustomers(proposal: ProposalView, provider: PartyOutline | null): ProposalView {
  return {
    ...proposal,
    proposedBy: nameOf(provider),
    signatures: signaturesForCustomers(proposal, provider),
  };
}

function nameOf(provider: PartyOutline | null): string {
  return provider?.name || 'The provider';
}
