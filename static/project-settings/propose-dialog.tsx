import { useEffect, useState } from 'react';
import type { Failure } from '../../src/contract';
import type { AgreementSummary } from '../../src/contract/agreement';
import type { DraftCheck, DraftView } from '../../src/contract/draft';
import { call } from '../ui/call';
import { Field } from '../ui/field';
import { flag } from '../ui/flag';
import { Loading } from '../ui/loading';
import { Notice } from '../ui/notice';
import { usePlace } from '../ui/place-context';
import { ProblemList } from '../ui/problem-list';
import { dateValue } from '../ui/say-date';
import { waitsFor } from './agreement-chips';
import { Dialog } from './dialog';
import { Link } from './navigation';
import { withdraw } from './withdraw';

interface Props {
  readonly agreement: AgreementSummary;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Ready {
  readonly draft: DraftView;
  readonly check: DraftCheck;
}

const isDate = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

/** Freezes the draft and puts it before both parties, unless the linter found what blocks it. */
export function ProposeDialog({ agreement, onClose, onDone }: Props) {
  const { timeZone } = usePlace();
  const { agreementId, name } = agreement;
  const [ready, setReady] = useState<Ready | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [from, setFrom] = useState(() => dateValue(Date.now(), timeZone));
  const [note, setNote] = useState('');

  useEffect(() => {
    let current = true;
    void (async () => {
      const draft = await call('readDraft', { agreementId });
      const check = draft.ok
        ? await call('checkDraft', { agreementId, content: { text: draft.value.text } })
        : draft;
      if (!current) return;
      if (!draft.ok) return setFailure(draft);
      if (!check.ok) return setFailure(check);
      setReady({ draft: draft.value, check: check.value });
      const written = draft.value.document?.effectiveFrom;
      setFrom((today) => (isDate(written) && written > today ? written : today));
    })();
    return () => {
      current = false;
    };
  }, [agreementId]);

  const errors = ready?.check.findings.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = ready?.check.findings.filter(({ severity }) => severity === 'warning') ?? [];
  const faults = ready?.check.faults ?? [];
  const wrong = errors.length + faults.length;
  const blocked = !ready
    ? 'Checking the draft…'
    : wrong > 0
      ? `${wrong === 1 ? 'One thing blocks' : `${wrong} things block`} it.`
      : from === ''
        ? 'Pick a date.'
        : null;
  return (
    <Dialog
      title={`Propose “${name}”?`}
      action="Propose"
      doing="Proposing…"
      blocked={failure ? 'The draft could not be read.' : blocked}
      onClose={onClose}
      onAct={async () => {
        if (!ready) return null;
        const result = await call('proposeAgreement', {
          agreementId,
          revision: ready.draft.revision,
          effectiveFrom: from,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        });
        if (!result.ok) return result;
        const proposal = result.value;
        const waiting = waitsFor({ ...agreement, proposal });
        flag(`Version ${proposal.version} is proposed`, {
          description: waiting === '' ? undefined : `It waits for ${waiting}.`,
          undo:
            proposal.state === 'proposed'
              ? () => void withdraw(agreementId, proposal.hash).then(onDone)
              : undefined,
        });
        onDone();
        return null;
      }}
    >
      {failure && <ProblemList failure={failure} lead="The draft could not be read." />}
      {!ready && !failure && <Loading label="Checking the draft" pieces={1} />}
      {wrong > 0 && (
        <div className="problems">
          <Notice tone="danger">
            It cannot be proposed yet.{' '}
            <Link to={{ page: 'edit', agreementId }} onClick={onClose}>
              Mend it in the editor
            </Link>
          </Notice>
          <ul>
            {[...faults, ...errors].map(({ path, message, remedy }, i) => (
              <li key={i}>
                <code>{path === '' ? 'The whole document' : path}</code>
                <span dir="auto">{message}</span>
                <span className="subtle" dir="auto">
                  {remedy}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {ready && wrong === 0 && (
        <>
          <p>
            The text is frozen and put before both parties. It is in force once everybody who has to has
            signed; until then nothing changes.
          </p>
          {warnings.length > 0 && (
            <details className="fold">
              <summary>
                {warnings.length === 1 ? 'One warning' : `${warnings.length} warnings`}: it can be proposed
                all the same
              </summary>
              <ul className="warnings">
                {warnings.map(({ path, message, remedy }, i) => (
                  <li key={i}>
                    <span dir="auto">{message}</span>{' '}
                    <span className="subtle" dir="auto">
                      {remedy} ({path === '' ? 'the whole document' : path})
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <Field label="In force from" required hint="At midnight, in the provider’s time zone">
            {(props) => (
              <input
                {...props}
                type="date"
                className="field-input"
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
            )}
          </Field>
          <Field label="Note" hint="What has changed and why; whoever signs reads it first">
            {(props) => (
              <textarea
                {...props}
                className="field-input"
                rows={3}
                maxLength={2000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
    </Dialog>
  );
}
