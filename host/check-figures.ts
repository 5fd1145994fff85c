import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { independentFigures, type MeasureFigures } from '../scripts/independent/independent-figures';
import { UCI_RULES, VOLVO_RULES, type LogRules } from '../scripts/independent/log-rules';
import { figuresOfLog } from './figures-of-log';
import { openLocalSite } from './local-site';
import { importLog } from './seed/import-log';
import { StateFolder } from './state-folder';

const ROOT = join(__dirname, '..');
const DATA = join(ROOT, '../shared/data');
const LOGS: readonly { readonly name: string; readonly file: string; readonly rules: LogRules }[] = [
  { name: 'UCI ServiceNow', file: 'uci_incident_event_log.sla-columns.csv.gz', rules: UCI_RULES },
  { name: 'Volvo IT', file: 'bpi2013_incidents.csv.gz', rules: VOLVO_RULES },
];

const ignore = (): void => undefined;

/** Both figures of a log: the app's, the whole app having taken it in, and those of plain SQL over its raw rows. */
async function bothFigures(
  file: string,
  rules: LogRules,
): Promise<{ readonly app: readonly MeasureFigures[]; readonly sql: readonly MeasureFigures[] }> {
  const data = mkdtempSync(join(tmpdir(), 'accord-figures-'));
  try {
    const site = await openLocalSite({
      appFolder: ROOT,
      folder: new StateFolder(data),
      sql: null,
      paused: true,
      seed: () => Promise.resolve(importLog({ file, mapping: null, agreement: null }, ignore, ignore)),
      warn: (sentence) => console.error(sentence),
    });
    try {
      return { app: await figuresOfLog(site), sql: independentFigures(file, rules) };
    } finally {
      await site.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  let differing = 0;
  for (const { name, file, rules } of LOGS) {
    const path = join(DATA, file);
    if (!existsSync(path)) {
      console.log(`SKIPPED ${name}: ${file} is not there.`);
      continue;
    }
    const { app, sql } = await bothFigures(path, rules);
    for (const expected of sql) {
      const found = app.find(({ measureId }) => measureId === expected.measureId);
      const same = isDeepStrictEqual(found, expected);
      if (!same) differing++;
      const { met, breached, months, stopped, p50, p90, p95 } = expected;
      const times = [p50, p90, p95].map((ms) => `${(ms / 60_000).toFixed(1)} min`).join(', ');
      console.log(
        `${same ? 'same     ' : 'DIFFERENT'} ${name}, ${expected.measureId}: ${met} met, ${breached} breached in ` +
          `${Object.keys(months).length} months; ${stopped} times, p50 p90 p95 ${times}`,
      );
      if (!same) console.log('  the app:', JSON.stringify(found), '\n  the SQL:', JSON.stringify(expected));
    }
  }
  return differing === 0 ? 0 : 1;
}

main().then(
  (code) => void (process.exitCode = code),
  (fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  },
);
