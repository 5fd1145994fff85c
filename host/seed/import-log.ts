import type { LocalJira } from '../jira/local-jira-api';
import type { ImportOptions } from '../server-options';

export interface ImportedLog {
  /** Project that holds the tickets of the log. */
  readonly projectKey: string;
  readonly tickets: number;
  /** Epoch ms at which the local clock starts: the last event of the log. */
  readonly now: number;
  /** The agreement document to publish in the project. */
  readonly agreement: string;
}

/** A log cannot be loaded; the message says why in one sentence. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

/**
 * Fills a local Jira from an event log. `report` gets the share that is done, 0..1, and what is being done.
 * Throws `ImportFault`.
 */
export function importLog(
  log: ImportOptions,
  _jira: LocalJira,
  _report: (share: number, doing: string) => void,
): Promise<ImportedLog> {
  return Promise.reject(
    new ImportFault(
      `${log.file} was not loaded: this version cannot read event logs into the local Jira yet.`,
    ),
  );
}
