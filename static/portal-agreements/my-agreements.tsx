import { useEffect, useRef, type RefObject } from 'react';
import type { PortalAgreement, PortalAgreements } from '../../src/contract/portal';
import { AgreementBadge } from '../ui/agreement-badge';
import { kindOfAgreement } from '../ui/agreement-words';
import { AttainmentBar } from '../ui/attainment-bar';
import { Blank } from '../ui/blank';
import { Button } from '../ui/button';
import { ExclusionCard } from '../ui/exclusion-card';
import { ExclusionDecision } from '../ui/exclusion-decision';
import { flag } from '../ui/flag';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { placeIn } from '../ui/place';
import { usePlace } from '../ui/place-context';
import { Refused, type RefusalWords } from '../ui/refused';
import { sayDate } from '../ui/say-date';
import { useAnswer } from '../ui/use-answer';

const refusal: RefusalWords = {
  notFound: { title: 'No agreements', text: 'None binds you or your organization.' },
  forbidden: { title: 'Please log in', text: 'Agreements are shown to those they bind.' },
  failed: 'Your agreements could not be loaded',
};

interface Props {
  /** The agreement the viewer has just left, `projectId agreementId`: it gets the focus back. */
  readonly left: string | null;
  readonly onOpen: (agreement: PortalAgreement) => void;
}

/** The agreements that bind this customer, and what waits for their signature. */
export function MyAgreements({ left, onOpen }: Props) {
  const { answer, again } = useAnswer('readMyAgreements', undefined);
  return (
    <>
      <h1>Service level agreements</h1>
      {answer.kind === 'loading' && <Loading label="Loading your agreements" />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {answer.kind === 'shown' && <Lists value={answer.value} left={left} onOpen={onOpen} again={again} />}
    </>
  );
}

function Lists({
  value: { agreements, waiting },
  left,
  onOpen,
  again,
}: Props & { readonly value: PortalAgreements; readonly again: () => void }) {
  const lastLeft = useRef<HTMLButtonElement>(null);
  useEffect(() => lastLeft.current?.focus(), []);
  if (agreements.length === 0)
    return (
      <Blank title="No agreement binds you">
        Agreements between your organization and its service providers are shown here once they are proposed.
      </Blank>
    );
  return (
    <>
      <ul className="agreements">
        {agreements.map((agreement) => (
          <li key={`${agreement.projectId} ${agreement.agreementId}`}>
            <AgreementCard
              agreement={agreement}
              opener={left === `${agreement.projectId} ${agreement.agreementId}` ? lastLeft : null}
              onOpen={() => onOpen(agreement)}
            />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <section className="waiting" aria-labelledby="waiting-title">
          <h2 id="waiting-title">Exclusions waiting for you ({waiting.length})</h2>
          {waiting.map((exclusion) => (
            <ExclusionCard key={exclusion.exclusionId} exclusion={exclusion}>
              <ExclusionDecision
                exclusion={exclusion}
                projectId={exclusion.projectId}
                onDecided={(_, decision) => {
                  flag(
                    decision === 'agree' ? `Agreed: ${exclusion.clause}` : `Declined: ${exclusion.clause}`,
                  );
                  again();
                }}
                onStale={again}
              />
            </ExclusionCard>
          ))}
        </section>
      )}
    </>
  );
}

interface CardProps {
  readonly agreement: PortalAgreement;
  readonly opener: RefObject<HTMLButtonElement> | null;
  readonly onOpen: () => void;
}

function AgreementCard({ agreement, opener, onOpen }: CardProps) {
  const place = usePlace();
  const { name, kind, provider, customer, state, version, effectiveFrom, approval, proposal } = agreement;
  return (
    <article className="agreement-card" aria-label={name}>
      <div className="row">
        <h2 dir="auto">{name}</h2>
        <AgreementBadge state={state} />
      </div>
      <p className="subtle" dir="auto">
        {kindOfAgreement(kind)} between {provider} and {customer}
        {version !== null && ` · version ${version}`}
        {effectiveFrom !== null &&
          `, in force since ${sayDate(effectiveFrom, placeIn(place, agreement.timeZone))}`}
      </p>
      {approval === 'provider' && (
        <Notice tone="information">Approved by the provider alone: {customer} has not signed it.</Notice>
      )}
      {proposal?.maySign && (
        <Notice tone="warning">
          {proposal.kind === 'retire' ? 'An end is proposed' : `Version ${proposal.version} is proposed`} and
          waits for your signature.
        </Notice>
      )}
      {proposal && !proposal.maySign && (
        <Notice tone="information">
          {proposal.kind === 'retire' ? 'An end is proposed' : `Version ${proposal.version} is proposed`}.
        </Notice>
      )}
      <AttainmentBar of={agreement.attainment} hasGoal={agreement.hasGoal} name={`Attainment of ${name}`} />
      <div>
        <Button ref={opener} look={proposal?.maySign ? 'primary' : 'default'} onClick={onOpen}>
          {proposal?.maySign ? 'Read and sign' : 'Read'}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </article>
  );
}
