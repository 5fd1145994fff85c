import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { readAppManifest, type AppManifest } from './app-manifest';
import { MovableClock } from './clock';
import type { SqlBackend } from './contract';
import { DashboardBook, firstDashboards } from './dashboard-book';
import { readManifest } from './forge/app-manifest';
import { createForge, type LocalForge } from './forge/create-forge';
import { createSqliteBackend } from './forge/sql/sqlite-backend';
import { createLocalJira } from './jira/local-jira';
import type { LocalJira } from './jira/local-jira-api';
import { SETTLE_MS, type Seed } from './seed/seed';
import { StateFault, type SavedState, type StateFolder } from './state-folder';
import { StateSaver } from './state-saver';

export interface LocalSiteOptions {
  /** Folder with manifest.yml and the built app. */
  readonly appFolder: string;
  readonly folder: StateFolder;
  readonly sql: string | null;
  readonly paused: boolean;
  /** Events late by minutes, reordered, now and then lost. */
  readonly unreliable?: boolean;
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
  readonly dashboards: DashboardBook;
  /** Saves the state and lets everything go. */
  close(): Promise<void>;
}

const databaseFiles = ['store.sqlite', 'store.sqlite-journal'];

/** Files of the store in the state folder, for `StateFolder.reset`. */
export const storeFiles = [...databaseFiles, 'store.sqlite.lock', 'store.sqlite.pid', 'app.log'];

/** Events come twice or without their changelog now and then, as Jira's do; the app must not care. */
const usualEvents = { doubleShare: 0.1, dropChangelogShare: 0.1, seed: 1 };

/** What Jira does on a bad day: up to three minutes late, out of order, some never. */
const unreliableEvents = {
  ...usualEvents,
  delayMs: [0, 180_000],
  doubleShare: 0.3,
  shuffle: 0.3,
  loseShare: 0.05,
} as const;

/** Share of queued jobs that are delivered twice. */
const queueDoubles = 0.05;

/** How long search lags behind a write, as Jira's index does. */
const indexLagMs = 1000;

/** Opens the saved site, or fills a new one. Throws `StateFault`, and what the seed throws. */
export async function openLocalSite(options: LocalSiteOptions): Promise<LocalSite> {
  const { folder } = options;
  const manifest = readAppManifest(options.appFolder);
  const saved = folder.read();
  // Without a saved state the store is what a start that did not finish left behind.
  if (!saved) folder.reset(storeFiles);
  // Rows without their tickets are what a first start left that was broken off.
  if (saved === null) folder.reset(databaseFiles);
  const log = createWriteStream(folder.file('app.log'), { flags: 'a' });
  const sql = options.sql === null ? sqlite(folder) : await mariadb(options.sql, saved === null);
  const build: Build = { options, manifest, sql, log: (line) => void log.write(`${line}\n`) };
  const state = saved ?? (await firstState(build).catch((fault: unknown) => closeWith(sql, fault)));
  const clock = new MovableClock(state.clock.now, false);
  const { jira, forge } = reopen(build, clock, state);

  let running = state.clock.running && !options.paused;
  const saver = new StateSaver(
    () =>
      folder.write({
        clock: { now: clock.now(), running },
        jira: jira.save(),
        forge: forge.dump(),
        dashboards: dashboards.all(),
      }),
    (fault) => options.warn(`The state could not be saved: ${fault.message}`),
  );
  const dashboards = new DashboardBook(state.dashboards ?? firstDashboards, saver.touch);
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
    dashboards,
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
  const clock = new MovableClock(seed.now - SETTLE_MS, false);
  const { jira, forge } = assemble(build, clock, seed.site, false);
  const parts = { clock, jira, forge };
  forge.start();
  await seed.fill(parts);
  await seed.settle?.(parts);
  await forge.stop();
  jira.stop();
  clock.stop();
  return {
    clock: { now: clock.now(), running: true },
    jira: jira.save(),
    forge: forge.dump(),
    dashboards: seed.dashboards ?? firstDashboards,
  };
}

function reopen(
  build: Build,
  clock: MovableClock,
  state: SavedState,
): { jira: LocalJira; forge: LocalForge } {
  try {
    const parts = assemble(build, clock, state.jira, true);
    parts.forge.restore(state.forge);
    return parts;
  } catch (fault) {
    const reason = (fault as Error).message;
    throw new StateFault(`The saved state cannot be used (${reason}); start with --fresh to begin anew.`);
  }
}

async function closeWith(sql: SqlBackend, fault: unknown): Promise<never> {
  await sql.close();
  throw fault;
}

function sqlite(folder: StateFolder): SqlBackend {
  try {
    return createSqliteBackend({ file: folder.file('store.sqlite') });
  } catch (fault) {
    const reason = (fault as Error).message.replace(/\.$/, '');
    throw new StateFault(
      `The store in ${folder.path} cannot be opened (${reason}); stop what uses it, or start with --fresh to begin anew.`,
    );
  }
}

/** Its driver is loaded only when it is asked for. A new site starts in an empty database, never over another. */
async function mariadb(url: string, isNew: boolean): Promise<SqlBackend> {
  const { createMariadbBackend } = await import('./forge/sql/mariadb-backend');
  const backend = createMariadbBackend({ url });
  try {
    const tables = (await backend.execute('SHOW TABLES', [], 'dml')).rows;
    if (!isNew || !Array.isArray(tables) || tables.length === 0) return backend;
  } catch (fault) {
    await backend.close();
    throw new StateFault(`The database of --sql cannot be reached: ${(fault as Error).message}`);
  }
  await backend.close();
  throw new StateFault(
    'The database of --sql is not empty: drop its tables or name another one for a new site.',
  );
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
    ...(limited ? { events: options.unreliable ? unreliableEvents : usualEvents } : {}),
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
    ...(limited ? { doubledShare: queueDoubles } : {}),
  });
  deliver = (event) => forge.deliver(event);
  return { jira, forge };
}
