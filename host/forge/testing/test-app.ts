import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Inside the repository, so that the app's `require('@forge/...')` finds the installed packages; not committed. */
const FOLDER = join(__dirname, '..', '..', '..', '.local', 'test-apps');

const MANIFEST = `
app:
  id: ari:cloud:ecosystem::app/11111111-1111-4111-8111-111111111111
permissions:
  scopes: [read:jira-work, storage:app]
modules:
  jira:issuePanel:
    - key: panel
      title: Panel
      resource: main
      resolver: { function: resolver }
  trigger:
    - key: issue-events
      function: on-issue
      events: [avi:jira:updated:issue]
      filter: { ignoreSelf: true }
    - key: all-events
      function: on-any
      events: [avi:jira:updated:issue]
  consumer:
    - { key: work, queue: work, function: work }
    - { key: slow, queue: slow, function: slow }
  scheduledTrigger:
    - { key: sweep, function: sweep, interval: fiveMinute }
    - { key: reconcile, function: reconcile, interval: hour }
  function:
    - { key: resolver, handler: index.resolver }
    - { key: on-issue, handler: index.onIssue }
    - { key: on-any, handler: index.onAny }
    - { key: work, handler: index.work }
    - { key: slow, handler: index.slow, timeoutSeconds: 1 }
    - { key: sweep, handler: index.sweep }
    - { key: reconcile, handler: index.reconcile }
`;

export interface TestApp {
  readonly appFolder: string;
  readonly bundle: string;
  remove(): void;
}

/** Writes an app of the given CommonJS source beside a manifest that names every kind of function. */
export function writeTestApp(source: string): TestApp {
  mkdirSync(FOLDER, { recursive: true });
  const appFolder = mkdtempSync(join(FOLDER, 'app-'));
  const bundle = join(appFolder, 'app.cjs');
  writeFileSync(join(appFolder, 'manifest.yml'), MANIFEST);
  writeFileSync(bundle, source);
  return { appFolder, bundle, remove: () => rmSync(appFolder, { recursive: true, force: true }) };
}
