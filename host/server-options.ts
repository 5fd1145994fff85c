import { parseArgs } from 'node:util';

/** What `npm start` was asked to do. Paths are as typed: relative to the current folder. */
export interface ServerOptions {
  readonly port: number;
  readonly fresh: boolean;
  /** `mysql://…`: use this MariaDB or MySQL instead of the SQLite file. */
  readonly sql: string | null;
  readonly importLog: ImportOptions | null;
  /** Folder that keeps the state between starts. */
  readonly data: string;
  /** Events come late, out of order and now and then not at all. */
  readonly unreliable: boolean;
  /** Starts with the clock standing still, whatever the saved state says. */
  readonly paused: boolean;
}

export interface ImportOptions {
  readonly file: string;
  readonly mapping: string | null;
  readonly agreement: string | null;
}

export type ReadOptions =
  | { readonly ok: true; readonly options: ServerOptions }
  | { readonly ok: false; readonly message: string }
  | { readonly ok: 'help' };

export const usage = `Usage: npm start -- [options]
  --port NUMBER     port of the local site (4710)
  --fresh           forget the saved state and start from the demo data
  --data FOLDER     folder that keeps the state between starts (.local)
  --paused          start with the clock standing still
  --unreliable      events up to three minutes late, out of order, some lost
  --sql URL         use MariaDB or MySQL, mysql://user:password@host:port/database
  --import FILE     fill the site from an event log (CSV, plain or gzip) instead of the demo data
  --mapping FILE    how the columns of the log are read; needs --import
  --agreement FILE  the agreement to publish for the log; needs --import
  --help            this text`;

const defaultPort = 4710;

/** Reads the command line; one sentence for the first thing wrong with it. */
export function readServerOptions(args: readonly string[]): ReadOptions {
  let values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        fresh: { type: 'boolean' },
        paused: { type: 'boolean' },
        unreliable: { type: 'boolean' },
        data: { type: 'string' },
        sql: { type: 'string' },
        import: { type: 'string' },
        mapping: { type: 'string' },
        agreement: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (fault) {
    return wrong(firstSentence((fault as Error).message));
  }
  if (values.help) return { ok: 'help' };
  const port = values.port === undefined ? defaultPort : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535 || values.port === '') {
    return wrong(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
  }
  if (values.sql !== undefined && !/^(mysql|mariadb):\/\/.+\/.+/.test(values.sql)) {
    return wrong(`--sql must look like mysql://user:password@host:port/database, not "${values.sql}".`);
  }
  if (values.data === '') return wrong('--data needs the name of a folder.');
  if (values.import === undefined && (values.mapping ?? values.agreement) !== undefined) {
    return wrong('--mapping and --agreement say how a log is read, so they need --import FILE.');
  }
  return {
    ok: true,
    options: {
      port,
      fresh: values.fresh ?? false,
      paused: values.paused ?? false,
      unreliable: values.unreliable ?? false,
      data: values.data ?? '.local',
      sql: values.sql ?? null,
      importLog:
        values.import === undefined
          ? null
          : { file: values.import, mapping: values.mapping ?? null, agreement: values.agreement ?? null },
    },
  };
}

function wrong(message: string): ReadOptions {
  return { ok: false, message };
}

/** Node adds advice after the first sentence that does not fit here. */
function firstSentence(text: string): string {
  return `${text.split(/\.(?:\s|$)/)[0]}.`;
}
