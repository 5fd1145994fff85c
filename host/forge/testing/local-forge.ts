import { MovableClock } from '../../clock';
import type { JiraRequest, ResolverCall } from '../../contract';
import { createForge, type ForgePlay, type LocalForge } from '../create-forge';
import { createSqliteBackend } from '../sql/sqlite-backend';
import { json } from '../wire';
import { writeTestApp, type TestApp } from './test-app';

export interface ForgeUnderTest {
  readonly forge: LocalForge;
  readonly clock: MovableClock;
  /** What the app handed to `note(...)`, in order. */
  readonly notes: unknown[];
  readonly jiraRequests: JiraRequest[];
  readonly logged: string[];
  invoke(functionKey: string, payload?: unknown, caller?: Partial<ResolverCall>): Promise<unknown>;
  dispose(): Promise<void>;
}

/** A stopped clock's start: 2026-03-02T09:00:00Z. */
export const START = Date.UTC(2026, 2, 2, 9);

/**
 * Runs an app's source on a stopped clock. Its `note(x)` is collected by way of the console, the one
 * channel an app has to the outside besides Forge.
 */
export function forgeFor(source: string, play: ForgePlay = {}): ForgeUnderTest {
  const app = writeTestApp(`const note = (x) => console.log('note', JSON.stringify(x));\n${source}`);
  try {
    return runApp(app, play);
  } catch (error) {
    app.remove();
    throw error;
  }
}

function runApp(app: TestApp, play: ForgePlay): ForgeUnderTest {
  const clock = new MovableClock(START, false);
  const sql = createSqliteBackend();
  const notes: unknown[] = [];
  const jiraRequests: JiraRequest[] = [];
  const logged: string[] = [];
  const forge = createForge({
    ...app,
    ...play,
    clock,
    sql,
    jira: async (request) => {
      jiraRequests.push(request);
      return json(200, { accountId: request.identity.as === 'user' ? request.identity.accountId : 'app' });
    },
    log: (line) => {
      logged.push(line);
      if (line.startsWith('info note ')) notes.push(JSON.parse(line.slice('info note '.length)));
    },
  });
  return {
    forge,
    clock,
    notes,
    jiraRequests,
    logged,
    invoke: (functionKey, payload, caller = {}) =>
      forge.invoke({
        moduleKey: 'panel',
        functionKey,
        payload,
        accountId: 'alice',
        accountType: 'licensed',
        extension: { issue: { id: '10001' } },
        ...caller,
      }),
    dispose: async () => {
      await forge.stop();
      clock.stop();
      await sql.close();
      app.remove();
    },
  };
}
