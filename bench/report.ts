/** What a benchmark hands back: one table, what to know about it, and the targets it missed. */
export interface BenchReport {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
  /** A missed target in words; any makes the run fail. */
  readonly missed?: readonly string[];
}

/** Every `bench/*.bench.ts` exports this. */
export interface BenchModule {
  readonly title: string;
  run(): Promise<BenchReport>;
}

/** The table with its columns aligned: the first to the left, the others to the right. */
export function formatTable(report: BenchReport): string {
  const lines = [report.columns, ...report.rows];
  const widths = report.columns.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  const format = (line: readonly string[]) =>
    widths
      .map((width, i) => (i === 0 ? (line[i] ?? '').padEnd(width) : (line[i] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  return [
    format(report.columns),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...report.rows.map(format),
  ].join('\n');
}

/** 39,100,000 -> "39.1 M"; 7,700 -> "7.7 k". Three digits. */
export function formatCount(value: number): string {
  if (value >= 1e6) return `${threeDigits(value / 1e6)} M`;
  return value >= 1e3 ? `${threeDigits(value / 1e3)} k` : threeDigits(value);
}

function threeDigits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(value >= 10 ? 1 : 2);
}
