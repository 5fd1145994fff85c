import { useId, useState } from 'react';
import type { DraftView } from '../../../src/contract/draft';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { usePlace } from '../../ui/place-context';
import { sayInstant } from '../../ui/say-instant';
import { differences, shortValue } from './draft-difference';
import { say, useEditor, useStore } from './editor-context';

/** Somebody else saved meanwhile: nothing is written before the viewer has decided whose text stays. */
export function ConflictBanner() {
  const { session } = useEditor();
  const theirs = useStore(session.draft, ({ conflict }) => conflict);
  return <div role="alert">{theirs && <Conflict theirs={theirs} />}</div>;
}

function Conflict({ theirs }: { readonly theirs: DraftView }) {
  const { session, view } = useEditor();
  const place = usePlace();
  const [seen, setSeen] = useState(false);
  const listId = useId();
  const when = sayInstant(theirs.updatedAt, Date.now(), place);
  return (
    <div className="conflict">
      <Notice
        tone="warning"
        action={
          <span className="side-by-side">
            <Button aria-expanded={seen} aria-controls={listId} onClick={() => setSeen(!seen)}>
              See theirs
            </Button>
            <Button
              onClick={() => {
                session.send({ type: 'took-theirs' });
                say(view, 'Their text is shown. Undo brings yours back.');
              }}
            >
              Take theirs
            </Button>
            <Button
              onClick={() => {
                session.send({ type: 'kept-mine' });
                void session.flush();
                say(view, 'Your text is kept and saved over theirs.');
              }}
            >
              Keep mine
            </Button>
          </span>
        }
      >
        <strong>
          {theirs.updatedBy} saved this draft {when}.
        </strong>{' '}
        Nothing of yours is saved since, and nothing of theirs is overwritten. Whose text shall stay?
      </Notice>
      <div id={listId}>{seen && <TheirDifferences theirs={theirs} />}</div>
    </div>
  );
}

function TheirDifferences({ theirs }: { readonly theirs: DraftView }) {
  const { session } = useEditor();
  const content = useStore(session.draft, (state) => state.content);
  if (content.kind === 'text' || theirs.document === null) {
    return (
      <div className="stack">
        <p>Their text:</p>
        <pre className="their-text" tabIndex={0}>
          {theirs.text}
        </pre>
      </div>
    );
  }
  const list = differences(content.document, theirs.document);
  if (list.length === 0) return <p>Both say the same.</p>;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="Differences">
      <table className="differences">
        <caption className="visually-hidden">Where their text differs from yours</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Yours</th>
            <th scope="col">Theirs</th>
          </tr>
        </thead>
        <tbody>
          {list.map(({ path, mine, theirs: other }) => (
            <tr key={path}>
              <th scope="row">{path || 'The whole document'}</th>
              <td>{shortValue(mine)}</td>
              <td>{shortValue(other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
