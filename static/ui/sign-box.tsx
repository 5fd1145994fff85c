import { useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '../../src/contract';
import type { AgreementRef } from '../../src/contract/definitions';
import type { ProposalView, Side } from '../../src/contract/agreement';
import { shortHash } from './agreement-words';
import { Button } from './button';
import { call } from './call';
import { placeIn } from './place';
import { usePlace } from './place-context';
import { ProblemList } from './problem-list';
import { sayDate } from './say-date';

interface Props {
  /** Which agreement it is, as the screen names it to the app. */
  readonly agreement: AgreementRef;
  readonly name: string;
  /** The provider's, in which the agreement takes effect. */
  readonly timeZone: string;
  readonly proposal: ProposalView;
  /** Names of the parties. */
  readonly parties: Readonly<Record<Side, string>>;
  readonly onDecided: (proposal: ProposalView, decision: 'signed' | 'declined') => void;
  /** What is proposed has changed meanwhile: the screen reads it anew. */
  readonly onStale: () => void;
}

type Step = 'asked' | 'signing' | 'declining';

/** What a signature would be under, in one sentence. */
function whatIsSigned(name: string, { kind, version }: ProposalView, date: string): string {
  return kind === 'retire'
    ? `“${name}” ends on ${date}`
    : `Version ${version} of “${name}”, in force from ${date}`;
}

/** Where a representative signs or declines what is proposed; always in two steps. */
export function SignBox({ agreement, name, timeZone, proposal, parties, onDecided, onStale }: Props) {
  const place = usePlace();
  const id = useId();
  const [step, setStep] = useState<Step>('asked');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const next = useRef<HTMLElement | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // The button that was pressed has gone: the focus goes to what came in its place.
    if (moved.current) (step === 'asked' ? first.current : next.current)?.focus();
    moved.current = true;
  }, [step]);
  const side = proposal.maySign;
  if (side === null) return null;

  const go = (to: Step): void => {
    setFailure(null);
    setStep(to);
  };
  const decide = async (decision: 'signed' | 'declined'): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const { hash } = proposal;
    const result =
      decision === 'signed'
        ? await call('signAgreement', { ...agreement, hash })
        : await call('declineAgreement', { ...agreement, hash, reason: reason.trim() });
    setBusy(false);
    if (result.ok) onDecided(result.value, decision);
    else setFailure(result);
  };
  const stale = failure?.code === 'conflict';
  const what = whatIsSigned(name, proposal, sayDate(proposal.effectiveFrom, placeIn(place, timeZone)));
  const hash = (
    <p className="subtle">
      Text <code title={proposal.hash}>{shortHash(proposal.hash)}</code>: the signature binds to exactly this
      text.
    </p>
  );
  return (
    <section className="sign-box" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {step === 'asked' && `Your signature for ${parties[side]}`}
        {step === 'signing' && `Sign for ${parties[side]}?`}
        {step === 'declining' && `Decline for ${parties[side]}?`}
      </h3>
      {step === 'asked' && (
        <>
          <p>{what}. Read it first: what you sign is what runs.</p>
          <div className="row">
            <Button ref={first} look="primary" onClick={() => go('signing')}>
              {proposal.approval === 'provider' ? 'Approve…' : 'Sign…'}
            </Button>
            <Button onClick={() => go('declining')}>Decline…</Button>
          </div>
        </>
      )}
      {step === 'signing' && (
        <>
          <p>
            You sign as the representative of <strong dir="auto">{parties[side]}</strong>: {what}.
          </p>
          {hash}
          <div className="row">
            <Button
              ref={(element) => (next.current = element)}
              look="primary"
              aria-disabled={busy}
              onClick={() => void decide('signed')}
            >
              {busy ? 'Signing…' : proposal.approval === 'provider' ? 'Approve this text' : 'Sign this text'}
            </Button>
            <Button onClick={() => go('asked')}>Back</Button>
          </div>
        </>
      )}
      {step === 'declining' && (
        <>
          <label htmlFor={`${id}-reason`}>Why? Both parties will read it.</label>
          <textarea
            ref={(element) => (next.current = element)}
            id={`${id}-reason`}
            className="field-input"
            rows={3}
            maxLength={2000}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {hash}
          <div className="row">
            <Button
              look="primary"
              aria-disabled={busy || reason.trim() === ''}
              aria-describedby={reason.trim() === '' ? `${id}-needed` : undefined}
              onClick={() => reason.trim() !== '' && void decide('declined')}
            >
              {busy ? 'Declining…' : 'Decline'}
            </Button>
            <Button onClick={() => go('asked')}>Back</Button>
            {reason.trim() === '' && (
              <span id={`${id}-needed`} className="subtle">
                A reason is needed.
              </span>
            )}
          </div>
        </>
      )}
      {failure && (
        <ProblemList
          failure={failure}
          lead={stale ? 'What is proposed has changed meanwhile.' : 'That did not work.'}
        />
      )}
      {stale && <Button onClick={onStale}>Read it anew</Button>}
    </section>
  );
}
