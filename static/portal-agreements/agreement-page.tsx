import { useEffect, useRef, useState } from 'react';
import type { ExclusionProposal } from '../../src/contract/exclusion';
import type { PortalAgreementView } from '../../src/contract/portal';
import { AgreementBadge } from '../ui/agreement-badge';
import { AgreementReading } from '../ui/agreement-reading';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { ExclusionCard } from '../ui/exclusion-card';
import { ExclusionDecision } from '../ui/exclusion-decision';
import { ExclusionForm } from '../ui/exclusion-form';
import { flag } from '../ui/flag';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { placeIn } from '../ui/place';
import { usePlace } from '../ui/place-context';
import { Refused, type RefusalWords } from '../ui/refused';
import { sayDate } from '../ui/say-date';
import { SignBox } from '../ui/sign-box';
import { SignatureList } from '../ui/signature-list';
import { useAnswer } from '../ui/use-answer';

const refusal: RefusalWords = {
  notFound: { title: 'Agreement not found', text: 'It does not exist, or it does not bind you.' },
  forbidden: { title: 'Please log in', text: 'Agreements are shown to those they bind.' },
  failed: 'The agreement could not be loaded',
};

interface Props {
  readonly projectId: string;
  readonly agreementId: string;
  readonly name: string;
  readonly onBack: () => void;
}

/** One agreement as the customer reads it; its representative signs, declines and proposes here. */
export function AgreementPage({ projectId, agreementId, name, onBack }: Props) {
  const [version, setVersion] = useState<number | null>(null);
  const { answer, again } = useAnswer('readPortalAgreement', {
    projectId,
    agreementId,
    ...(version !== null && { version }),
  });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <div>
        <Button look="subtle" onClick={onBack}>
          All agreements
        </Button>
      </div>
      <div className="row">
        <h1 ref={title} tabIndex={-1} dir="auto">
          {name}
        </h1>
        {answer.kind === 'shown' && <AgreementBadge state={answer.value.state} />}
      </div>
      {answer.kind === 'loading' && <Loading label="Loading the agreement" />}
      {answer.kind === 'refused' && <Refused failure={answer.failure} words={refusal} onAgain={again} />}
      {answer.kind === 'shown' && <Agreement view={answer.value} again={again} onVersion={setVersion} />}
    </>
  );
}

interface ShownProps {
  readonly view: PortalAgreementView;
  readonly again: () => void;
  /** null: what is proposed, else what is in force. */
  readonly onVersion: (version: number | null) => void;
}

function Agreement({ view, again, onVersion }: ShownProps) {
  const { projectId, agreementId, name, text, versions, shown } = view;
  // Signed is what has been read: beside another text there is nothing to sign.
  const proposal = shown?.what === 'proposal' ? view.proposal : null;
  const parties = { provider: view.provider, customer: view.customer };
  const inForce = versions.find(({ version }) => version === (shown?.version ?? view.version));
  const signatures = proposal?.signatures ?? inForce?.signatures ?? [];
  return (
    <>
      <WhatIsShown view={view} onVersion={onVersion} />
      {proposal?.note && (
        <Notice tone="information">
          <span dir="auto">
            {proposal.proposedBy} writes: {proposal.note}
          </span>
        </Notice>
      )}
      {text && (
        <>
          <div className="row no-print">
            <Button look="subtle" onClick={() => window.print()}>
              Print
            </Button>
          </div>
          <AgreementReading text={text} />
        </>
      )}
      {(signatures.length > 0 || proposal) && (
        <section aria-labelledby="signatures-title">
          <h2 id="signatures-title">Signatures</h2>
          <SignatureList signatures={signatures} waitingFor={proposal?.waitingFor ?? []} parties={parties} />
        </section>
      )}
      {proposal && (
        <SignBox
          agreement={{ projectId, agreementId }}
          name={name}
          timeZone={view.timeZone}
          proposal={proposal}
          parties={parties}
          onDecided={(decided, decision) => {
            flag(decision === 'signed' ? `You have signed “${name}”` : `You have declined “${name}”`, {
              ...(decided.state === 'published' && {
                description: `Version ${decided.version} is signed by both parties.`,
              }),
            });
            again();
          }}
          onStale={again}
        />
      )}
      <Exclusions view={view} again={again} />
    </>
  );
}

/** Which text this is, where there are two, and the way to the other one. */
function WhatIsShown({ view: { shown, proposal, version, timeZone }, onVersion }: Omit<ShownProps, 'again'>) {
  const place = usePlace();
  if (!proposal) return null;
  const subject = proposal.kind === 'retire' ? 'its end' : `version ${proposal.version}`;
  if (shown?.what === 'version')
    return (
      <Notice
        tone="information"
        action={<Button onClick={() => onVersion(null)}>Read what is proposed</Button>}
      >
        This is version {shown.version}, which is in force. Proposed is {subject}.
      </Notice>
    );
  return (
    <Notice
      tone={proposal.maySign ? 'warning' : 'information'}
      {...(version !== null && {
        action: <Button onClick={() => onVersion(version)}>Read version {version}, which is in force</Button>,
      })}
    >
      This is what is proposed: {subject}, from {sayDate(proposal.effectiveFrom, placeIn(place, timeZone))}.
      It is not in force yet{proposal.maySign && ' and waits for your signature, below the text'}.
    </Notice>
  );
}

function Exclusions({ view, again }: { readonly view: PortalAgreementView; readonly again: () => void }) {
  const { projectId, agreementId, name, exclusions, representative, version } = view;
  const { measureChoices, calendarChoices } = view;
  const [proposing, setProposing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setProposing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const propose = async (proposal: ExclusionProposal) => {
    const result = await call('proposeExclusion', { projectId, proposal });
    if (!result.ok) return result;
    flag(`Proposed: ${proposal.clause}`, { description: 'The clock runs until it is agreed.' });
    close();
    again();
    return null;
  };
  const names = Object.fromEntries(measureChoices.map(({ measureId, name: of }) => [measureId, of]));
  const proposed = exclusions.filter(({ standing }) => !standing);
  if (version === null) return null;
  return (
    <section className="waiting no-print" aria-labelledby="exclusions-title">
      <h2 id="exclusions-title">Exclusions beside the text ({proposed.length})</h2>
      {proposed.length === 0 && !proposing && (
        <p className="subtle">Nothing has been proposed beyond the clauses of the agreement.</p>
      )}
      {proposed.map((exclusion) => (
        <ExclusionCard key={exclusion.exclusionId} exclusion={exclusion} measureNames={names}>
          <ExclusionDecision
            exclusion={exclusion}
            projectId={projectId}
            onDecided={(_, decision) => {
              const word = { agree: 'Agreed', decline: 'Declined', withdraw: 'Withdrawn' }[decision];
              flag(`${word}: ${exclusion.clause}`);
              again();
            }}
            onStale={again}
          />
        </ExclusionCard>
      ))}
      {representative && !proposing && (
        <div>
          <Button ref={opener} onClick={() => setProposing(true)}>
            Propose an exclusion
          </Button>
        </div>
      )}
      {proposing && (
        <ExclusionForm
          agreements={[{ agreementId, name, measures: measureChoices, calendars: calendarChoices }]}
          onPropose={propose}
          onCancel={close}
        />
      )}
    </section>
  );
}
