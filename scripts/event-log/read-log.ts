import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { LogError } from './log-error';
import type { Mapping } from './mapping';
import { splitRecords, type RecordText } from './split-records';
import { timeReader } from './time-format';

/** One row of a log: what was known of its case at `at`. */
export interface LogRow {
  readonly at: number;
  readonly line: number;
  readonly order: number;
  /** Field id -> text, only for fields the row records. */
  readonly values: Readonly<Record<string, string>>;
}

export interface LogCase {
  readonly key: string;
  readonly created: number;
  readonly summary: string | null;
  /** Ordered by instant, then by the order column, then by line. */
  readonly rows: readonly LogRow[];
}

export interface RowFault {
  readonly line: number;
  readonly reason: string;
}

export interface EventLog {
  readonly cases: readonly LogCase[];
  readonly rowCount: number;
  /** Rows that could not be used, by line; the others are not touched by them. */
  readonly faults: readonly RowFault[];
}

/** Reads a file as text; a gzip file is unpacked. Throws `LogError`. */
export function readLogText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new LogError(`Cannot read ${file}: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}.`, {
      cause,
    });
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return stripMark(bytes.toString('utf8'));
  try {
    return stripMark(gunzipSync(bytes).toString('utf8'));
  } catch (cause) {
    throw new LogError(`${file} is not a whole gzip file: it seems cut off. Copy it again.`, { cause });
  }
}

function stripMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/**
 * Groups a CSV text into cases by the mapping. A faulty row is left out and reported with its line; a missing
 * column throws `LogError`. `progress` is told the share done, 0..1.
 */
export function readLog(text: string, mapping: Mapping, progress?: (share: number) => void): EventLog {
  let reader: RowReader | null = null;
  const { records, unclosed } = splitRecords(text, (line, first) => {
    if (first === '') return false;
    reader ??= readerOf(mapping, first);
    const [cells] = cellsOf([{ text: line, line: 0 }], mapping.delimiter);
    return cells != null && !('reason' in reader.read(cells, 0));
  });
  const faults: RowFault[] = unclosed.map((line) => ({ line, reason: 'a quote is opened and not closed' }));
  const [head, ...body] = records;
  if (head === undefined) throw new LogError('The log is empty: its first line must name the columns.');
  const rowReader = readerOf(mapping, head.text);
  const cases = new Map<string, { rows: LogRow[]; created: number | null; summary: string | null }>();
  for (let from = 0; from < body.length; from += CHUNK) {
    const chunk = body.slice(from, from + CHUNK);
    const rows = cellsOf(chunk, mapping.delimiter, faults);
    rows.forEach((cells, i) => {
      if (cells === null) return;
      const read = rowReader.read(cells, (chunk[i] as RecordText).line);
      if ('reason' in read) {
        faults.push(read);
        return;
      }
      const known = cases.get(read.key);
      if (known === undefined)
        cases.set(read.key, { rows: [read.row], created: read.created, summary: read.summary });
      else {
        known.rows.push(read.row);
        if (read.created !== null) known.created = Math.min(known.created ?? Infinity, read.created);
      }
    });
    progress?.(Math.min(1, (from + CHUNK) / body.length));
  }
  return {
    cases: [...cases].map(([key, { rows, created, summary }]) => caseOf(key, rows, created, summary)),
    rowCount: body.length + unclosed.length,
    faults: faults.sort((a, b) => a.line - b.line),
  };
}

const CHUNK = 5_000;

function readerOf(mapping: Mapping, head: string): RowReader {
  return new RowReader(mapping, cellsOf([{ text: head, line: 1 }], mapping.delimiter)[0] ?? []);
}

function caseOf(key: string, rows: LogRow[], created: number | null, summary: string | null): LogCase {
  rows.sort((a, b) => a.at - b.at || a.order - b.order || a.line - b.line);
  const first = (rows[0] as LogRow).at;
  return { key, created: created === null ? first : Math.min(created, first), summary, rows };
}

