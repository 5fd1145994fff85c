import type { Instant } from '../engine/instant';
import { int, intOrNull, text } from './column';
import type { ServiceReportKey } from './service-report';
import { insertOnce, placeholders, select, write, type Row } from './statement';

/** Something written under a report: an action that was agreed, or a comment. It is no part of what is signed. */
export interface ServiceReportNote extends ServiceReportKey {
  readonly noteId: string;
  readonly kind: 'action' | 'comment';
  readonly content: string;
  /** Who does the action; '' = nobody is named. */
  readonly ownerName: string;
  /** From this instant on it is overdue. */
  readonly dueAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly writtenAt: Instant;
  /** Account id. */
  readonly writtenBy: string;
  readonly writtenByName: string;
  /** For whom it was written; '' = by somebody who represents no side. */
  readonly side: 'provider' | 'customer' | '';
  readonly rowVersion: number;
}

const COLUMNS = `project_id, agreement_id, period_start, note_id, kind, content, owner_name, due_at, done_at,
  written_at, written_by, written_by_name, side, row_version`;

/** Adds a note; false when there is one with this id already. */
export async function addServiceReportNote(note: ServiceReportNote): Promise<boolean> {
  return insertOnce(`INSERT INTO service_report_note (${COLUMNS}) VALUES ${placeholders(1, 14)}`, [
    note.projectId,
    note.agreementId,
    note.periodStart,
    note.noteId,
    note.kind,
    note.content,
    note.ownerName,
    note.dueAt,
    note.doneAt,
    note.writtenAt,
    note.writtenBy,
    note.writtenByName,
    note.side,
    note.rowVersion,
  ]);
}

/** Changes what a note says as it was read; false when somebody else has changed it meanwhile. */
export async function changeServiceReportNote(note: ServiceReportNote): Promise<boolean> {
  const touched = await write(
    `UPDATE service_report_note
        SET content = ?, owner_name = ?, due_at = ?, done_at = ?, row_version = row_version + 1
      WHERE project_id = ? AND agreement_id = ? AND period_start = ? AND note_id = ? AND row_version = ?`,
    [
      note.content,
      note.ownerName,
      note.dueAt,
      note.doneAt,
      note.projectId,
      note.agreementId,
      note.periodStart,
      note.noteId,
      note.rowVersion,
    ],
  );
  return touched === 1;
}

/** The notes under a report, in the order they were written; at most `limit`. */
export async function notesOfServiceReport(
  { projectId, agreementId, periodStart }: ServiceReportKey,
  limit: number,
): Promise<readonly ServiceReportNote[]> {
  const rows = await select(
    `SELECT ${COLUMNS} FROM service_report_note
      WHERE project_id = ? AND agreement_id = ? AND period_start = ? ORDER BY written_at, note_id LIMIT ?`,
    [projectId, agreementId, periodStart, limit],
  );
  return rows.map(noteOf);
}

/** How many actions of each of a project's reports were due by now and are not done; those without are left out. */
export async function overdueActions(
  projectId: string,
  now: Instant,
): Promise<readonly (Omit<ServiceReportKey, 'projectId'> & { readonly actions: number })[]> {
  const rows = await select(
    `SELECT agreement_id, period_start, COUNT(*) AS actions FROM service_report_note
      WHERE project_id = ? AND kind = 'action' AND done_at IS NULL AND due_at <= ?
      GROUP BY agreement_id, period_start`,
    [projectId, now],
  );
  return rows.map((row) => ({
    agreementId: text(row, 'agreement_id'),
    periodStart: int(row, 'period_start'),
    actions: int(row, 'actions'),
  }));
}

function noteOf(row: Row): ServiceReportNote {
  return {
    projectId: text(row, 'project_id'),
    agreementId: text(row, 'agreement_id'),
    periodStart: int(row, 'period_start'),
    noteId: text(row, 'note_id'),
    kind: text(row, 'kind') as ServiceReportNote['kind'],
    content: text(row, 'content'),
    ownerName: text(row, 'owner_name'),
    dueAt: intOrNull(row, 'due_at'),
    doneAt: intOrNull(row, 'done_at'),
    writtenAt: int(row, 'written_at'),
    writtenBy: text(row, 'written_by'),
    writtenByName: text(row, 'written_by_name'),
    side: text(row, 'side') as ServiceReportNote['side'],
    rowVersion: int(row, 'row_version'),
  };
}
