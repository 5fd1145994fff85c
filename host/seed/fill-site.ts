import type { LocalForge } from '../forge/create-forge';
import type { LocalJira, PastIssue } from '../jira/local-jira-api';
import { SETTLE_MS, type SeedParts } from './seed';

/** How many issues the app is told of at once. */
const batch = 20;

/** How often it is told again of those that could not be read. */
const mostRounds = 5;

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
    await tellOf(forge, issues.slice(first, first + batch));
    report(Math.min(1, (first + batch) / issues.length));
  }
  await forge.idle();
  // On a machine with much else to do statements run out of time. The clock stands, so nobody would try again.
  const told = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const failed = retriesOf(forge).filter(({ eventId }) => !told.has(eventId));
    if (failed.length === 0) return;
    for (const { eventId } of failed) told.add(eventId);
    const ids = new Set(failed.flatMap(({ issueIds }) => issueIds));
    await tellOf(forge, issues.filter(({ id }) => ids.has(String(id)))); // prettier-ignore
    await forge.idle();
  }
}

/** Moves the clock to where the site starts and lets the app add up what it has written. */
export async function settle(
  { clock, forge }: SeedParts,
  report: (doing: string, share: number) => void,
): Promise<void> {
  report('Adding up the days', 0.9);
  await clock.advanceBy(SETTLE_MS);
  await forge.runSchedule('sweep');
}

async function tellOf(forge: LocalForge, issues: ReturnType<LocalJira['issues']>): Promise<void> {
  await Promise.all(
    issues.map((issue) =>
      forge.deliver({
        eventType: 'avi:jira:updated:issue',
        selfGenerated: false,
        timestamp: String(issue.updated),
        issue: { id: String(issue.id), key: issue.key, fields: { project: { id: issue.projectId } } },
      }),
    ),
  );
}

/** Jobs of the queue that could not be done and wait for another try, with the issues they are about. */
function retriesOf(
  forge: LocalForge,
): readonly { readonly eventId: string; readonly issueIds: readonly string[] }[] {
  return forge
    .dump()
    .queue.filter(({ retryCount }) => retryCount > 0)
    .map(({ eventId, body }) => {
      const { issues } = body as { readonly issues?: readonly { readonly issueId: string }[] };
      return { eventId, issueIds: (issues ?? []).map(({ issueId }) => issueId) };
    });
}
