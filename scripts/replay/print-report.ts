import type { AgreementDocument } from '../../src/agreement/document';
import type { ComplianceRow, ReplayReport } from './replay-log';

const HEAD = ['', 'met', 'breached', 'late, open', 'open', 'no goal', 'not counted', 'attainment', 'median'];

/** The report as text: one table a measure, all priorities first, the target beside the attainment. */
export function printReport(report: ReplayReport, document: AgreementDocument): string {
  const measures = [...new Set(report.rows.map((r) => r.measureId))];
  return measures
    .map((id, i) => {
      const rows = report.rows.filter((r) => r.measureId === id);
      const target = document.measures[i]?.target;
      const title = `${rows[0]?.measure ?? id}${target === undefined ? '' : ` (target ${String(target)})`}`;
      return `${title}\n${table([HEAD, ...rows.map(cells)])}`;
    })
    .join('\n\n');
}

function cells(row: ComplianceRow): string[] {
  return [
    row.priority ?? 'All',
    ...[row.met, row.breached, row.ongoingBreached, row.ongoing, row.noGoal, row.notCounted].map((n) =>
      n.toLocaleString('en-GB'),
    ),
    row.attainment === null ? '–' : `${(row.attainment * 100).toFixed(2)} %`,
    row.medianMs === null ? '–' : duration(row.medianMs),
  ];
}

/** Hours and minutes of working time: days would need to say whose. */
function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
