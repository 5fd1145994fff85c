import { useEffect, useId, useRef, useState } from 'react';
import type { Failure, Result } from '../../src/contract';
import type { Side } from '../../src/contract/agreement';
import type { ExclusionPreview, ExclusionView } from '../../src/contract/exclusion';
import { shortHash } from './agreement-words';
import { Button } from './button';
import { call } from './call';
import { ExclusionChange } from './exclusion-change';
import { ProblemList } from './problem-list';

type Decision = 'agree' | 'decline' | 'withdraw';

interface Props {
  readonly exclusion: ExclusionView;
  /** Names the project to screens that span several. */
  readonly projectId?: string;
  /** Name of the side the viewer decides for; absent: "the provider", "the customer". */
  readonly partyName?: (side: Side) => string;
  /** Absent: this screen has no preview. */
  readonly onPreview?: () => Promise<Result<ExclusionPreview>>;
  readonly onDecided: (exclusion: ExclusionView, decision: Decision) => void;
  /** It has changed meanwhile: the screen reads it anew. */
  readonly onStale: () => void;
}

const asks: Readonly<Record<Decision, string>> = {
  agree: 'Agree to this exclusion?',
  decline: 'Decline this exclusion?',
  withdraw: 'Withdraw this exclusion?',
};
const does: Readonly<Record<Decision, string>> = { agree: 'Agree', decline: 'Decline', withdraw: 'Withdraw' };

/** Where a representative agrees to or declines an exclusion, and who proposed it takes it back. */
export function ExclusionDecision({
  exclusion,
  projectId,
  partyName = (side) => `the ${side}`,
  onPreview,
  onDecided,
  onStale,
}: Props) {
  const { mayDecide, mayWithdraw, exclusionId, hash } = exclusion;
  const id = useId();
  const [asked, setAsked] = useState<Decision | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState<Decision | 'preview' | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [preview, setPreview] = useState<ExclusionPreview | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // The button that was pressed has gone: the focus goes to what came in its place.
    if (moved.current)
      box.current?.querySelector<HTMLElement>('textarea, button:not([data-preview])')?.focus();
    moved.current = true;
  }, [asked]);
  if (mayDecide === null && !mayWithdraw) return null;

  const ask = (decision: Decision | null): void => {
    setFailure(null);
    setAsked(decision);
  };
  const look = async (): Promise<void> => {
    if (busy || !onPreview) return;
    setBusy('preview');
    const result = await onPreview();
    setBusy(null);
    if (result.ok) setPreview(result.value);
    else setFailure(result);
  };
  const decide = async (decision: Decision): Promise<void> => {
    const why = reason.trim();
    if (busy || (decision !== 'agree' && why === '')) return;
    setBusy(decision);
    setFailure(null);
    const result = await call('decideExclusion', {
      ...(projectId === undefined ? {} : { projectId }),
      exclusionId,
      hash,
      decision,
      ...(decision === 'agree' ? {} : { reason: why }),
    });
    setBusy(null);
    if (result.ok) onDecided(result.value, decision);
    else setFailure(result);
  };
  const needed = asked !== null && asked !== 'agree' && reason.trim() === '';
  return (
    <div className="exclusion-decision" ref={box}>
      <div role="status">{preview && <ExclusionChange preview={preview} />}</div>
      {asked === null ? (
        <div className="row">
          {mayDecide !== null && (
            <>
              <Button look="primary" onClick={() => ask('agree')}>
                Agree…
              </Button>
              <Button onClick={() => ask('decline')}>Decline…</Button>
            </>
          )}
          {mayWithdraw && <Button onClick={() => ask('withdraw')}>Withdraw…</Button>}
          {onPreview && (
            <Button look="subtle" data-preview="" aria-disabled={busy !== null} onClick={() => void look()}>
              {busy === 'preview' ? 'Replaying tickets…' : 'See what would change'}
            </Button>
          )}
        </div>
      ) : (
        <div className="sign-box" role="group" aria-labelledby={`${id}-ask`}>
          <p id={`${id}-ask`}>
            <strong>{asks[asked]}</strong>
            {mayDecide !== null && asked !== 'withdraw' && ` You decide for ${partyName(mayDecide)}.`}
          </p>
          {asked === 'agree' ? (
            <p>
              “{exclusion.clause}” then takes effect, also on tickets that are closed. Text{' '}
              <code title={hash}>{shortHash(hash)}</code>.
            </p>
          ) : (
            <>
              <label htmlFor={`${id}-reason`}>Why? Both parties will read it.</label>
              <textarea
                id={`${id}-reason`}
                className="field-input"
                rows={3}
                maxLength={2000}
                required
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </>
          )}
          <div className="row">
            <Button
              look="primary"
              aria-disabled={busy !== null || needed}
              aria-describedby={needed ? `${id}-needed` : undefined}
              onClick={() => void decide(asked)}
            >
              {busy === asked ? 'One moment…' : does[asked]}
            </Button>
            <Button onClick={() => ask(null)}>Back</Button>
            {needed && (
              <span id={`${id}-needed`} className="subtle">
                A reason is needed.
              </span>
            )}
          </div>
        </div>
      )}
      {failure && (
        <ProblemList
          failure={failure}
          lead={failure.code === 'conflict' ? 'It has changed meanwhile.' : 'That did not work.'}
        />
      )}
      {failure?.code === 'conflict' && <Button onClick={onStale}>Read it anew</Button>}
    </div>
  );
}
