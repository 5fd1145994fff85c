import RedoIcon from '@atlaskit/icon/core/redo';
import UndoIcon from '@atlaskit/icon/core/undo';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useGo } from '../navigation';
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
  const readable = useStore(session.draft, ({ saved }) => saved.view.document !== null);
  const [reading, setReading] = useState(false);
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
      <Button
        aria-disabled={(kind === 'text' && !readable) || undefined}
        onClick={() => void session.show(kind === 'text' ? 'document' : 'text')}
      >
        {kind === 'text' ? 'Edit as form' : 'Edit as text'}
      </Button>
      <Button onClick={() => setReading(true)}>Preview</Button>
      <Button onClick={() => go({ page: 'what-if', agreementId })}>What-if</Button>
      <Button onClick={onLeave}>Done</Button>
      <Button look="primary" onClick={() => go({ page: 'agreement', agreementId })}>
        Propose...
      </Button>
      {reading && <PlainLanguage onClose={() => setReading(false)} />}
    </>
  );
}
