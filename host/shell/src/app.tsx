import { useCallback, useEffect, useState } from 'react';
import EmptyState from '@atlaskit/empty-state';
import Button from '@atlaskit/button/new';
import type { PersonView, SessionView } from '../api';
import { ClockBar } from './clock-bar';
import { ClockProvider } from './clock';
import { DashboardPage } from './dashboard-page';
import { DashboardsPage } from './dashboards-page';
import { FlagProvider } from './flags';
import { IssuePage } from './issue-page';
import { ListPage } from './list-page';
import { PortalAppPage } from './portal-app-page';
import { PortalRequestPage } from './portal-request-page';
import { PortalRequestsPage } from './portal-requests-page';
import { ProjectAppPage } from './project-app-page';
import { ProjectSettingsPage } from './project-settings-page';
import { redirectOf } from './redirect';
import { go, readRoute, useRoute } from './route';
import { ask, useServer } from './server';
import { SessionContext } from './session';
import { ThemeContext, useThemeState } from './theme';
import { TopBar } from './top-bar';
import { Waiting } from './waiting';

/** The local Jira in the browser. */
export function App() {
  const theme = useThemeState();
  const session = useServer<SessionView>('/session', true);
  const [generation, setGeneration] = useState(0);
  const { put } = session;
  const become = useCallback(
    (person: PersonView) =>
      void ask<SessionView>('/session', { method: 'POST', body: { accountId: person.accountId } }).then(
        (next) => {
          put(next);
          setGeneration((count) => count + 1);
          // Nobody is left before a project that is closed to them.
          const at = readRoute(location.pathname, location.search);
          const own = next.projects.map(({ key }) => key);
          if ('projectKey' in at && own[0] !== undefined && !own.includes(at.projectKey)) {
            go(`/projects/${own[0]}`, true);
          }
        },
      ),
    [put],
  );
  if (!theme) return null;
  if (!session.data) {
    return (
      <main className="page">
        {session.fault ? (
          <EmptyState
            header="The local Jira does not answer"
            description={session.fault.message}
            primaryAction={<Button onClick={session.again}>Try again</Button>}
          />
        ) : (
          <Waiting label="Loading the site" />
        )}
      </main>
    );
  }
  return (
    <ThemeContext.Provider value={theme}>
      <SessionContext.Provider value={session.data}>
        <ClockProvider start={session.data.clock}>
          <FlagProvider>
            <a className="skip-link" href="#main">
              Skip to the content
            </a>
            <TopBar onBecome={become} />
            <ClockBar />
            <main id="main" aria-label="Content" tabIndex={-1} className="page" key={generation}>
              <Page session={session.data} />
            </main>
          </FlagProvider>
        </ClockProvider>
      </SessionContext.Provider>
    </ThemeContext.Provider>
  );
}

function Page({ session }: { session: SessionView }) {
  const route = useRoute();
  const elsewhere = redirectOf(route, session);
  useEffect(() => {
    if (elsewhere !== null) go(elsewhere, true);
  }, [elsewhere]);
  if (elsewhere !== null) return <Waiting label="Loading the page" />;
  switch (route.page) {
    case 'list':
      return <ListPage projectKey={route.projectKey} search={route.search} />;
    case 'issue':
      return <IssuePage key={route.issueKey} issueKey={route.issueKey} />;
    case 'project-app':
      return <ProjectAppPage projectKey={route.projectKey} moduleKey={route.moduleKey} />;
    case 'project-settings':
      return <ProjectSettingsPage projectKey={route.projectKey} moduleKey={route.moduleKey} />;
    case 'portal':
      return <PortalRequestsPage search={route.search} />;
    case 'portal-request':
      return <PortalRequestPage key={route.issueKey} issueKey={route.issueKey} />;
    case 'portal-app':
      return <PortalAppPage moduleKey={route.moduleKey} />;
    case 'dashboards':
      return <DashboardsPage />;
    case 'dashboard':
      return <DashboardPage key={route.dashboardId} dashboardId={route.dashboardId} />;
    case 'home':
    case 'unknown':
      return (
        <EmptyState
          headingLevel={1}
          header={route.page === 'home' ? 'No project is shared with you' : 'There is no such page'}
          description={
            route.page === 'home'
              ? 'Choose another person at the top right.'
              : 'The address names nothing here. Choose a project at the top.'
          }
        />
      );
  }
}
