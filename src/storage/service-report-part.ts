import { int, text } from './column';
import type { ServiceReportKey } from './service-report';
import { placeholders, select, write } from './statement';

/** What one page of tickets adds to the `replay`-th replay of a report. */
export interface ServiceReportPart extends ServiceReportKey {
  readonly replay: number;
  readonly part: number;
  /** JSON. */
  readonly content: string;
}

type Replay = Pick<ServiceReportPart, 'projectId' | 'agreementId' | 'periodStart' | 'replay'>;

/** A page worked through twice is saved once. */
export async function saveServiceReportPart(part: ServiceReportPart): Promise<void> {
  await write(
    `INSERT INTO service_report_part (project_id, agreement_id, period_start, replay, part, content)
       VALUES ${placeholders(1, 6)} ON DUPLICATE KEY UPDATE content = VALUES(content)`,
    [...keyOf(part), part.part, part.content],
  );
}

/** The parts of a replay behind `after`, in order. */
export async function serviceReportParts(
  replay: Replay,
  after: number,
  limit: number,
): Promise<readonly { readonly part: number; readonly content: string }[]> {
  const rows = await select(
    `SELECT part, content FROM service_report_part
      WHERE project_id = ? AND agreement_id = ? AND period_start = ? AND replay = ? AND part > ?
      ORDER BY part LIMIT ?`,
    [...keyOf(replay), after, limit],
  );
  return rows.map((row) => ({ part: int(row, 'part'), content: text(row, 'content') }));
}

/** Deletes the parts of a report up to and including this replay. */
export async function forgetServiceReportParts(replay: Replay): Promise<void> {
  await write(
    `DELETE FROM service_report_part
      WHERE project_id = ? AND agreement_id = ? AND period_start = ? AND replay <= ?`,
    keyOf(replay),
  );
}

function keyOf({ projectId, agreementId, periodStart, replay }: Replay) {
  return [projectId, agreementId, periodStart, replay] as const;
}
