import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const appFolder = resolve(__dirname, '../..');

/** No run of a test lives for long enough to earn back what optimising costs. */
const unoptimised = ['--no-turbofan', '--liftoff-only'];

/** A run of `npm start` that has come to an end, or to its address. */
export interface ServerRun {
  readonly address: string;
  /** All it has written so far. */
  output(): string;
  /** Sends the signal and resolves with the exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
}

/** A folder for the state of one test; `remove` it at the end. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'accord-browser-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the server with these options and resolves once it prints its address. Rejects when it ends first. */
export function startServer(options: readonly string[]): Promise<ServerRun> {
  const { child, output, ended } = run(options);
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const address = /http:\/\/localhost:\d+/.exec(output())?.[0];
      if (address === undefined) return;
      child.stdout?.off('data', look);
      resolve({
        address,
        output,
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return ended;
        },
      });
    };
    child.stdout?.on('data', look);
    void ended.then((code) => reject(new Error(`The server ended with ${code}:\n${output()}`)));
  });
}

/** Runs the server to its own end, for starts that are refused. */
export async function runServer(
  options: readonly string[],
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = run(options);
  return { code: await ended, output: output() };
}

function run(options: readonly string[]): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [...unoptimised, '--import', 'tsx', 'host/server.ts', ...options], {
    cwd: appFolder,
  });
  let text = '';
  const keep = (data: Buffer): void => void (text += data.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, output: () => text, ended };
}
