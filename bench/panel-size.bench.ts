import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchReport } from './report';

export const title = 'Issue panel: JavaScript a browser fetches, gzipped';

const BUDGET_KB = 120;
const BUILD = join(__dirname, '../static/build/issue-panel');

/** Counts on-demand chunks too: the budget holds even if all of them are fetched. */
export async function run(): Promise<BenchReport> {
  const columns = ['file', 'kB gzipped', 'fetched'];
  if (!existsSync(BUILD)) {
    return { columns, rows: [], missed: ['the panel is not built: run npm run build:static'] };
  }
  const page = readFileSync(join(BUILD, 'index.html'), 'utf8');
  const files = readdirSync(join(BUILD, 'assets'))
    .filter((name) => name.endsWith('.js') || name.endsWith('.css'))
    .map((name) => ({
      name,
      bytes: gzipSync(readFileSync(join(BUILD, 'assets', name)), { level: 9 }).length,
      when: page.includes(name) ? 'at load' : 'on demand',
    }));
  const script = files.filter((f) => f.name.endsWith('.js')).reduce((sum, f) => sum + f.bytes, 0);
  return {
    columns,
    rows: [
      ...files.map(({ name, bytes, when }) => [name, kB(bytes), when]),
      ['JavaScript, all', kB(script), `budget ${BUDGET_KB}`],
    ],
    missed: script > BUDGET_KB * 1000 ? [`at most ${BUDGET_KB} kB (${kB(script)})`] : [],
  };
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
