/** One record of a CSV text, with the line it begins on (from 1). */
export interface RecordText {
  readonly line: number;
  readonly text: string;
}

export interface SplitText {
  readonly records: readonly RecordText[];
  /** Lines that open a quote which nothing near closes. */
  readonly unclosed: readonly number[];
}

/** A quoted cell may run over this many lines; a quote open for longer is taken for a damaged line. */
const MOST_LINES = 50;

/**
 * Cuts a CSV text into records without letting one damaged quote swallow the lines after it: a line with an
 * odd number of quotes is joined with those up to the next such line, if that is near and `isRow` takes no
 * line between them for a row of its own (under the head, the first record); otherwise it alone is given
 * up. Blank lines are dropped.
 */
export function splitRecords(text: string, isRow: (line: string, head: string) => boolean): SplitText {
  const lines = text.split(/\r\n|\n|\r/);
  const records: RecordText[] = [];
  const unclosed: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line === '') continue;
    if (!hasOpenQuote(line)) {
      records.push({ line: i + 1, text: line });
      continue;
    }
    const end = closingLine(lines, i, (between) => isRow(between, records[0]?.text ?? ''));
    if (end === null) unclosed.push(i + 1);
    else {
      records.push({ line: i + 1, text: lines.slice(i, end + 1).join('\n') });
      i = end;
    }
  }
  return { records, unclosed };
}

function closingLine(
  lines: readonly string[],
  from: number,
  isRow: (line: string) => boolean,
): number | null {
  const last = Math.min(lines.length - 1, from + MOST_LINES);
  for (let i = from + 1; i <= last; i++) {
    const line = lines[i] as string;
    if (hasOpenQuote(line)) return i;
    if (isRow(line)) return null;
  }
  return null;
}

function hasOpenQuote(line: string): boolean {
  let open = false;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) open = !open;
  return open;
}
