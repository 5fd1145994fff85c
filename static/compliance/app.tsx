import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { Loading } from '../ui/loading';
import { viewerPlace, type Place } from '../ui/place';
import { PlaceContext } from '../ui/place-context';
import { openHistory, type ScreenHistory } from '../ui/screen-history';
import { Compliance } from './compliance';
import { NavigationProvider } from './navigation';

interface Context {
  readonly locale?: string;
  readonly timezone?: string;
}

/** What managers read of a project: how promises were kept, what is about to break, and what follows. */
export function App({ history }: { readonly history?: ScreenHistory }) {
  const [opened, setOpened] = useState<{ place: Place; history: ScreenHistory } | null>(null);
  useEffect(() => {
    const context = view.getContext().catch(() => ({}));
    void Promise.all([context, history ?? openHistory()]).then(([known, open]) => {
      const { locale, timezone } = known as Context;
      setOpened({ place: viewerPlace(locale, timezone), history: open });
    });
  }, [history]);
  if (!opened) {
    return (
      <main aria-busy="true">
        <h1 className="visually-hidden">Compliance</h1>
        <Loading label="Loading compliance" />
      </main>
    );
  }
  return (
    <PlaceContext.Provider value={opened.place}>
      <NavigationProvider history={opened.history}>
        <Compliance />
      </NavigationProvider>
    </PlaceContext.Provider>
  );
}
