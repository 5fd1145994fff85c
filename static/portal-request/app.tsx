import { call } from '../ui/call';
import { Loading } from '../ui/loading';
import { PlaceContext } from '../ui/place-context';
import { Refused, type RefusalWords } from '../ui/refused';
import { useTimers } from '../ui/use-timers';
import { RequestView } from './request-view';

const readRequest = () => call('readPortalRequest', undefined);

const refusal: RefusalWords = {
  notFound: { title: 'Request not found', text: 'It was deleted or moved, or you may no longer see it.' },
  forbidden: { title: 'You can’t see service levels here', text: 'Ask your service desk for access.' },
  failed: 'Service levels could not be loaded',
};

/** The service levels of one request, for the customer whose request it is. */
export function App() {
  const { state, now, place, askAgain } = useTimers(readRequest);
  return (
    <PlaceContext.Provider value={place}>
      <main aria-busy={state.kind === 'loading'} tabIndex={-1}>
        <h1 className="visually-hidden">Service levels</h1>
        {state.kind === 'loading' && <Loading label="Loading service levels" />}
        {state.kind === 'refused' && <Refused failure={state.failure} words={refusal} onAgain={askAgain} />}
        {state.kind === 'shown' && (
          <RequestView view={state.view} now={now} trouble={state.trouble} onAgain={askAgain} />
        )}
      </main>
    </PlaceContext.Provider>
  );
}