/** Cells of records that csv-parse accepts; null (and a fault) for one it does not. */
function cellsOf(
  records: readonly RecordText[],
  delimiter: string,
  faults: RowFault[] = [],
): readonly (string[] | null)[] {
  const options = { delimiter, relax_column_count: true, trim: true };
  try {
    const rows = parse(records.map((r) => r.text).join('\n'), options) as string[][];
    if (rows.length === records.length) return rows;
  } catch {
    // One of them is damaged: read them one by one below, to name the line.
  }
  return records.map(({ text, line }) => {
    try {
      const [cells] = parse(text, options) as string[][];
      if (cells !== undefined) return cells;
    } catch (cause) {
      faults.push({ line, reason: `not CSV: ${(cause as Error).message}` });
      return null;
    }
    faults.push({ line, reason: 'empty' });
    return null;
  });
}

interface ReadRow {
  readonly key: string;
  readonly created: number | null;
  readonly summary: string | null;
  readonly row: LogRow;
}

class RowReader {
  private readonly time: (text: string) => number | null;
  private readonly columns: ReadonlyMap<string, number>;
  private readonly fields: readonly {
    id: string;
    column: number;
    values: Readonly<Record<string, string>>;
  }[];
  private readonly unknown: ReadonlySet<string>;
  private readonly caseColumn: number;
  private readonly atColumn: number;
  private readonly orderColumn: number;
  private readonly createdColumn: number;
  private readonly summaryColumn: number;

  constructor(
    private readonly mapping: Mapping,
    private readonly header: readonly string[],
  ) {
    this.columns = new Map(header.map((name, i) => [name, i] as const).reverse());
    this.time = timeReader(mapping.time.format, mapping.time.zone);
    this.unknown = new Set(mapping.unknown);
    this.caseColumn = this.column(mapping.case);
    this.atColumn = this.column(mapping.at);
    this.orderColumn = mapping.order === undefined ? -1 : this.column(mapping.order);
    this.createdColumn = mapping.created === undefined ? -1 : this.column(mapping.created);
    this.summaryColumn = mapping.summary === undefined ? -1 : this.column(mapping.summary);
    this.fields = Object.entries(mapping.fields).map(([id, { column, values }]) => ({
      id,
      column: this.column(column),
      values,
    }));
  }

  read(cells: readonly string[], line: number): ReadRow | RowFault {
    if (cells.length !== this.header.length) {
      return { line, reason: `has ${cells.length} cells where the header has ${this.header.length}` };
    }
    const key = cells[this.caseColumn] as string;
    if (key === '') return { line, reason: `has no case number (column ${this.mapping.case})` };
    const at = this.time(cells[this.atColumn] as string);
    if (at === null) return this.noTime(line, this.mapping.at, cells[this.atColumn] as string);
    let created: number | null = null;
    if (this.createdColumn >= 0 && !this.unknown.has(cells[this.createdColumn] as string)) {
      created = this.time(cells[this.createdColumn] as string);
      if (created === null)
        return this.noTime(line, this.mapping.created as string, cells[this.createdColumn] as string);
    }
    const values: Record<string, string> = {};
    for (const { id, column, values: names } of this.fields) {
      const raw = cells[column] as string;
      if (!this.unknown.has(raw)) values[id] = (Object.hasOwn(names, raw) ? names[raw] : undefined) ?? raw;
    }
    const order = this.orderColumn < 0 ? 0 : Number(cells[this.orderColumn]);
    const summary = this.summaryColumn < 0 ? null : (cells[this.summaryColumn] as string);
    return { key, created, summary, row: { at, line, order: Number.isNaN(order) ? 0 : order, values } };
  }

  private noTime(line: number, column: string, text: string): RowFault {
    return { line, reason: `${column} is “${text}”, not a time of the form ${this.mapping.time.format}` };
  }

  private column(name: string): number {
    const index = this.columns.get(name);
    if (index !== undefined) return index;
    throw new LogError(
      `The log has no column “${name}”, which the mapping “${this.mapping.name}” names. It has: ${this.header.join(', ')}.`,
    );
  }
}
