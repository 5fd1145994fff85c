import type { ImportOptions } from '../server-options';
import type { Seed } from './seed';

/** A log cannot be loaded; the message says why in one sentence. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

/**
 * A site filled from an event log, in place of the demo. `report` gets what is being done and the share of
 * it that is done, 0..1. Rejects with `ImportFault`.
 */
export function importLog(
  log: ImportOptions,
  _report: (doing: string, share: number) => void,
): Promise<Seed> {
  return Promise.reject(
    new ImportFault(
      `${log.file} was not loaded: this version cannot read event logs into the local Jira yet.`,
    ),
  );
}
