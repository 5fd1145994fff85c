/** A cell: numbers stay numbers, null is empty. */
export type Cell = string | number | null;

/**
 * Signs that make a spreadsheet read a cell as a formula, also behind spaces; the wide forms are read alike.
 * A text that begins so gets an apostrophe, which spreadsheets do not show.
 */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** The same where a spreadsheet begins a new cell within a text: it takes semicolons or tabs for separators. */
const FORMULA_WITHIN = /([;\t\r\n][\s\u00a0"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const within = value.replace(FORMULA_WITHIN, "$1'");
  const safe = FORMULA.test(within) ? `'${within}` : within;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * A table as CSV (RFC 4180) that opens well in spreadsheets: with a byte order mark, so that they read it as
 * UTF-8, and with no cell that they would run. Notes stand below an empty row, where filters, sorting and pivot
 * tables take the table to end, and are as wide as it.
 * @example toCsv(['a'], [['=1+1']]) //=> "\ufeffa\r\n'=1+1\r\n"
 */
export function toCsv(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  notes: readonly string[] = [],
): string {
  const below = (notes.length === 0 ? [] : ['', ...notes]).map((note) => head.map((_, i) => (i ? '' : note)));
  return `\ufeff${[head, ...rows, ...below].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * An instant in UTC, so that two exports compare; null stays empty.
 * @example csvInstant(0) //=> "1970-01-01T00:00:00.000Z"
 */
export const csvInstant = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

/**
 * Milliseconds as minutes, to the second, with no more digits than that takes.
 * @example csvMinutes(61_000) //=> 1.0167
 */
export const csvMinutes = (ms: number): number => Number((Math.round(ms / 1_000) / 60).toFixed(4));
