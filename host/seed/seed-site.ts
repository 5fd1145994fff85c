import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoData } from '../../scenarios/demo/demo-data';
import type { ImportOptions } from '../server-options';
import { demoDashboards } from './demo-dashboard';
import { historyOf } from './demo-history';
import { openSite, refreshAll, settle } from './fill-site';
import { importLog } from './import-log';
import { proposeMatters } from './propose-matters';
import type { Seed } from './seed';
import { signAgreement } from './sign-agreement';

type Report = (doing: string, share: number) => void;

/** The demo, or a log when one is given. Throws `ImportFault`. */
export async function seedSite(
  appFolder: string,
  log: ImportOptions | null,
  report: Report,
  tell: (line: string) => void,
): Promise<Seed> {
  return log === null ? demoSeed(appFolder, report) : importLog(log, report, tell);
}

function demoSeed(appFolder: string, report: Report): Seed {
  const { now, site, tickets, agreements, open } = demoData();
  return {
    now,
    site,
    dashboards: demoDashboards(site.projects[0]?.id ?? ''),
    fill: async ({ jira, forge }) => {
      const issues = tickets.map((ticket) => historyOf(ticket, site.fields));
      await openSite({ jira, forge }, site.users[0]?.accountId ?? '', issues, report);
      for (const { file, project } of agreements) {
        const found = site.projects.find(({ key }) => key === project);
        if (!found)
          throw new Error(`The demo has ${file} signed in the project ${project}, which it does not have.`);
        report(`Signing ${file}`, 0.2);
        const document = readFileSync(join(appFolder, 'scenarios/agreements', file), 'utf8');
        await signAgreement({ jira, forge }, found, document);
      }
      report('Proposing what is still to be signed', 0.2);
      await proposeMatters({ jira, forge }, site.projects, open);
      await refreshAll(forge, jira, (share) => report('Starting the timers', 0.2 + 0.7 * share));
    },
    settle: (parts) => settle(parts, report),
  };
}
