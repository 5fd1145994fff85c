import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm ci` builds, and the script that builds it again. */
const parts = [
  { file: 'dist/app.cjs', script: 'build:app', name: 'the app' },
  { file: 'static/build/issue-panel/index.html', script: 'build:static', name: "the app's screens" },
  { file: 'host/shell/build/index.html', script: 'build:shell', name: "the local Jira's pages" },
  { file: 'host/shell/build/frame/bridge.js', script: 'build:shell', name: "the local Jira's pages" },
];

/** Something is not built and could not be built; the message says what to do. */
export class BuildFault extends Error {
  override readonly name = 'BuildFault';
}

/** Builds what is missing. Throws `BuildFault`. */
export function ensureBuilt(appFolder: string, report: (line: string) => void): void {
  for (const { file, script, name } of parts) {
    if (existsSync(join(appFolder, file))) continue;
    report(`Building ${name} …`);
    const run = spawnSync('npm', ['run', '--silent', script], { cwd: appFolder, encoding: 'utf8' });
    if (run.status === 0 && existsSync(join(appFolder, file))) continue;
    throw new BuildFault(
      `${name} could not be built; npm run ${script} says:\n${`${run.stdout}${run.stderr}`.trim()}`,
    );
  }
}
