import { parseArgs } from 'node:util';
import type { Approval } from '../../src/contract/agreement';

export interface AgreementOptions {
  readonly command: 'check' | 'print' | 'text';
  readonly file: string;
  /** What the Jira site has; null = nothing is known of it. */
  readonly site: string | null;
  readonly json: boolean;
  readonly approval: Approval;
  /** null = standard output. */
  readonly out: string | null;
}

export const USAGE =
  'Usage: npm run --silent agreement -- check FILE [--site FILE] [--approval both|provider] [--json]\n' +
  '       npm run --silent agreement -- print FILE [--out FILE] [--approval both|provider] [--site FILE]\n' +
  '       npm run --silent agreement -- text FILE [--out FILE] [--approval both|provider] [--site FILE]\n' +
  '  check       every fault with its path, line and column, and what the linter finds; exit code 1 on faults and errors\n' +
  '  print       the agreement as HTML, ready to print or to be saved as PDF\n' +
  '  text        the agreement in plain language\n' +
  '  --site      names of the Jira site as JSON (docs/agreement-document.md); without it names are not checked\n' +
  '  --json      one JSON document on standard output instead of lines\n' +
  '  --out       write to this file instead of standard output\n' +
  '  --approval  both parties sign (the default), or the provider alone';

/** A command line that cannot be used; the message says why. */
export class UsageError extends Error {}

/** Reads the command line. Throws `UsageError`. */
export function readOptions(argv: readonly string[]): AgreementOptions {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        approval: { type: 'string', default: 'both' },
      },
    });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
  const { values, positionals } = parsed;
  const [command, file, ...more] = positionals;
  if (command !== 'check' && command !== 'print' && command !== 'text') {
    throw new UsageError(command === undefined ? 'What to do?' : `There is no command "${command}".`);
  }
  if (file === undefined) throw new UsageError('Which agreement? Name a file.');
  if (more.length > 0) throw new UsageError(`One file at a time: what is ${more.join(' ')}?`);
  const { approval } = values;
  if (approval !== 'both' && approval !== 'provider') {
    throw new UsageError(`"${approval}" is no way to approve: both or provider.`);
  }
  return {
    command,
    file,
    site: values.site ?? null,
    json: values.json,
    approval,
    out: values.out ?? null,
  };
}
