import { useState } from 'react';
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

interface Props {
  readonly report: ReportRef;
  readonly view: ServiceReportView;
  readonly onWritten: (view: ServiceReportView) => void;
}

/** What both sides agree to do about a report, and what they say to it. */
export function ReportNotes({ report, view, onWritten }: Props) {
  const { notes, mayWrite } = view;
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (note: Parameters<typeof send>[1]): Promise<boolean> => {
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
      <h3 id="report-notes">Actions and comments</h3>
      {notes.length === 0 && <p className="subtle">Nothing has been written.</p>}
      <ul className="report-notes">
        {notes.map((note) => (
          <Note
            key={note.noteId}
            note={note}
            timeZone={view.summary.timeZone}
            onTick={mayWrite ? () => void tick(note) : null}
          />
        ))}
      </ul>
      {failure && <ProblemList failure={failure} lead="That was not kept." />}
      {mayWrite && <NoteForm onWrite={write} />}
    </section>
  );
}

function send(
  report: ReportRef,
  note: Pick<ReportNote, 'kind' | 'text'> &
    Partial<Pick<ReportNote, 'noteId' | 'rowVersion' | 'owner' | 'dueAt'>> & { readonly done?: boolean },
) {
  return call('writeReportNote', { ...report, ...note });
}

interface NoteProps {
  readonly note: ReportNote;
  readonly timeZone: string;
  readonly onTick: (() => void) | null;
}

function Note({ note, timeZone, onTick }: NoteProps) {
  const place = placeIn(usePlace(), timeZone);
  const { kind, text, owner, dueAt, doneAt, writtenBy, writtenAt, side } = note;
  return (
    <li>
      <p dir="auto">
        <strong>{kind === 'action' ? (doneAt === null ? 'Action' : 'Action, done') : 'Comment'}:</strong>{' '}
        {text}
      </p>
      <p className="subtle" dir="auto">
        {owner !== '' && `To be done by ${owner}. `}
        {dueAt !== null && `Due ${sayDate(dueAt, place)}. `}
        {writtenBy}
        {side !== null && ` for the ${side}`}, {sayMoment(writtenAt, place)}
      </p>
      {kind === 'action' && onTick && (
        <div className="no-print">
          <Button onClick={onTick}>
            {doneAt === null ? 'Mark as done' : 'Open again'}
            <span className="visually-hidden">: {text}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

function NoteForm({ onWrite }: { readonly onWrite: (note: Parameters<typeof send>[1]) => Promise<boolean> }) {
  const [kind, setKind] = useState<ReportNote['kind']>('action');
  const [text, setText] = useState('');
  const [owner, setOwner] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    const kept = await onWrite({ kind, text, ...(kind === 'action' && { owner }) });
    setBusy(false);
    if (!kept) return;
    setText('');
    setOwner('');
  };
  return (
    <form
      className="note-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
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
      <Field label="Text" hint="Both sides read it. It is no part of what is signed." required>
        {(field) => (
          <textarea
            {...field}
            className="field-input"
            rows={3}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {kind === 'action' && (
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
      )}
      <div>
        <Button type="submit" aria-disabled={busy || text.trim() === ''}>
          {busy ? 'Adding…' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
