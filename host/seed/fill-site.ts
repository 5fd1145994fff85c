import type { PublishedAgreement, Result } from '../../src/contract';
import type { LocalForge } from '../forge/create-forge';
import type { LocalJira, PastIssue } from '../jira/local-jira-api';
import type { SiteProject } from '../jira/site-data';
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

/** Publishes an agreement document through the app, as an admin of the project. Throws when it is refused. */
export async function publishDocument(
  forge: LocalForge,
  project: SiteProject,
  document: string,
  moduleKey: string,
): Promise<void> {
  const accountId = project.roles.admin[0];
  if (accountId === undefined)
    throw new Error(`The project ${project.key} has no admin to publish its agreement.`);
  const result = (await forge.invoke({
    moduleKey,
    functionKey: 'publishAgreement',
    payload: { projectId: project.id, document },
    accountId,
    accountType: 'licensed',
    extension: { project: { id: project.id, key: project.key, type: project.type } },
  })) as Result<PublishedAgreement>;
  if (result.ok) return;
  const faults = (result.faults ?? []).map((fault) => `\n  ${fault.path}: ${fault.message}`).join('');
  throw new Error(`The agreement of ${project.key} was not published: ${result.message}${faults}`);
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
