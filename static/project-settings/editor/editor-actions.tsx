import RedoIcon from '@atlaskit/icon/core/redo';
import UndoIcon from '@atlaskit/icon/core/undo';
import { useState } from 'react';
import type { AgreementSummary } from '../../../src/contract/agreement';
import { Button } from '../../ui/button';
import { call } from '../../ui/call';
import { useGo } from '../navigation';
import { ProposeDialog } from '../propose-dialog';
import { isDirty } from './draft-state';
import { useEditor, useStore } from './editor-context';
import { IconButton } from './list-moves';
import { PlainLanguage } from './plain-language';

/** Undo, form or text, and what can be done with the whole draft. */
export function EditorActions({ onLeave }: { readonly onLeave: () => void }) {
  const { session } = useEditor();
  const go = useGo();
  const agreementId = useStore(session.draft, ({ saved }) => saved.view.agreementId);
  const kind = useStore(session.draft, ({ content }) => content.kind);
  const canUndo = useStore(session.draft, ({ past }) => past.length > 0);
  const canRedo = useStore(session.draft, ({ future }) => future.length > 0);
  const [reading, setReading] = useState(false);
  const [proposing, setProposing] = useState<AgreementSummary | null>(null);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const changeForm = async (): Promise<void> => {
    const wanted = kind === 'text' ? 'document' : 'text';
    setRefusal(null);
    await session.show(wanted);
    if (session.draft.get().content.kind === wanted) return;
    setRefusal(
      isDirty(session.draft.get())
        ? 'It is not saved yet; the one is made from the saved other.'
        : 'The form can be shown once the text can be read.',
    );
  };
  /** What is proposed is the saved draft, so it is saved first. */
  const propose = async (): Promise<void> => {
    if (asking) return;
    setAsking(true);
    setRefusal(null);
    const saved = await session.flush();
    const answer = saved ? await call('readAgreement', { agreementId }) : null;
    setAsking(false);
    if (!answer) return setRefusal('It is not saved yet, so it cannot be proposed.');
    if (!answer.ok) return setRefusal(answer.message);
    // One proposal at a time: the open one is shown, to be withdrawn first.
    if (answer.value.proposal) return go({ page: 'agreement', agreementId });
    setProposing(answer.value);
  };
  return (
    <>
      <span>
        <IconButton
          label="Undo"
          title="Undo (Ctrl+Z)"
          Icon={UndoIcon}
          disabled={!canUndo}
          onClick={() => session.send({ type: 'undone' })}
        />
        <IconButton
          label="Redo"
          title="Redo (Ctrl+Shift+Z)"
          Icon={RedoIcon}
          disabled={!canRedo}
          onClick={() => session.send({ type: 'redone' })}
        />
      </span>
      <Button onClick={() => void changeForm()}>{kind === 'text' ? 'Edit as form' : 'Edit as text'}</Button>
      <Button onClick={() => setReading(true)}>Preview</Button>
      <Button onClick={() => go({ page: 'what-if', agreementId })}>What-if</Button>
      <Button onClick={onLeave}>Done</Button>
      <Button look="primary" aria-disabled={asking || undefined} onClick={() => void propose()}>
        Propose…
      </Button>
      {refusal !== null && (
        <p role="alert" className="tone-danger problem-text">
          {refusal}
        </p>
      )}
      {proposing && (
        <ProposeDialog agreement={proposing} onClose={() => setProposing(null)} onDone={onLeave} />
      )}
      {reading && <PlainLanguage onClose={() => setReading(false)} />}
    </>
  );
}
