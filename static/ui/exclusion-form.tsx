import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { Failure, Result } from '../../src/contract';
import type { ExclusionPreview, ExclusionProposal } from '../../src/contract/exclusion';
import { Button } from './button';
import { ExclusionChange } from './exclusion-change';
import { readEntry, type EntryProblems, type ExclusionEntry } from './exclusion-entry';
import { EXCLUSION_KINDS } from './exclusion-words';
import { EvidenceFields } from './evidence-fields';
import { Field } from './field';
import { usePlace } from './place-context';
import { ProblemList } from './problem-list';
import { WindowFields } from './window-fields';

/** An agreement an exclusion can be proposed for. */
export interface AgreementChoice {
  readonly agreementId: string;
  readonly name: string;
  readonly measures: readonly { readonly measureId: string; readonly name: string }[];
  readonly calendars: readonly { readonly calendarId: string; readonly name: string }[];
}

interface Props {
  readonly agreements: readonly AgreementChoice[];
  /** The ticket the form stands on: it is for this one and no other. */
  readonly issueKey?: string;
  /** Files of that ticket that can be shown as evidence. */
  readonly attachments?: readonly { readonly attachmentId: string; readonly fileName: string }[];
  /** Runs when another agreement is picked, for screens that read its measures only then. */
  readonly onAgreement?: (agreementId: string) => void;
  /** Gives back why it was refused, or null. */
  readonly onPropose: (proposal: ExclusionProposal) => Promise<Failure | null>;
  /** Absent: this screen has no preview. */
  readonly onPreview?: (proposal: ExclusionProposal) => Promise<Result<ExclusionPreview>>;
  readonly onCancel: () => void;
}

const blank = (agreementId: string, issueKey: string | undefined): ExclusionEntry => ({
  agreementId,
  kind: issueKey === undefined ? 'service' : 'ticket',
  clause: '',
  effect: 'time',
  measures: [],
  tickets: issueKey === undefined ? 'all' : 'one',
  when: '',
  issueKey: issueKey ?? '',
  windows: [{ from: '', to: '' }],
  during: '',
  reason: '',
  links: [{ url: '', title: '' }],
  attachments: [],
});

