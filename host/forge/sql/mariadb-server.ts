import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface MariadbServer {
  readonly socketPath: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;
const POLL_MS = 50;
/** A server started by root must not run as root. */
const UNPRIVILEGED = 'nobody';
const UNPRIVILEGED_ID = 65_534;

/** TiDB's documented SQL mode, as far as MariaDB has it. */
export const SQL_MODE = [
  'ONLY_FULL_GROUP_BY',
  'STRICT_TRANS_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
].join(',');

/**
 * Starts a MariaDB of its own on a socket in a temporary folder, reachable by nobody else. Throws with a
 * sentence on how to install it where there is none. `settings` are further options, which win.
 */
export async function startMariadb(settings: readonly string[] = []): Promise<MariadbServer> {
  const mariadbd = programPath('mariadbd', 'mysqld');
  const install = programPath('mariadb-install-db', 'mysql_install_db');
  const folder = mkdtempSync(join(tmpdir(), 'accord-mariadb-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  const user = asRoot ? [`--user=${UNPRIVILEGED}`] : [];
  const data = join(folder, 'data');
  const socketPath = join(folder, 'sql.sock');
  const common = ['--no-defaults', `--datadir=${data}`, ...user];
  await promisify(execFile)(install, [
    ...common,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const server = spawn(
    mariadbd,
    [
      ...common,
      `--socket=${socketPath}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--skip-networking',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_bin',
      `--sql-mode=${SQL_MODE}`,
      '--default-time-zone=+00:00',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=64M',
      ...settings,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const orphan = () => server.kill('SIGKILL');
  process.once('exit', orphan);
  const stop = async () => {
    process.off('exit', orphan);
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(server, socketPath);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socketPath, stop };
}

function programPath(...names: string[]): string {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(existsSync);
    if (path !== undefined) return path;
  }
  throw new Error(
    `${names[0]} was not found. Install MariaDB to run the SQL suite on it: ` +
      '"apt-get install mariadb-server" on Debian and Ubuntu, "brew install mariadb" on macOS.',
  );
}

async function listening(server: ChildProcess, socketPath: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!existsSync(socketPath)) {
    if (server.exitCode !== null || Date.now() > deadline) throw new Error(`MariaDB did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exit;
}
