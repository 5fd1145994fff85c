import { parseArgs } from 'node:util';

export interface ReplayOptions {
  readonly log: string;
  readonly agreement: string;
  /** null = the included mapping whose columns the log has. */
  readonly mapping: string | null;
  readonly json: boolean;
}

export const USAGE =
  'Usage: npm run replay -- --log FILE --agreement FILE [--mapping FILE] [--json]\n' +
  '  --log        event log, CSV or gzip\n' +
  '  --agreement  agreement document, YAML or JSON (examples: scenarios/logs/*.agreement.yaml)\n' +
  '  --mapping    which column is what (examples: scenarios/logs/*.mapping.yaml); guessed from the columns if absent\n' +
  '  --json       one JSON document on standard output instead of tables';

/** A command line that cannot be used; the message says why. */
export class UsageError extends Error {}

/** Reads the command line. Throws `UsageError`. */
export function readOptions(argv: readonly string[]): ReplayOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        log: { type: 'string' },
        agreement: { type: 'string' },
        mapping: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }));
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
  if (values.log === undefined) throw new UsageError('Which log? Give --log FILE.');
  if (values.agreement === undefined) throw new UsageError('By which agreement? Give --agreement FILE.');
  return { log: values.log, agreement: values.agreement, mapping: values.mapping ?? null, json: values.json };
}