/** Where either side proposes what shall not count, and sees first what that would change. */
export function ExclusionForm({
  agreements,
  issueKey,
  attachments = [],
  onAgreement,
  onPropose,
  onPreview,
  onCancel,
}: Props) {
  const { timeZone } = usePlace();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [entry, setEntry] = useState(() => blank(agreements[0]?.agreementId ?? '', issueKey));
  const [problems, setProblems] = useState<EntryProblems>({});
  const [tried, setTried] = useState(0);
  const [busy, setBusy] = useState<'preview' | 'propose' | null>(null);
  const [failure, setFailure] = useState<{ lead: string; failure: Failure } | null>(null);
  const [preview, setPreview] = useState<ExclusionPreview | null>(null);
  const agreement = agreements.find((a) => a.agreementId === entry.agreementId);

  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);

  const change = (part: Partial<ExclusionEntry>): void => {
    setEntry((before) => ({ ...before, ...part }));
    setPreview(null);
    setFailure(null);
  };
  const read = (): ExclusionProposal | null => {
    const reading = readEntry(entry, timeZone);
    setProblems(reading.ok ? {} : reading.problems);
    if (!reading.ok) setTried((n) => n + 1);
    return reading.ok ? reading.proposal : null;
  };
  const look = async (): Promise<void> => {
    const proposal = busy ? null : read();
    if (!proposal || !onPreview) return;
    setBusy('preview');
    setFailure(null);
    const result = await onPreview(proposal);
    setBusy(null);
    if (result.ok) setPreview(result.value);
    else setFailure({ lead: 'It could not be tried.', failure: result });
  };
  const propose = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const proposal = busy ? null : read();
    if (!proposal) return;
    setBusy('propose');
    setFailure(null);
    const refusal = await onPropose(proposal);
    setBusy(null);
    if (refusal) setFailure({ lead: 'It could not be proposed.', failure: refusal });
  };

  return (
    <form
      ref={form}
      className="form"
      noValidate
      aria-label="Propose an exclusion"
      onSubmit={(event) => void propose(event)}
    >
      {agreements.length > 1 && (
        <Field label="Agreement" required problem={problems.agreementId}>
          {(props) => (
            <select
              {...props}
              className="field-input"
              value={entry.agreementId}
              onChange={(event) => {
                change({ agreementId: event.target.value, measures: [], during: '' });
                onAgreement?.(event.target.value);
              }}
            >
              {agreements.map((a) => (
                <option key={a.agreementId} value={a.agreementId}>
                  {a.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        label="Clause"
        required
        hint="As both parties cite it, such as “4.2 Planned maintenance”"
        problem={problems.clause}
      >
        {(props) => (
          <input
            {...props}
            className="field-input"
            maxLength={200}
            value={entry.clause}
            onChange={(event) => change({ clause: event.target.value })}
          />
        )}
      </Field>
      <Field label="What it rests on">
        {(props) => (
          <select
            {...props}
            className="field-input"
            value={entry.kind}
            onChange={(event) => change({ kind: event.target.value as ExclusionEntry['kind'] })}
          >
            {EXCLUSION_KINDS.map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="field">
        <legend>What shall not count</legend>
        {(
          [
            ['time', 'The minutes within it'],
            ['cycle', 'The whole cycle: the ticket is left out of compliance'],
          ] as const
        ).map(([effect, words]) => (
          <label key={effect} className="choice">
            <input
              type="radio"
              name={`${id}-effect`}
              checked={entry.effect === effect}
              onChange={() => change({ effect })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {agreement && agreement.measures.length > 1 && (
        <fieldset className="field">
          <legend>For which measures (none ticked: all)</legend>
          {agreement.measures.map(({ measureId, name }) => (
            <label key={measureId} className="choice">
              <input
                type="checkbox"
                checked={entry.measures.includes(measureId)}
                onChange={(event) =>
                  change({
                    measures: event.target.checked
                      ? [...entry.measures, measureId]
                      : entry.measures.filter((m) => m !== measureId),
                  })
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {issueKey === undefined && (
        <fieldset className="field">
          <legend>For which tickets</legend>
          {(
            [
              ['all', 'All tickets of the agreement'],
              ['filter', 'Tickets that match a filter'],
              ['one', 'One ticket'],
            ] as const
          ).map(([tickets, words]) => (
            <label key={tickets} className="choice">
              <input
                type="radio"
                name={`${id}-tickets`}
                checked={entry.tickets === tickets}
                onChange={() => change({ tickets })}
              />
              {words}
            </label>
          ))}
        </fieldset>
      )}
      {entry.tickets === 'filter' && (
        <Field
          label="Filter in JQL"
          required
          hint="Only while a ticket matches, such as component = Payments"
          problem={problems.when}
        >
          {(props) => (
            <input
              {...props}
              className="field-input"
              spellCheck={false}
              value={entry.when}
              onChange={(event) => change({ when: event.target.value })}
            />
          )}
        </Field>
      )}
      {issueKey === undefined && entry.tickets === 'one' && (
        <Field label="Ticket" required hint="Its key, such as HELP-104" problem={problems.issueKey}>
          {(props) => (
            <input
              {...props}
              className="field-input"
              value={entry.issueKey}
              onChange={(event) => change({ issueKey: event.target.value })}
            />
          )}
        </Field>
      )}
      <WindowFields windows={entry.windows} problems={problems} onChange={(windows) => change({ windows })} />
      {agreement && agreement.calendars.length > 0 && (
        <Field label="Only within the hours of">
          {(props) => (
            <select
              {...props}
              className="field-input"
              value={entry.during}
              onChange={(event) => change({ during: event.target.value })}
            >
              <option value="">All hours</option>
              {agreement.calendars.map(({ calendarId, name }) => (
                <option key={calendarId} value={calendarId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        label="Reason"
        required
        hint="The other party reads it and decides on it"
        problem={problems.reason}
      >
        {(props) => (
          <textarea
            {...props}
            className="field-input"
            rows={3}
            maxLength={2000}
            value={entry.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
      <EvidenceFields
        links={entry.links}
        picked={entry.attachments}
        attachments={attachments}
        issueKey={issueKey}
        problems={problems}
        onLinks={(links) => change({ links })}
        onPicked={(picked) => change({ attachments: picked })}
      />
      <div role="status">{preview && <ExclusionChange preview={preview} />}</div>
      {failure && <ProblemList {...failure} />}
      <div className="row">
        <Button type="submit" look="primary" aria-disabled={busy !== null}>
          {busy === 'propose' ? 'Proposing…' : 'Propose'}
        </Button>
        {onPreview && (
          <Button aria-disabled={busy !== null} onClick={() => void look()}>
            {busy === 'preview' ? 'Replaying tickets…' : 'See what would change'}
          </Button>
        )}
        <Button look="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <p className="field-hint">
        Until it is agreed, the clock still runs. Once it is, past tickets are replayed, too.
      </p>
    </form>
  );
}
