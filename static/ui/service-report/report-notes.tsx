import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Failure } from '../../../src/contract';
import type { ReportRef } from '../../../src/contract/definitions';
import type { ReportNote, ServiceReportView } from '../../../src/contract/service-report';
import { Button } from '../button';
import { call } from '../call';
import { Field } from '../field';
import { placeIn } from '../place';
import { usePlace } from '../place-context';
import { ProblemList } from '../problem-list';
import { sayDate, sayMoment } from '../say-date';
import { dayEndingAt, endOfDay } from './due-day';

interface Props {
  readonly heading: 'h2' | 'h3';
  readonly report: ReportRef;
  readonly view: ServiceReportView;
  readonly onWritten: (view: ServiceReportView) => void;
}

/** What both sides agree to do about a report, and what they say to it. */
export function ReportNotes({ heading: Heading, report, view, onWritten }: Props) {
  const { notes, mayWrite } = view;
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (note: WrittenNote): Promise<boolean> => {
    setFailure(null);
    const result = await send(report, note);
    if (result.ok) onWritten(result.value);
    else setFailure(result);
    return result.ok;
  };
  const tick = (note: ReportNote): Promise<boolean> => {
    const { noteId, rowVersion, kind, text, owner, dueAt, doneAt } = note;
    return write({ noteId, rowVersion, kind, text, owner, dueAt, done: doneAt === null });
  };
  return (
    <section aria-labelledby="report-notes">
      <Heading id="report-notes">Actions and comments</Heading>
      {notes.length === 0 && <p className="subtle">Nothing has been written.</p>}
      <ul className="report-notes">
        {notes.map((note) => (
          <Note
            key={note.noteId}
            note={note}
            timeZone={view.summary.timeZone}
            onTick={mayWrite ? () => void tick(note) : null}
            onWrite={write}
          />
        ))}
      </ul>
      {failure && <ProblemList failure={failure} lead="That was not kept." />}
      {mayWrite && <NoteForm timeZone={view.summary.timeZone} onWrite={write} />}
    </section>
  );
}

/** Without an id it is a new one. */
type WrittenNote = Pick<ReportNote, 'kind' | 'text'> &
  Partial<Pick<ReportNote, 'noteId' | 'rowVersion' | 'owner' | 'dueAt'>> & { readonly done?: boolean };

function send(report: ReportRef, note: WrittenNote) {
  return call('writeReportNote', { ...report, ...note });
}

interface NoteProps {
  readonly note: ReportNote;
  readonly timeZone: string;
  /** null = they may not. */
  readonly onTick: (() => void) | null;
  readonly onWrite: (note: WrittenNote) => Promise<boolean>;
}

function Note({ note, timeZone, onTick, onWrite }: NoteProps) {
  const place = placeIn(usePlace(), timeZone);
  const [changing, setChanging] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const { kind, text, owner, dueAt, overdue, doneAt, writtenBy, writtenAt, side, mayChange } = note;
  const close = (): void => {
    // The button comes back in place of the form, and with it the focus.
    flushSync(() => setChanging(false));
    change.current?.focus();
  };
  if (changing)
    return (
      <li>
        <NoteForm note={note} timeZone={timeZone} onWrite={onWrite} onClose={close} />
      </li>
    );
  return (
    <li>
      <p dir="auto">
        <strong>{kind === 'action' ? (doneAt === null ? 'Action' : 'Action, done') : 'Comment'}:</strong>{' '}
        {text}
      </p>
      <p className="subtle" dir="auto">
        {owner !== '' && `To be done by ${owner}. `}
        {dueAt !== null && `Due ${sayDate(dueAt - 1, place)}. `}
        {overdue && <span className="badge tone-danger">Overdue</span>}
        {doneAt !== null && `Done ${sayDate(doneAt, place)}. `}
      </p>
      <p className="subtle" dir="auto">
        {writtenBy}
        {side !== null && ` for the ${side}`}, {sayMoment(writtenAt, place)}
      </p>
      <div className="row no-print">
        {kind === 'action' && onTick && (
          <Button onClick={onTick}>
            {doneAt === null ? 'Mark as done' : 'Open again'}
            <span className="visually-hidden">: {text}</span>
          </Button>
        )}
        {mayChange && (
          <Button ref={change} look="subtle" onClick={() => setChanging(true)}>
            Change<span className="visually-hidden">: {text}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

interface FormProps {
  /** Absent: a new one. */
  readonly note?: ReportNote;
  readonly timeZone: string;
  readonly onWrite: (note: WrittenNote) => Promise<boolean>;
  readonly onClose?: () => void;
}

function NoteForm({ note, timeZone, onWrite, onClose }: FormProps) {
  const [kind, setKind] = useState<ReportNote['kind']>(note?.kind ?? 'action');
  const [text, setText] = useState(note?.text ?? '');
  const [owner, setOwner] = useState(note?.owner ?? '');
  const [due, setDue] = useState(note?.dueAt ? dayEndingAt(note.dueAt, timeZone) : '');
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (onClose) first.current?.focus();
  }, [onClose === undefined]); // eslint-disable-line react-hooks/exhaustive-deps -- only when it opens
  const submit = async (): Promise<void> => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    const kept = await onWrite({
      ...(note && { noteId: note.noteId, rowVersion: note.rowVersion, done: note.doneAt !== null }),
      kind,
      text,
      ...(kind === 'action' && { owner, dueAt: endOfDay(due, timeZone) }),
    });
    setBusy(false);
    if (!kept) return;
    if (onClose) return onClose();
    setText('');
    setOwner('');
    setDue('');
  };
  return (
    <form
      className="note-form no-print"
      aria-label={note ? `Change: ${note.text}` : 'Add an action or a comment'}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {!note && (
        <Field label="What is it?">
          {(field) => (
            <select
              {...field}
              className="field-input"
              value={kind}
              onChange={(event) => setKind(event.target.value as ReportNote['kind'])}
            >
              <option value="action">An action</option>
              <option value="comment">A comment</option>
            </select>
          )}
        </Field>
      )}
      <Field label="Text" hint="Both sides read it. It is no part of what is signed." required>
        {(field) => (
          <textarea
            {...field}
            ref={first}
            className="field-input"
            rows={3}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {kind === 'action' && (
        <>
          <Field label="Who does it?">
            {(field) => (
              <input
                {...field}
                className="field-input"
                maxLength={200}
                value={owner}
                onChange={(event) => setOwner(event.target.value)}
              />
            )}
          </Field>
          <Field label="Due on" hint={`Until the end of that day in ${timeZone}. Empty: it has no date.`}>
            {(field) => (
              <input
                {...field}
                type="date"
                className="field-input"
                min="2000-01-01"
                max="2999-12-30"
                value={due}
                onChange={(event) => setDue(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      <div className="row">
        <Button type="submit" aria-disabled={busy || text.trim() === ''}>
          {note ? (busy ? 'Keeping…' : 'Keep') : busy ? 'Adding…' : 'Add'}
        </Button>
        {onClose && <Button onClick={onClose}>Back</Button>}
      </div>
    </form>
  );
}
