import { Presets, SingleBar } from 'cli-progress';
import { findMapping, readMapping } from './event-log/find-mapping';
import { LogError } from './event-log/log-error';
import { readLog, readLogText, type EventLog } from './event-log/read-log';
import { readOptions, USAGE, UsageError, type ReplayOptions } from './replay/options';
import { printReport } from './replay/print-report';
import { readAgreement } from './replay/read-agreement';
import { replayLog } from './replay/replay-log';

const SHOWN_FAULTS = 20;

function main(options: ReplayOptions): void {
  const began = performance.now();
  const text = readLogText(options.log);
  const mapping = options.mapping === null ? findMapping(text).mapping : readMapping(options.mapping);
  const { document, agreement, exclusions } = readAgreement(options.agreement, mapping);
  const bar = new SingleBar(
    { format: '{bar} {percentage} % {step}', stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(200, 0, { step: 'reading the log' });
  const log = readLog(text, mapping, (share) => bar.update(share * 100, { step: 'reading the log' }));
  const report = replayLog(log, mapping, agreement, exclusions, (share) =>
    bar.update(100 + share * 100, { step: 'replaying' }),
  );
  bar.stop();
  const seconds = (performance.now() - began) / 1000;
  const { name, attribution } = mapping;
  if (options.json) {
    const faults = { count: log.faults.length, rows: log.faults };
    const source = { name, attribution, rows: log.rowCount, faults };
    console.log(
      JSON.stringify({ source, seconds, ...report, asOf: new Date(report.asOf).toISOString() }, null, 2),
    );
    return;
  }
  console.log(`${name}\n${attribution}\n`);
  console.log(
    `${log.rowCount.toLocaleString('en-GB')} rows, ${report.cases.toLocaleString('en-GB')} cases, as of ` +
      `${new Date(report.asOf).toISOString()}, in ${seconds.toFixed(2)} s\n`,
  );
  console.log(printReport(report, document));
  console.log(`\n${faultLines(log).join('\n')}`);
}

function faultLines({ faults }: EventLog): string[] {
  if (faults.length === 0) return ['No malformed rows.'];
  const lines = faults.slice(0, SHOWN_FAULTS).map(({ line, reason }) => `  line ${line} ${reason}`);
  const more =
    faults.length > SHOWN_FAULTS
      ? [`  and ${faults.length - SHOWN_FAULTS} more (--json lists them all)`]
      : [];
  return [`${faults.length} malformed ${faults.length === 1 ? 'row' : 'rows'} left out:`, ...lines, ...more];
}

try {
  main(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof LogError) && !(error instanceof UsageError)) throw error;
  console.error(error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 1;
}
