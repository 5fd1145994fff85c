import { cpSync } from 'node:fs';
import { startServer, temporaryFolder } from './local-server';

/** Where the folder of the seeded site is told to the test files. */
const SEEDED = 'ACCORD_SEEDED_SITE';

/** Seeds the demo site once for all files of tests; answers what removes it. */
export async function seedSite(): Promise<() => void> {
  const folder = temporaryFolder();
  const server = await startServer(['--port', '0', '--paused', '--data', folder.path]);
  await server.stop();
  process.env[SEEDED] = folder.path;
  return () => folder.remove();
}

/** A folder of one's own with the seeded site in it; empty where nobody has seeded one. */
export function seededFolder(): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder();
  const seeded = process.env[SEEDED];
  if (seeded !== undefined) cpSync(seeded, folder.path, { recursive: true });
  return folder;
}
