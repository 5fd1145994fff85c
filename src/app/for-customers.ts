import type { CycleView, TimerView } from '../contract';
import type { AgreementOutline } from '../agreement/agreement-outline';
import type { ExclusionView } from '../contract/exclusion';
import { sideOf } from './agreement-at';

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
  accountId: string,
): ExclusionView {
  const { proposedBy, origin, when, signatures, mayWithdraw } = exclusion;
  const signs = sideOf(parties, accountId) === 'customer';
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
