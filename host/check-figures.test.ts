import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UCI_RULES } from '../scripts/independent/log-rules';
import { bothFigures } from './check-figures';

const root = join(__dirname, '..');
const log = join(root, '../shared/data/uci_incident_event_log.sample3000.csv.gz');
const there = existsSync(log) && existsSync(join(root, 'dist/app.cjs'));
if (!there) console.warn('The independent figures are not checked: ../shared or the build is absent.');

/** The first incidents of the log, as a file; the last of them ends in the middle. */
function excerpt(folder: string): string {
  const file = join(folder, 'excerpt.csv');
  const lines = gunzipSync(readFileSync(log)).toString('utf8').split('\n');
  writeFileSync(file, lines.slice(0, 2_500).join('\n'));
  return file;
}

(there ? describe : describe.skip)(
  'the figures of real incidents (needs ../shared and npm run build)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-excerpt-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('are the same through the whole app and by plain SQL over the raw rows', async () => {
      const { app, sql } = await bothFigures(excerpt(folder), UCI_RULES, () => undefined);
      expect(app).toEqual(sql);
      expect(sql.map(({ met, breached }) => met > 100 && breached > 30)).toEqual([true, true]);
    }, 120_000);
  },
);
