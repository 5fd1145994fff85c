import { useEffect, useState } from 'react';
import type { DraftView, ProjectFacts } from '../../../src/contract/draft';
import { Blank } from '../../ui/blank';
import { Button } from '../../ui/button';
import { call } from '../../ui/call';
import { Loading } from '../../ui/loading';
import { usePlace } from '../../ui/place-context';
import { EditorContext, type EditorParts, type ViewState } from './editor-context';
import { EditorFrame } from './editor-frame';
import { openSession } from './draft-session';
import { createStore } from './store';
import './editor.css';

interface Props {
  readonly agreementId: string;
  /** Goes to the page of the agreement. */
  readonly onLeave: () => void;
}

type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'open'; readonly parts: EditorParts };

/** Where a draft is written. */
export function Editor({ agreementId, onLeave }: Props) {
  const [opened, setOpened] = useState<Opened>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const { timeZone } = usePlace();
  useEffect(() => {
    let current = true;
    let parts: EditorParts | null = null;
    void Promise.all([call('readDraft', { agreementId }), call('readProjectFacts', undefined)]).then(
      ([draft, facts]) => {
        if (!current) return;
        if (!draft.ok) return setOpened({ state: 'failed', message: draft.message });
        parts = partsOf(draft.value, facts.ok ? facts.value : null, timeZone);
        setOpened({ state: 'open', parts });
      },
    );
    return () => {
      current = false;
      if (!parts) return;
      // Whoever leaves by another way than the buttons here does not lose the last second.
      void parts.session.flush();
      parts.session.close();
    };
  }, [agreementId, timeZone, attempt]);
  switch (opened.state) {
    case 'loading':
      return <Loading label="Loading the draft" />;
    case 'failed':
      return (
        <Blank
          alert
          level={1}
          title="The draft cannot be shown"
          action={
            <p className="side-by-side">
              <Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>
              <Button onClick={onLeave}>Back</Button>
            </p>
          }
        >
          {opened.message}
        </Blank>
      );
    case 'open':
      return (
        <EditorContext.Provider value={opened.parts}>
          <EditorFrame onLeave={onLeave} />
        </EditorContext.Provider>
      );
  }
}

const FIRST_VIEW: ViewState = {
  section: 'basics',
  open: { measures: 0, calendars: 0, exclusions: 0 },
  wanted: null,
  said: '',
};

function partsOf(draft: DraftView, facts: ProjectFacts | null, timeZone: string): EditorParts {
  return {
    session: openSession(draft, call as Parameters<typeof openSession>[1], Date.now),
    view: createStore(FIRST_VIEW),
    facts: facts ?? noFacts(timeZone),
    factsMissing: facts === null,
  };
}

/** Nothing can be picked, but everything can still be written. */
const noFacts = (timeZone: string): ProjectFacts => ({
  projectId: '',
  projectKey: '',
  projectName: '',
  timeZone,
  now: Date.now(),
  statuses: [],
  priorities: [],
  issueTypes: [],
  requestTypes: [],
  components: [],
  resolutions: [],
  fields: [],
  organizations: [],
});
