import type { LocalForge } from '../forge/create-forge';
import type { LocalJira, PastIssue } from '../jira/local-jira-api';
import type { SeedParts } from './seed';

/** How many issues the app is told of at once. */
const batch = 20;

/** Installs the app as Forge does: it makes its tables. */
export async function installApp(forge: LocalForge, installerAccountId: string): Promise<void> {
  await forge.deliver({
    eventType: 'avi:forge:installed:app',
    selfGenerated: false,
    id: 'local-installation',
    installerAccountId,
    app: { id: 'local', version: '1.0.0' },
  });
  await forge.idle();
}

/** Installs the app in a new site and puts its tickets there, all of them found by search at once. */
export async function openSite(
  { jira, forge }: Pick<SeedParts, 'jira' | 'forge'>,
  installerAccountId: string,
  issues: readonly PastIssue[],
  report: (doing: string, share: number) => void,
): Promise<void> {
  report('Installing the app', 0);
  await installApp(forge, installerAccountId);
  report(`Loading ${issues.length} tickets`, 0.1);
  jira.loadHistory(issues);
  jira.refreshIndex();
}

/** Tells the app of every issue, as events would have: it replays them and writes what it finds. */
export async function refreshAll(
  forge: LocalForge,
  jira: LocalJira,
  report: (share: number) => void,
): Promise<void> {
  const issues = jira.issues();
  for (let first = 0; first < issues.length; first += batch) {
    await Promise.all(
      issues.slice(first, first + batch).map((issue) =>
        forge.deliver({
          eventType: 'avi:jira:updated:issue',
          selfGenerated: false,
          timestamp: String(issue.updated),
          issue: { id: String(issue.id), key: issue.key, fields: { project: { id: issue.projectId } } },
        }),
      ),
    );
    report(Math.min(1, (first + batch) / issues.length));
  }
  await forge.idle();
}
