import { readFileSync } from 'node:fs';
import { findMapping, readMapping } from '../../scripts/event-log/find-mapping';
import { LogError } from '../../scripts/event-log/log-error';
import { readLog, readLogText } from '../../scripts/event-log/read-log';
import type { ImportOptions } from '../server-options';
import { openSite, refreshAll, settle } from './fill-site';
import { logSite } from './log-site';
import type { Seed } from './seed';
import { signAgreement } from './sign-agreement';

/** A log cannot be loaded; the message says why in one sentence. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

/** Malformed rows told one by one; the rest is counted. */
const toldFaults = 10;

/**
 * A site filled from an event log, in place of the demo: every case a ticket, its rows the ticket's history,
 * the agreement published and every ticket replayed by the app. `report` gets what is being done and the
 * share of it that is done, 0..1; `tell` one line about the log itself. Throws `ImportFault`.
 */
export function importLog(
  { file, mapping: mappingFile, agreement: agreementFile }: ImportOptions,
  report: (doing: string, share: number) => void,
  tell: (line: string) => void,
): Seed {
  try {
    const text = readLogText(file);
    const included = mappingFile === null ? findMapping(text) : null;
    const mapping = included?.mapping ?? readMapping(mappingFile as string);
    const document = readDocument(agreementFile ?? included?.agreementFile ?? null);
    const log = readLog(text, mapping, (share) => report('Reading the log', share));
    const { now, site, issues } = logSite(log, mapping);
    tell(`${mapping.name}: ${mapping.attribution}`);
    const rows = log.faults.length === 1 ? 'row' : 'rows';
    tell(`${log.rowCount} rows, ${log.cases.length} cases, ${log.faults.length} malformed ${rows} left out.`);
    for (const { line, reason } of log.faults.slice(0, toldFaults)) tell(`  line ${line} ${reason}`);
    if (issues.length === 0) throw new ImportFault(`${file} has no row that can be used.`);
    return {
      now,
      site,
      fill: async ({ jira, forge }) => {
        await openSite({ jira, forge }, site.users[0]?.accountId ?? '', issues, report);
        const [project] = site.projects;
        try {
          if (project !== undefined) await signAgreement({ jira, forge }, project, document);
        } catch (cause) {
          throw new ImportFault((cause as Error).message, { cause });
        }
        await refreshAll(forge, jira, (share) => report('Starting the timers', 0.2 + 0.7 * share));
      },
      settle: (parts) => settle(parts, report),
    };
  } catch (fault) {
    throw fault instanceof LogError ? new ImportFault(fault.message, { cause: fault }) : fault;
  }
}

function readDocument(file: string | null): string {
  if (file === null) {
    throw new ImportFault('A log with a mapping of its own needs an agreement too: give --agreement FILE.');
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ImportFault(`Cannot read the agreement ${file}.`, { cause });
  }
}
