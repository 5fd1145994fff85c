import { join } from 'node:path';
import express, { static as folder, type Express } from 'express';
import { ClockControl } from './clock-control';
import { EventStream } from './event-stream';
import { contentSecurityPolicy } from './forge/csp';
import { frameRoutes } from './frame-routes';
import { IssueReader } from './issue-reader';
import type { LocalSite } from './local-site';
import { productRoutes } from './product-routes';
import { choosePerson, firstPerson, personOf } from './session';
import { shellRoutes } from './shell-routes';

export interface WebApp {
  readonly app: Express;
  /** Ends what would keep connections open. */
  close(): void;
}

/** Everything the browser asks for: the shell, its data, Jira's REST API and the app's frames. */
export function createWebApp(site: LocalSite, shellBuild: string): WebApp {
  const { jira, forge, manifest, dashboards } = site;
  const events = new EventStream();
  const clock = new ClockControl(site.clock, (view) => events.send('clock', view));
  const stop = jira.onChange((change) => events.send('issue', change));
  const app = express();
  app.disable('x-powered-by');
  app.use(
    '/api',
    shellRoutes({ jira, forge, manifest, dashboards, clock, events, reader: new IssueReader(jira) }),
  );
  app.use(productRoutes(jira));
  app.use(
    frameRoutes({
      manifest,
      assets: join(shellBuild, 'frame'),
      clock: () => clock.view(),
      policy: contentSecurityPolicy,
    }),
  );
  app.use('/shell', folder(shellBuild, { index: false, fallthrough: false, immutable: true, maxAge: '1y' }));
  app.get(
    ['/', '/browse/*rest', '/projects/*rest', '/portal{/*rest}', '/servicedesk/*rest', '/dashboards{/*rest}'],
    (request, response) => {
      if (!personOf(request, jira)) choosePerson(response, firstPerson(jira));
      response.set('cache-control', 'no-store').sendFile(join(shellBuild, 'index.html'));
    },
  );
  app.use(
    (request, response) => void response.status(404).type('text').send(`Nothing answers ${request.path}.`),
  );
  return {
    app,
    close: () => {
      stop();
      events.close();
    },
  };
}
