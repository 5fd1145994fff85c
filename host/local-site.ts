import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { readAppManifest, type AppManifest } from './app-manifest';
import { MovableClock } from './clock';
import type { SqlBackend } from './contract';
import { readManifest } from './forge/app-manifest';
import { createForge, type LocalForge } from './forge/create-forge';
import { createSqliteBackend } from './forge/sql/sqlite-backend';
import { createLocalJira } from './jira/local-jira';
import type { LocalJira } from './jira/local-jira-api';
import type { Seed } from './seed/seed';
import type { SavedState, StateFolder } from './state-folder';
import { StateSaver } from './state-saver';

export interface LocalSiteOptions {
  /** Folder with manifest.yml and the built app. */
  readonly appFolder: string;
  readonly folder: StateFolder;
  readonly sql: string | null;
  readonly paused: boolean;
  /** What a new site is filled with. */
  readonly seed: () => Promise<Seed>;
  /** One sentence about something that went wrong while the site runs. */
  readonly warn: (sentence: string) => void;
}

/** A local Jira with the app installed in it, on one movable clock. */
export interface LocalSite {
  readonly clock: MovableClock;
  readonly jira: LocalJira;
  readonly forge: LocalForge;
  readonly manifest: AppManifest;
  /** Saves the state and lets everything go. */
  close(): Promise<void>;
}

/** Files of the store in the state folder, for `StateFolder.reset`. */
export const storeFiles = [
  'store.sqlite',
  'store.sqlite-journal',
  'store.sqlite.lock',
  'store.sqlite.pid',
  'app.log',
];

/** How long search lags behind a write, as Jira's index does. */
const indexLagMs = 1000;

/** Opens the saved site, or fills a new one. Throws `StateFault`, and what the seed throws. */
export async function openLocalSite(options: LocalSiteOptions): Promise<LocalSite> {
  const { folder } = options;
  const manifest = readAppManifest(options.appFolder);
  const saved = folder.read();
  const log = createWriteStream(folder.file('app.log'), { flags: 'a' });
  const sql =
    options.sql === null
      ? createSqliteBackend({ file: folder.file('store.sqlite') })
      : await mariadb(options.sql);
  const build: Build = { options, manifest, sql, log: (line) => void log.write(`${line}\n`) };
  const state = saved ?? (await firstState(build));
  const clock = new MovableClock(state.clock.now, false);
  const { jira, forge } = assemble(build, clock, state.jira, true);
  forge.restore(state.forge);

  let running = state.clock.running && !options.paused;
  const saver = new StateSaver(
    () => folder.write({ clock: { now: clock.now(), running }, jira: jira.save(), forge: forge.dump() }),
    (fault) => options.warn(`The state could not be saved: ${fault.message}`),
  );
  jira.onChange(saver.touch);
  const stopWatching = clock.onMove(() => {
    running = clock.running;
    saver.touch();
  });
  if (!saved) saver.close();
  forge.start();
  if (running) clock.run();
  return {
    clock,
    jira,
    forge,
    manifest,
    close: async () => {
      // What stands in the saved state is how the clock was, not that everything stands still now.
      stopWatching();
      clock.pause();
      await forge.stop();
      jira.stop();
      saver.close();
      clock.stop();
      await sql.close();
      await new Promise((resolve) => log.end(resolve));
    },
  };
}

interface Build {
  readonly options: LocalSiteOptions;
  readonly manifest: AppManifest;
  readonly sql: SqlBackend;
  readonly log: (line: string) => void;
}

/** Fills a new site without the limits that a site of years would never have met at once. */
async function firstState(build: Build): Promise<SavedState> {
  const seed = await build.options.seed();
  const clock = new MovableClock(seed.now, false);
  const { jira, forge } = assemble(build, clock, seed.site, false);
  forge.start();
  await seed.fill({ jira, forge, moduleKey: build.manifest.panels[0]?.key ?? '' });
  await forge.stop();
  jira.stop();
  clock.stop();
  return { clock: { now: clock.now(), running: true }, jira: jira.save(), forge: forge.dump() };
}

/** Its driver is loaded only when it is asked for. */
async function mariadb(url: string): Promise<SqlBackend> {
  const { createMariadbBackend } = await import('./forge/sql/mariadb-backend');
  return createMariadbBackend({ url });
}

function assemble(
  build: Build,
  clock: MovableClock,
  site: Seed['site'] | SavedState['jira'],
  limited: boolean,
) {
  const { options, manifest, sql, log } = build;
  // The two know each other: Jira's events go to the app, the app's calls go to Jira.
  let deliver: LocalForge['deliver'] = () => Promise.resolve();
  const jira = createLocalJira({
    clock,
    site,
    emit: (event) => void deliver(event),
    indexLagMs: limited ? indexLagMs : 0,
    entityProperties: manifest.entityProperties,
    scopes: readManifest(options.appFolder).scopes,
    ...(limited ? {} : { limits: { bursts: false, pointsPerHour: Number.MAX_SAFE_INTEGER } }),
  });
  const forge = createForge({
    clock,
    appFolder: options.appFolder,
    bundle: join(options.appFolder, 'dist', 'app.cjs'),
    jira: jira.fetch,
    sql,
    log,
    rateLimited: limited,
  });
  deliver = (event) => forge.deliver(event);
  return { jira, forge };
}
