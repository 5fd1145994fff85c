import { useEffect } from 'react';
import { call } from '../ui/call';
import { Loading } from '../ui/loading';
import { PlaceContext } from '../ui/place-context';
import { Refused, type RefusalWords } from '../ui/refused';
import { useTimers } from '../ui/use-timers';
import { PanelView } from './panel-view';

const readPanel = () => call('readIssuePanel', undefined);

const refusal: RefusalWords = {
  notFound: { title: 'Ticket not found', text: 'It was deleted or moved, or you may no longer see it.' },
  forbidden: { title: 'You can’t see service levels here', text: 'Ask a project admin for access.' },
  failed: 'Service levels could not be loaded',
};

/** Which of its states the panel is in. */
export function App() {
  const { state, now, place, askAgain } = useTimers(readPanel);
  // The time to the first countdown is read from this mark.
  useEffect(() => {
    if (state.kind === 'shown') performance.mark('accord:shown');
  }, [state.kind]);
  return (
    <PlaceContext.Provider value={place}>
      <main aria-busy={state.kind === 'loading'} tabIndex={-1}>
        <h1 className="visually-hidden">Service levels</h1>
        {state.kind === 'loading' && <Loading label="Loading service levels" />}
        {state.kind === 'refused' && <Refused failure={state.failure} words={refusal} onAgain={askAgain} />}
        {state.kind === 'shown' && (
          <PanelView view={state.view} now={now} trouble={state.trouble} onAgain={askAgain} />
        )}
      </main>
    </PlaceContext.Provider>
  );
}
