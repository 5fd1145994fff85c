import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UCI_RULES, VOLVO_RULES } from '../scripts/independent/log-rules';
import { bothFigures } from './both-figures';

const root = join(__dirname, '..');
const shared = join(root, '../shared/data');
const excerpt = join(root, 'scenarios/logs/uci-servicenow.excerpt.csv');

/** On a machine with much else to do. */
const SLOW = 180_000;

const bundled = existsSync(join(root, 'dist/app.cjs')) ? describe : describe.skip;
bundled('the figures of real incidents (needs npm run build)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-excerpts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The first rows of a log, as a file; the last case of them ends in the middle. */
  function firstRows(log: string, rows: number): string {
    const file = join(folder, `${rows}-of-${log}`.replace(/\.gz$/, ''));
    const lines = gunzipSync(readFileSync(join(shared, log)))
      .toString('utf8')
      .split('\n');
    writeFileSync(file, lines.slice(0, rows + 1).join('\n'));
    return file;
  }

  const present = (log: string) => (existsSync(join(shared, log)) ? it : it.skip);
  const [uci, volvo] = ['uci_incident_event_log.sample3000.csv.gz', 'bpi2013_incidents.csv.gz'];

  it(
    'are those of plain SQL over the raw rows, read from the rows and from roll-ups',
    async () => {
      const { atOnce, later } = await bothFigures(root, excerpt, UCI_RULES);
      expect(atOnce.sql).toMatchObject([
        { measureId: 'acknowledge', met: 50, breached: 35 },
        { measureId: 'resolution', met: 59, breached: 35 },
      ]);
      expect(atOnce.app.measures).toEqual(atOnce.sql);
      expect(atOnce.app.liveDays).toBeGreaterThan(50);
      expect(later.app).toEqual({ measures: later.sql, liveDays: 0 });
    },
    SLOW,
  );

  present(uci)(
    'are so for hundreds of tickets of the UCI log in ../shared',
    async () => {
      const { atOnce, later } = await bothFigures(root, firstRows(uci, 2_500), UCI_RULES);
      expect(atOnce.sql.map(({ met, breached }) => met > 100 && breached > 30)).toEqual([true, true]);
      expect(atOnce.app.measures).toEqual(atOnce.sql);
      expect(later.app).toEqual({ measures: later.sql, liveDays: 0 });
    },
    SLOW,
  );

  present(volvo)(
    'are so for a hundred tickets of the Volvo log in ../shared',
    async () => {
      const { atOnce, later } = await bothFigures(root, firstRows(volvo, 2_500), VOLVO_RULES);
      expect(atOnce.sql.map(({ met, breached }) => met > 30 && breached > 90)).toEqual([true, true]);
      expect(atOnce.app.measures).toEqual(atOnce.sql);
      expect(later.app).toEqual({ measures: later.sql, liveDays: 0 });
    },
    SLOW,
  );
});
