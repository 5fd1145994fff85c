import { Button } from '../../ui/button';
import { usePlace } from '../../ui/place-context';
import { isDirty, type DraftState } from './draft-state';
import { useEditor, useStore } from './editor-context';

/** Whether the store has what the screen shows. */
export function SaveStatus() {
  const { session } = useEditor();
  const words = useStore(session.draft, statusOf);
  const savedAt = useStore(session.draft, ({ saved }) => saved.view.updatedAt);
  const problem = useStore(session.draft, (state) => state.problem);
  const place = usePlace();
  const time = new Intl.DateTimeFormat(place.locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: place.timeZone,
  }).format(savedAt);
  return (
    <div className="save-status">
      {/* What passes by itself is seen, not said: it would be said with every word typed. */}
      {words === 'saving' && <p className="subtle">Saving…</p>}
      {words === 'unsaved' && <p className="subtle">Unsaved changes</p>}
      <p role="status" className={words === 'failed' ? 'tone-danger problem-text' : 'subtle'}>
        {words === 'saved' && `Saved ${time}`}
        {words === 'conflict' && 'Not saved: somebody else saved meanwhile'}
        {words === 'failed' && `Not saved: ${problem}`}
      </p>
      {words === 'failed' && <Button onClick={() => void session.flush()}>Try again</Button>}
    </div>
  );
}

function statusOf(state: DraftState): 'saving' | 'saved' | 'unsaved' | 'failed' | 'conflict' {
  if (state.conflict) return 'conflict';
  if (state.saving) return 'saving';
  if (!isDirty(state)) return 'saved';
  return state.problem === null ? 'unsaved' : 'failed';
}
