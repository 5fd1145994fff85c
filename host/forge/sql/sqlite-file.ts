import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes a database file for this process. The driver marks an open file with a folder beside it, which a
 * killed process leaves behind; it is cleared unless its owner still runs. Returns a function that gives
 * the file up.
 */
export function claimFile(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const owner = `${file}.pid`;
  if (existsSync(owner)) {
    const pid = Number(readFileSync(owner, 'utf8'));
    if (pid !== process.pid && isRunning(pid)) throw new Error(`${file} is in use by process ${pid}.`);
    rmSync(`${file}.lock`, { recursive: true, force: true });
  }
  writeFileSync(owner, String(process.pid));
  return () => rmSync(owner, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
