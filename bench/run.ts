import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { formatTable, type BenchModule } from './report';

/** Runs every `*.bench.ts` of this folder, or those whose name holds one of the arguments. */
async function main(filters: readonly string[]): Promise<number> {
  const files = readdirSync(__dirname)
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
    .sort();
  if (files.length === 0) {
    console.error(`No benchmark is called ${filters.join(' or ')}.`);
    return 1;
  }
  console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
  let failed = false;
  for (const file of files) {
    const bench = (await import(join(__dirname, file))) as BenchModule;
    console.log(`\n${bench.title}\n`);
    const report = await bench.run();
    console.log(formatTable(report));
    for (const note of report.notes ?? []) console.log(note);
    for (const target of report.missed ?? []) console.log(`MISSED ${target}`);
    failed ||= (report.missed ?? []).length > 0;
  }
  return failed ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    console.error(fault);
    process.exitCode = 1;
  },
);
