import { runVectorFile } from './vectors/vector-file';

const USAGE = `Runs test vectors through the engine.

  npm run vectors -- FILE...

FILE: JSON, plain or gzip, of the form business-time-vectors/1, sla-scenario-vectors/1 or jsm-sla-cycles/1.
Ends with "N passed, N failed"; a file that cannot be read counts as failed. Exit code 1 if anything failed.`;

function main(files: readonly string[]): number {
  if (files.length === 0 || files.includes('--help')) {
    console.log(USAGE);
    return files.length === 0 ? 1 : 0;
  }
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    try {
      const outcomes = runVectorFile(file);
      const bad = outcomes.filter(({ mismatches }) => mismatches.length > 0);
      for (const { id, title, mismatches } of bad) {
        console.log(`FAIL ${id}${title ? ` (${title})` : ''}`);
        for (const { what, expected, actual } of mismatches) {
          console.log(`  ${what}\n    expected ${expected}\n    actual   ${actual}`);
        }
      }
      console.log(`${file}: ${outcomes.length - bad.length} of ${outcomes.length}`);
      passed += outcomes.length - bad.length;
      failed += bad.length;
    } catch (fault) {
      failed++;
      console.error(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
