import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A file of the app as a spreadsheet takes it: a table down to the first empty row, and notes below that. */
export function readCsvFile(path: string): {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly notes: readonly string[];
} {
  const [head = [], ...lines]: string[][] = parse(readFileSync(path), { bom: true });
  const empty = lines.findIndex((line) => line.every((cell) => cell === ''));
  const end = empty === -1 ? lines.length : empty;
  return {
    rows: lines.slice(0, end).map((line) => Object.fromEntries(line.map((cell, i) => [head[i] ?? '', cell]))),
    notes: lines.slice(end + 1).map(([note = '']) => note),
  };
}
