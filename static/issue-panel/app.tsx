import { useEffect } from 'react';
import { PlaceContext } from '../ui/place-context';
import { Loading } from './loading';
import { PanelView } from './panel-view';
import { Refused } from './refused';
import { usePanel } from './use-panel';

/** Which of its states the panel is in. */
export function App() {
  const { state, now, place, askAgain } = usePanel();
  // The time to the first countdown is read from this mark.
  useEffect(() => {
    if (state.kind === 'shown') performance.mark('accord:shown');
  }, [state.kind]);
  return (
    <PlaceContext.Provider value={place}>
      <main aria-busy={state.kind === 'loading'} tabIndex={-1}>
        <h1 className="visually-hidden">Service levels</h1>
        {state.kind === 'loading' && <Loading />}
        {state.kind === 'refused' && <Refused failure={state.failure} onAgain={askAgain} />}
        {state.kind === 'shown' && (
          <PanelView view={state.view} now={now} trouble={state.trouble} onAgain={askAgain} />
        )}
      </main>
    </PlaceContext.Provider>
  );
}
