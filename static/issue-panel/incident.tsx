import { useId, useRef, useState, type FormEvent } from 'react';
import type { Failure, IssuePanelView } from '../../src/contract';
import { Button } from '../ui/button';
import { call } from '../ui/call';
import { Field } from '../ui/field';
import { flag } from '../ui/flag';
import { localTimeValue, readLocalTime } from '../ui/local-time';
import { Notice } from '../ui/notice';
import { usePlace } from '../ui/place-context';
import { ProblemList } from '../ui/problem-list';
import { sayInstant } from '../ui/say-instant';

interface Props {
  readonly view: IssuePanelView;
  readonly now: number;
  readonly onChanged: () => void;
}

/** Whether this ticket is a declared major incident, and where that is said, changed and taken back. */
export function Incident({ view, now, onChanged }: Props) {
  const place = usePlace();
  const [open, setOpen] = useState(false);
  const [revoking, setRevoking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { incident, proposing } = view;
  if (!incident && !(proposing.mayDeclare && proposing.agreements.length > 0)) return null;
  const close = (): void => {
    setOpen(false);
    setRevoking(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const revoke = async (): Promise<void> => {
    if (!incident) return;
    const result = await call('revokeIncident', { rowVersion: incident.rowVersion });
    if (!result.ok) {
      setFailure(result);
      return;
    }
    flag('This ticket is no longer a major incident', {
      description: 'Exclusions that were proposed because of it stay in the record.',
    });
    close();
    onChanged();
  };
  return (
    <section className="proposed" aria-label="Major incident">
      {incident && (
        <Notice tone="warning">
          Major incident from {sayInstant(incident.from, now, place)}
          {incident.to === null ? ', going on' : ` to ${sayInstant(incident.to, now, place)}`}, declared by{' '}
          {incident.declaredBy} under “{incident.clause}”. A ticket that is linked to it gets the matching
          exclusion proposed.
        </Notice>
      )}
      {!open && !revoking && proposing.mayDeclare && (
        <div className="row">
          <Button look="subtle" ref={opener} onClick={() => setOpen(true)}>
            {incident ? 'Change the incident' : 'Declare a major incident'}
          </Button>
          {incident && (
            <Button look="subtle" onClick={() => setRevoking(true)}>
              Revoke
            </Button>
          )}
        </div>
      )}
      {revoking && (
        <div className="sign-box" role="group" aria-label="Revoke the incident">
          <p>
            Revoke the declaration? Tickets linked from now on get nothing proposed. What was proposed stays.
          </p>
          <div className="row">
            <Button look="primary" autoFocus onClick={() => void revoke()}>
              Revoke
            </Button>
            <Button onClick={close}>Back</Button>
          </div>
        </div>
      )}
      {failure && <ProblemList failure={failure} lead="That did not work." />}
      {open && <IncidentForm view={view} now={now} onDone={close} onChanged={onChanged} />}
    </section>
  );
}

function IncidentForm({ view, now, onDone, onChanged }: Props & { readonly onDone: () => void }) {
  const { incident, proposing } = view;
  const { timeZone } = usePlace();
  const id = useId();
  const [agreementId, setAgreementId] = useState(
    incident?.agreementId ?? proposing.agreements[0]?.agreementId ?? '',
  );
  const [clause, setClause] = useState(incident?.clause ?? '');
  const [reason, setReason] = useState(incident?.reason ?? '');
  const [from, setFrom] = useState(localTimeValue(incident?.from ?? now, timeZone));
  const [to, setTo] = useState(incident?.to == null ? '' : localTimeValue(incident.to, timeZone));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const start = readLocalTime(from, timeZone);
  const end = to === '' ? null : readLocalTime(to, timeZone);
  const problems = {
    clause: clause.trim() === '' ? 'Name the clause it falls under.' : undefined,
    reason: reason.trim() === '' ? 'Say what happened.' : undefined,
    from: start === null ? 'Write when it began.' : undefined,
    to:
      to !== '' && (end === null || (start !== null && end <= start)) ? 'It ends after it began.' : undefined,
  };
  const shown = (problem: string | undefined) => (tried ? problem : undefined);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (busy || Object.values(problems).some(Boolean) || start === null) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    const result = await call('declareIncident', {
      agreementId,
      clause: clause.trim(),
      reason: reason.trim(),
      from: start,
      to: end,
      rowVersion: incident?.rowVersion ?? null,
    });
    setBusy(false);
    if (!result.ok) {
      setFailure(result);
      return;
    }
    flag('Major incident declared', {
      description: 'Tickets linked to this one get the matching exclusion proposed.',
    });
    onDone();
    onChanged();
  };
  return (
    <form className="form" noValidate aria-labelledby={id} onSubmit={(event) => void save(event)}>
      <h2 id={id}>{incident ? 'Change the major incident' : `Declare ${view.issueKey} a major incident`}</h2>
      {proposing.agreements.length > 1 && (
        <Field label="Agreement" required>
          {(props) => (
            <select
              {...props}
              className="field-input"
              value={agreementId}
              onChange={(event) => setAgreementId(event.target.value)}
            >
              {proposing.agreements.map((a) => (
                <option key={a.agreementId} value={a.agreementId}>
                  {a.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label="Clause" required problem={shown(problems.clause)}>
        {(props) => (
          <input
            {...props}
            className="field-input"
            maxLength={200}
            value={clause}
            onChange={(event) => setClause(event.target.value)}
          />
        )}
      </Field>
      <Field label="What happened" required problem={shown(problems.reason)}>
        {(props) => (
          <textarea
            {...props}
            className="field-input"
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field label="From" required hint={`Time of ${timeZone}`} problem={shown(problems.from)}>
        {(props) => (
          <input
            {...props}
            type="datetime-local"
            className="field-input"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <Field label="To" hint="Empty while it goes on" problem={shown(problems.to)}>
        {(props) => (
          <input
            {...props}
            type="datetime-local"
            className="field-input"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      {failure && <ProblemList failure={failure} lead="It could not be declared." />}
      <div className="row">
        <Button type="submit" look="primary" aria-disabled={busy}>
          {busy ? 'Saving…' : incident ? 'Save' : 'Declare'}
        </Button>
        <Button look="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
