import EditIcon from '@atlaskit/icon/core/edit';
import CalendarIcon from '@atlaskit/icon/core/calendar';
import PenIcon from '@atlaskit/icon/core/pen';
import type { AgreementSummary, Side } from '../../src/contract/agreement';
import { placeIn } from '../ui/place';
import { usePlace } from '../ui/place-context';
import { sayDate } from '../ui/say-date';
import { hasDraftChanges } from './draft-changes';

/** Names of both parties of an agreement. */
export const partiesOf = ({ provider, customer }: AgreementSummary): Readonly<Record<Side, string>> => ({
  provider,
  customer,
});

/** Whose signature an open proposal waits for: "Acme Retail". */
export function waitsFor(agreement: AgreementSummary): string {
  const parties = partiesOf(agreement);
  return (agreement.proposal?.waitingFor ?? []).map(({ side }) => parties[side]).join(' and ');
}

/** What is going on with an agreement beside its state. */
export function AgreementChips({ agreement }: { readonly agreement: AgreementSummary }) {
  const place = usePlace();
  const { state, proposal, upcoming, approval } = agreement;
  const waiting = waitsFor(agreement);
  return (
    <>
      {proposal && (
        <span className="badge badge-wrap tone-information">
          <PenIcon label="" size="small" />
          {proposal.kind === 'retire' ? 'Its end' : `Version ${proposal.version}`}{' '}
          {waiting === '' ? 'is being signed' : `waits for ${waiting}`}
        </span>
      )}
      {upcoming && (
        <span className="badge badge-wrap tone-discovery">
          <CalendarIcon label="" size="small" />
          {upcoming.ends ? 'Ends on' : `Version ${upcoming.version} from`}{' '}
          {sayDate(upcoming.effectiveFrom, placeIn(place, agreement.timeZone))}
        </span>
      )}
      {state !== 'draft' && hasDraftChanges(agreement) && (
        <span className="badge badge-wrap tone-neutral">
          <EditIcon label="" size="small" />
          Draft changes
        </span>
      )}
      {approval === 'provider' && (
        <span className="badge badge-wrap tone-warning">Approved by the provider alone</span>
      )}
    </>
  );
}
