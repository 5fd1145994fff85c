import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useLeaveGuard } from '../navigation';
import { Page } from '../page';
import { ConflictBanner } from './conflict-banner';
import { isDirty } from './draft-state';
import { useEditor, useStore } from './editor-context';
import { EditorActions } from './editor-actions';
import { misfit } from './fits-form';
import { LeaveDialog } from './leave-dialog';
import { ProblemsPanel } from './problems-panel';
import { QualityPanel } from './quality-panel';
import { SaveStatus } from './save-status';
import { SectionBody } from './section-body';
import { SectionNav } from './section-nav';
import { TextView } from './text-view';
import { useUndoKeys } from './use-undo-keys';
import { useWantedField } from './use-wanted-field';

interface Props {
  readonly onLeave: () => void;
}

/** The editor around the part that is shown. */
export function EditorFrame({ onLeave }: Props) {
  const { session, factsMissing } = useEditor();
  const kind = useStore(session.draft, ({ content }) => content.kind);
  const wrong = useStore(session.draft, ({ content }) =>
    content.kind === 'document' ? misfit(content.document) : null,
  );
  // Not the name as it is typed: that would rename the window with every key.
  const title = useStore(session.draft, ({ saved: { view } }) => {
    const name: unknown = view.document?.name;
    return typeof name === 'string' && name !== '' ? name : view.agreementId;
  });
  useUndoKeys(session);
  useWantedField();
  const dialog = useUnsavedGuard();
  return (
    <div className="editor">
      <Page
        title={title}
        above={[{ text: 'Agreements', to: { page: 'agreements' } }]}
        beside={<SaveStatus />}
        actions={<EditorActions onLeave={onLeave} />}
      >
        <ConflictBanner />
        {factsMissing && (
          <Notice tone="warning">
            Statuses, request types and people of the project could not be read. Names can be typed instead of
            picked.
          </Notice>
        )}
        {kind === 'text' ? (
          <TextView />
        ) : wrong !== null ? (
          <Notice
            tone="warning"
            action={<Button onClick={() => void session.show('text')}>Show the text</Button>}
          >
            The text holds something at {wrong || 'its top'} that the form has no field for. Mend it as text;
            then the form is back.
          </Notice>
        ) : (
          <div className="editor-columns">
            <SectionNav />
            <div className="editor-main">
              <SectionBody />
            </div>
            <div className="editor-side">
              <ProblemsPanel />
              <QualityPanel />
            </div>
          </div>
        )}
        {dialog}
        <LiveRegion />
      </Page>
    </div>
  );
}

function LiveRegion() {
  const { view } = useEditor();
  return (
    <p role="status" className="visually-hidden">
      {useStore(view, ({ said }) => said)}
    </p>
  );
}

/** Nobody leaves with unsaved work unawares: it is saved first, and where it cannot be, they are asked. */
function useUnsavedGuard() {
  const { session } = useEditor();
  const [asked, setAsked] = useState<{ readonly answer: (leave: boolean) => void } | null>(null);
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      const state = session.draft.get();
      if (!isDirty(state) && state.saving === null) return;
      void session.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [session]);
  const guard = useCallback(async (): Promise<boolean> => {
    if (await session.flush()) return true;
    return new Promise<boolean>((resolve) =>
      setAsked({
        answer: (leave) => {
          setAsked(null);
          if (leave) session.close();
          resolve(leave);
        },
      }),
    );
  }, [session]);
  useLeaveGuard(guard);
  return asked && <LeaveDialog onAnswer={asked.answer} />;
}
