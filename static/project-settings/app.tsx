import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { Loading } from '../ui/loading';
import { viewerPlace } from '../ui/place';
import { PlaceContext } from '../ui/place-context';
import { NavigationProvider } from './navigation';
import { PageOf } from './page-of';
import { ScreenContext, type Screen } from './screen';
import { openHistory, type ScreenHistory } from '../ui/screen-history';
import { ScreenNav } from './screen-nav';

interface Context {
  readonly locale?: string;
  readonly timezone?: string;
  readonly extension: { readonly type?: string; readonly project?: { readonly key?: string } };
}

/** The screen a context belongs to. What Jira does not say is no page for admins; the app asks again anyway. */
function screenOf({ locale, timezone, extension }: Context): Screen {
  return {
    kind: extension.type === 'jira:projectSettingsPage' ? 'settings' : 'project',
    place: viewerPlace(locale, timezone),
    projectKey: extension.project?.key ?? '',
  };
}

/** The settings page of a project and its page for everybody: two doors to one house. */
export function App({ history }: { readonly history?: ScreenHistory }) {
  const [opened, setOpened] = useState<{ screen: Screen; history: ScreenHistory } | null>(null);
  useEffect(() => {
    const context = view.getContext().catch(() => ({ extension: {} }));
    void Promise.all([context, history ?? openHistory()]).then(([known, open]) =>
      setOpened({ screen: screenOf(known as Context), history: open }),
    );
  }, [history]);
  if (!opened) {
    return (
      <main aria-busy="true">
        <h1 className="visually-hidden">Service level agreements</h1>
        <Loading label="Loading service level agreements" />
      </main>
    );
  }
  return (
    <ScreenContext.Provider value={opened.screen}>
      <PlaceContext.Provider value={opened.screen.place}>
        <NavigationProvider history={opened.history}>
          <ScreenNav />
          <main>
            <PageOf />
          </main>
        </NavigationProvider>
      </PlaceContext.Provider>
    </ScreenContext.Provider>
  );
}
