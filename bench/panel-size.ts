import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser fetches to show the issue panel, gzipped. Needs `npm run build:static`. Exits 1 over budget. */
const BUDGET_KB = 120;
const assets = join(__dirname, '../static/build/issue-panel/assets');
const page = readFileSync(join(assets, '../index.html'), 'utf8');

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const files = readdirSync(assets).map((name) => {
  const bytes = gzipSync(readFileSync(join(assets, name)), { level: 9 }).length;
  return { name, bytes, when: page.includes(name) ? 'at load' : 'on demand' };
});
for (const { name, bytes, when } of files)
  console.log(`${kB(bytes).padStart(7)} kB gz  ${when.padEnd(9)}  ${name}`);

// Counts on-demand chunks too: the budget holds even if all of them were fetched.
const script = files.filter((f) => f.name.endsWith('.js')).reduce((sum, f) => sum + f.bytes, 0);
console.log(`issue panel: ${kB(script)} kB of JavaScript gzipped, budget ${BUDGET_KB} kB`);
process.exitCode = script > BUDGET_KB * 1000 ? 1 : 0;
