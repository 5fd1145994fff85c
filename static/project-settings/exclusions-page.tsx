import { useState } from 'react';
import type { AgreementSummary } from '../../src/contract/agreement';
import type { ExclusionState, ExclusionView } from '../../src/contract/exclusion';
import { Blank } from '../ui/blank';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { download } from '../ui/download';
import { ExclusionCard } from '../ui/exclusion-card';
import { ExclusionDecision } from '../ui/exclusion-decision';
import { EXCLUSION_STATES, exclusionState } from '../ui/exclusion-words';
import { Field } from '../ui/field';
import { flag } from '../ui/flag';
import { Loading } from '../ui/loading';
import { usePlace } from '../ui/place-context';
import { proposalOf } from '../ui/proposal-of';
import { Refused, type RefusalWords } from '../ui/refused';
import { useAnswer } from '../ui/use-answer';
import { exclusionsCsv } from './exclusions-csv';
import { Page } from './page';
import { ProposeExclusion } from './propose-exclusion';
import { useScreen } from './screen';

const refusal: RefusalWords = {
  notFound: { title: 'Project not found', text: 'It was deleted, or you may no longer see it.' },
  forbidden: {
    title: 'You can’t see the exclusions of this project',
    text: 'Ask a project admin for access.',
  },
  failed: 'The exclusions could not be loaded',
};

/** What both parties agreed does not count, and what is proposed. */
export function ExclusionsPage() {
  const exclusions = useAnswer('listExclusions', {});
  const agreements = useAnswer('listAgreements', undefined);
  const [proposing, setProposing] = useState(false);
  const { projectKey } = useScreen();
  const place = usePlace();
  const inForce =
    agreements.answer.kind === 'shown'
      ? agreements.answer.value.agreements.filter(
          ({ version, upcoming }) => version !== null || upcoming !== null,
        )
      : [];
  const all = exclusions.answer.kind === 'shown' ? exclusions.answer.value : [];
  return (
    <Page
      title="Exclusions"
      actions={
        <>
          {inForce.length > 0 && !proposing && (
            <Button look="primary" onClick={() => setProposing(true)}>
              Propose exclusion
            </Button>
          )}
          {all.length > 0 && (
            <Button
              onClick={() =>
                download(`exclusions-${projectKey.toLowerCase()}.csv`, exclusionsCsv(all, place), 'text/csv')
              }
            >
              Export CSV
            </Button>
          )}
        </>
      }
    >
      <p className="under-title">
        Time that does not count because of a clause that was agreed. Until it is agreed, the clock runs.
      </p>
      {proposing && (
        <ProposeExclusion
          agreements={inForce}
          onCancel={() => setProposing(false)}
          onProposed={() => {
            setProposing(false);
            exclusions.again();
          }}
        />
      )}
      {exclusions.answer.kind === 'loading' && <Loading label="Loading exclusions" />}
      {exclusions.answer.kind === 'refused' && (
        <Refused failure={exclusions.answer.failure} words={refusal} onAgain={exclusions.again} />
      )}
      {exclusions.answer.kind === 'shown' &&
        (all.length === 0 ? (
          <Blank title="No exclusion so far">
            {inForce.length > 0
              ? 'Propose one for a maintenance window, an outage of a third party, or a ticket the customer held up.'
              : 'There can be exclusions once an agreement is signed.'}
          </Blank>
        ) : (
          <ExclusionList exclusions={all} agreements={inForce} onChanged={exclusions.again} />
        ))}
    </Page>
  );
}

interface ListProps {
  readonly exclusions: readonly ExclusionView[];
  readonly agreements: readonly AgreementSummary[];
  readonly onChanged: () => void;
}

/** What waits for the viewer comes first, then what waits for others. */
function urgency({ mayDecide, state, standing }: ExclusionView): number {
  if (mayDecide !== null) return 0;
  return state === 'proposed' && !standing ? 1 : 2;
}

function ExclusionList({ exclusions, agreements, onChanged }: ListProps) {
  const [state, setState] = useState<ExclusionState | ''>('');
  const [agreementId, setAgreementId] = useState('');
  const names = new Map(exclusions.map((e) => [e.agreementId, e.agreementName]));
  const shown = exclusions
    .filter(
      (e) => (state === '' || e.state === state) && (agreementId === '' || e.agreementId === agreementId),
    )
    .sort((a, b) => urgency(a) - urgency(b));
  return (
    <>
      <div className="filters" role="group" aria-label="Filter">
        <Field label="State">
          {(props) => (
            <select
              {...props}
              className="field-input"
              value={state}
              onChange={(event) => setState(event.target.value as ExclusionState | '')}
            >
              <option value="">All states</option>
              {EXCLUSION_STATES.map((one) => (
                <option key={one} value={one}>
                  {exclusionState(one).word}
                </option>
              ))}
            </select>
          )}
        </Field>
        {names.size > 1 && (
          <Field label="Agreement">
            {(props) => (
              <select
                {...props}
                className="field-input"
                value={agreementId}
                onChange={(event) => setAgreementId(event.target.value)}
              >
                <option value="">All agreements</option>
                {[...names].map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <p role="status" className="subtle">
          {shown.length === exclusions.length
            ? `${exclusions.length} in all`
            : `${shown.length} of ${exclusions.length}`}
        </p>
      </div>
      {shown.length === 0 ? (
        <p>None matches the filter.</p>
      ) : (
        <ul className="exclusions">
          {shown.map((exclusion) => (
            <li key={`${exclusion.agreementId}/${exclusion.exclusionId}`}>
              <ExclusionCard exclusion={exclusion} level={2}>
                <ExclusionDecision
                  exclusion={exclusion}
                  partyName={(side) =>
                    agreements.find((a) => a.agreementId === exclusion.agreementId)?.[side] ?? `the ${side}`
                  }
                  onPreview={() => call('previewExclusion', { proposal: proposalOf(exclusion) })}
                  onDecided={(decided, decision) => {
                    flag(
                      decision === 'agree'
                        ? decided.state === 'agreed'
                          ? 'Exclusion agreed: tickets are being replayed'
                          : 'Agreed: the other party has to, too'
                        : decision === 'decline'
                          ? 'Exclusion declined'
                          : 'Exclusion withdrawn',
                    );
                    onChanged();
                  }}
                  onStale={onChanged}
                />
              </ExclusionCard>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
