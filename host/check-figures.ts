import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UCI_RULES, VOLVO_RULES, type LogRules } from '../scripts/independent/log-rules';
import { bothFigures, type BothFigures } from './both-figures';

const ROOT = join(__dirname, '..');
const DATA = join(ROOT, '../shared/data');
const LOGS: readonly { readonly name: string; readonly file: string; readonly rules: LogRules }[] = [
  { name: 'UCI ServiceNow', file: 'uci_incident_event_log.sla-columns.csv.gz', rules: UCI_RULES },
  { name: 'Volvo IT', file: 'bpi2013_incidents.csv.gz', rules: VOLVO_RULES },
];

/** Prints measure by measure whether the two are the same; answers how many are not. */
function compare(name: string, { app, sql }: BothFigures): number {
  console.log(`${name} (${app.liveDays} days without roll-ups)`);
  let differing = 0;
  for (const expected of sql) {
    const found = app.measures.find(({ measureId }) => measureId === expected.measureId);
    const same = isDeepStrictEqual(found, expected);
    if (!same) differing++;
    const { measureId, met, breached, months, stopped, p50, p90, p95 } = expected;
    const times = [p50, p90, p95].map((ms) => `${(ms / 60_000).toFixed(1)} min`).join(', ');
    console.log(
      `  ${same ? 'same     ' : 'DIFFERENT'} ${measureId}: ${met} met, ${breached} breached in ` +
        `${Object.keys(months).length} months; ${stopped} times, p50 p90 p95 ${times}`,
    );
    if (!same) console.log('    the app:', JSON.stringify(found), '\n    the SQL:', JSON.stringify(expected));
  }
  return differing;
}

async function main(): Promise<number> {
  let differing = 0;
  for (const { name, file, rules } of LOGS) {
    const path = join(DATA, file);
    if (!existsSync(path)) {
      console.log(`SKIPPED ${name}: ${file} is not there.`);
      continue;
    }
    const { atOnce, later } = await bothFigures(ROOT, path, rules);
    differing += compare(`${name}, at once`, atOnce) + compare(`${name}, an hour later`, later);
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
