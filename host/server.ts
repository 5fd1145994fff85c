import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildFault, ensureBuilt } from './ensure-built';
import { listen, PortFault, type Listening } from './listen';
import { openLocalSite, storeFiles, type LocalSite } from './local-site';
import { ProgressLine } from './progress-line';
import { ImportFault } from './seed/import-log';
import { seedSite } from './seed/seed-site';
import { readServerOptions, usage, type ServerOptions } from './server-options';
import { StateFault, StateFolder } from './state-folder';
import { createWebApp, type WebApp } from './web-app';

const appFolder = fileURLToPath(new URL('..', import.meta.url));

void main();

/** `npm start`: the local Jira at one address, until Ctrl+C. */
async function main(): Promise<void> {
  const read = readServerOptions(process.argv.slice(2));
  if (read.ok === 'help') {
    console.log(usage);
    return;
  }
  if (!read.ok) {
    console.error(`${read.message}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const progress = new ProgressLine(process.stderr);
  try {
    const running = await start(read.options, progress);
    progress.clear();
    console.log(`Local Jira is up at http://localhost:${running.port} (Ctrl+C stops it)`);
    stopOnSignal(running);
  } catch (fault) {
    progress.clear();
    console.error(isExpected(fault) ? fault.message : fault);
    process.exitCode = 1;
  }
}

interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

async function start(options: ServerOptions, progress: ProgressLine): Promise<Running> {
  ensureBuilt(appFolder, (line) => console.error(line));
  const folder = new StateFolder(resolve(options.data));
  let web: WebApp | undefined;
  // The port comes first: a taken one is said at once, before anything is read or reset.
  const listening = await listen(options.port, (request, response) => {
    if (web) web.app(request, response);
    else response.writeHead(503, { 'retry-after': '1' }).end('The local Jira is still starting.');
  });
  try {
    if (options.fresh) folder.reset(storeFiles);
    else if (options.importLog !== null && folder.exists()) {
      throw new ImportFault(
        `${options.data} keeps a site already: add --fresh to replace it by the log, or --data FOLDER to keep both.`,
      );
    }
    const site = await openLocalSite({
      appFolder,
      folder,
      sql: options.sql,
      paused: options.paused,
      unreliable: options.unreliable,
      seed: () =>
        seedSite(
          appFolder,
          options.importLog,
          (doing, share) => progress.show(doing, share),
          (line) => {
            progress.clear();
            console.log(line);
          },
        ),
      warn: (sentence) => console.error(sentence),
    });
    web = createWebApp(site, join(appFolder, 'host/shell/build'));
    return { port: listening.port, stop: () => stop(web, listening, site) };
  } catch (fault) {
    await listening.close();
    throw fault;
  }
}

async function stop(web: WebApp | undefined, listening: Listening, site: LocalSite): Promise<void> {
  web?.close();
  await listening.close();
  await site.close();
}

/** The first signal stops cleanly with the state saved; a second one while that takes too long ends at once. */
function stopOnSignal(running: Running): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      running.stop().then(
        () => process.exit(0),
        (fault: unknown) => {
          console.error(fault);
          process.exit(1);
        },
      );
    });
  }
}

function isExpected(fault: unknown): fault is Error {
  return [StateFault, PortFault, ImportFault, BuildFault].some((kind) => fault instanceof kind);
}
