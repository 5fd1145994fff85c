import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstPanel } from '../host/app-manifest';
import type { InvocationRecord } from '../host/contract';
import { openLocalSite, type LocalSite } from '../host/local-site';
import { seedSite } from '../host/seed/seed-site';
import { StateFolder } from '../host/state-folder';
import type { BenchReport } from './report';

export const title =
  'Refresh: what one event of an issue costs the app, in the local Jira (needs npm run build)';

const ROOT = join(__dirname, '..');
const ISSUES = 100;
const MOST = { jiraCalls: 2, sqlStatements: 3 };

/** The demo site; every issue is told of once with nothing changed, then once after a change of priority. */
export async function run(): Promise<BenchReport> {
  const data = mkdtempSync(join(tmpdir(), 'accord-bench-'));
  const site = await openLocalSite({
    appFolder: ROOT,
    folder: new StateFolder(data),
    sql: null,
    paused: true,
    seed: () =>
      seedSite(
        ROOT,
        null,
        () => undefined,
        () => undefined,
      ),
    warn: (sentence) => console.error(sentence),
  });
  try {
    const agent = site.jira.projects()[0]?.roles.agent[0] ?? '';
    const unchanged = await refreshes(site, (issue) => tell(site, issue));
    const changed = await refreshes(site, (issue, n) => {
      site.jira.edit(issue.key, { by: agent, fields: { priority: n % 2 === 0 ? 'Highest' : 'Lowest' } });
    });
    const panel = await openPanels(site);
    const refused = [...unchanged, ...changed].filter((r) => r.error !== null);
    const dear = unchanged.filter(
      (r) => r.jiraCalls.length > MOST.jiraCalls || r.sqlStatements.length > MOST.sqlStatements,
    );
    return {
      columns: ['', 'Jira calls, most', 'SQL statements, most', 'median ms'],
      rows: [
        row('nothing changed', unchanged),
        row('the priority changed', changed),
        row('panel opened', panel),
      ],
      notes: [
        `${ISSUES} issues of the demo; Jira and the store answer in process, so the ms are the app's own.`,
      ],
      missed: [
        ...(dear.length > 0
          ? [
              `at most ${MOST.jiraCalls} Jira calls and ${MOST.sqlStatements} SQL statements when nothing changed`,
            ]
          : []),
        ...(refused.length > 0 ? [`every refresh done: ${refused.length} were broken off`] : []),
      ],
    };
  } finally {
    await site.close();
    rmSync(data, { recursive: true, force: true });
  }
}

function tell(site: LocalSite, issue: Issue): Promise<void> {
  return site.forge.deliver({
    eventType: 'avi:jira:updated:issue',
    selfGenerated: false,
    timestamp: String(site.clock.now()),
    issue: { id: String(issue.id), key: issue.key, fields: { project: { id: issue.projectId } } },
  });
}

/** What the consumer did for each issue after something was done to it; all is up to date before. */
async function refreshes(
  site: LocalSite,
  act: (issue: Issue, n: number) => unknown,
): Promise<InvocationRecord[]> {
  const found: InvocationRecord[] = [];
  for (const [n, issue] of promised(site).entries()) {
    // Jira and the store take so many calls a second, on both clocks: nothing is to be refused or asked twice.
    await site.clock.advanceBy(2_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await tell(site, issue);
    await site.forge.idle();
    const before = new Set(site.forge.invocations);
    await act(issue, n);
    await new Promise((resolve) => setImmediate(resolve));
    await site.forge.idle();
    found.push(...site.forge.invocations.filter((i) => i.kind === 'consumer' && !before.has(i)));
  }
  return found;
}

type Issue = ReturnType<LocalSite['jira']['issues']>[number];

/** Tickets for which something is promised: of every project but the one that has no agreement yet. */
function promised({ jira }: LocalSite): readonly Issue[] {
  const bare = jira.projects().find(({ key }) => key === 'INIT')?.id;
  return jira
    .issues()
    .filter(({ projectId }) => projectId !== bare)
    .slice(-ISSUES);
}

async function openPanels(site: LocalSite): Promise<InvocationRecord[]> {
  const found: InvocationRecord[] = [];
  for (const issue of promised(site)) {
    const project = site.jira.projects().find((p) => p.id === issue.projectId);
    if (project === undefined) continue;
    await site.forge.invoke({
      moduleKey: firstPanel(site.manifest)?.key ?? '',
      functionKey: 'readIssuePanel',
      accountId: project.roles.agent[0],
      accountType: 'licensed',
      extension: {
        type: 'jira:issuePanel',
        issue: { id: String(issue.id), key: issue.key },
        project: { id: project.id, key: project.key },
      },
    });
    found.push(...site.forge.invocations.filter((i) => i.kind === 'resolver').slice(-1));
  }
  return found;
}

function row(name: string, records: readonly InvocationRecord[]): string[] {
  const most = (count: (r: InvocationRecord) => number) => String(Math.max(...records.map(count)));
  const times = records.map((r) => r.tookMs).sort((a, b) => a - b);
  return [
    `${name} (${records.length})`,
    most((r) => r.jiraCalls.length),
    most((r) => r.sqlStatements.length),
    (times[times.length >> 1] ?? NaN).toFixed(1),
  ];
}
