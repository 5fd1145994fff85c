import type { Instant } from '../engine/instant';
import { int, intOrNull, text } from './column';
import { insertOnce, placeholders, select, write, type Row } from './statement';

/** An issue that was declared a major incident, and the time it took the service away. */
export interface IncidentWindow {
  readonly projectId: string;
  readonly issueId: string;
  readonly issueKey: string;
  readonly agreementId: string;
  readonly clause: string;
  readonly reason: string;
  readonly start: Instant;
  /** null = goes on. */
  readonly end: Instant | null;
  readonly declaredAt: Instant;
  /** Account id. */
  readonly declaredBy: string;
  readonly declaredByName: string;
  /** Counts savings. */
  readonly rowVersion: number;
}

const COLUMNS = `project_id, issue_id, issue_key, agreement_id, clause, reason, window_start, window_end,
  declared_at, declared_by, declared_by_name, row_version`;

export async function readIncident(issueId: string): Promise<IncidentWindow | null> {
  const [incident] = await incidentsAmong([issueId]);
  return incident ?? null;
}

// Of 32 characters at most: far below what one statement may hold.
const IDS_PER_STATEMENT = 500;

/** Those of the issues that were declared incidents. */
export async function incidentsAmong(issueIds: readonly string[]): Promise<readonly IncidentWindow[]> {
  const found: IncidentWindow[] = [];
  for (let first = 0; first < issueIds.length; first += IDS_PER_STATEMENT) {
    const chunk = issueIds.slice(first, first + IDS_PER_STATEMENT);
    const rows = await select(
      `SELECT ${COLUMNS} FROM incident_window WHERE issue_id IN ${placeholders(1, chunk.length)}
        ORDER BY issue_id`,
      chunk,
    );
    found.push(...rows.map(incidentOf));
  }
  return found;
}

/** Ids of a project's incidents, in order. */
export async function incidentsOfProject(projectId: string): Promise<readonly string[]> {
  const rows = await select(`SELECT issue_id FROM incident_window WHERE project_id = ? ORDER BY issue_id`, [
    projectId,
  ]);
  return rows.map((row) => text(row, 'issue_id'));
}

/** Saves over `rowVersion` (0 = a new declaration); false when somebody else has saved meanwhile. */
export async function saveIncident(saved: IncidentWindow): Promise<boolean> {
  if (saved.rowVersion > 0) {
    const touched = await write(
      `UPDATE incident_window
          SET issue_key = ?, agreement_id = ?, clause = ?, reason = ?, window_start = ?, window_end = ?,
              declared_at = ?, declared_by = ?, declared_by_name = ?, row_version = ?
        WHERE issue_id = ? AND project_id = ? AND row_version = ?`,
      [
        saved.issueKey,
        saved.agreementId,
        saved.clause,
        saved.reason,
        saved.start,
        saved.end,
        saved.declaredAt,
        saved.declaredBy,
        saved.declaredByName,
        saved.rowVersion + 1,
        saved.issueId,
        saved.projectId,
        saved.rowVersion,
      ],
    );
    return touched === 1;
  }
  return insertOnce(`INSERT INTO incident_window (${COLUMNS}) VALUES ${placeholders(1, 12)}`, [
    saved.projectId,
    saved.issueId,
    saved.issueKey,
    saved.agreementId,
    saved.clause,
    saved.reason,
    saved.start,
    saved.end,
    saved.declaredAt,
    saved.declaredBy,
    saved.declaredByName,
    1,
  ]);
}

/** Takes a declaration back; false when it was changed meanwhile, or is gone. */
export async function forgetIncident(issueId: string, rowVersion: number): Promise<boolean> {
  const touched = await write(`DELETE FROM incident_window WHERE issue_id = ? AND row_version = ?`, [
    issueId,
    rowVersion,
  ]);
  return touched === 1;
}

function incidentOf(row: Row): IncidentWindow {
  return {
    projectId: text(row, 'project_id'),
    issueId: text(row, 'issue_id'),
    issueKey: text(row, 'issue_key'),
    agreementId: text(row, 'agreement_id'),
    clause: text(row, 'clause'),
    reason: text(row, 'reason'),
    start: int(row, 'window_start'),
    end: intOrNull(row, 'window_end'),
    declaredAt: int(row, 'declared_at'),
    declaredBy: text(row, 'declared_by'),
    declaredByName: text(row, 'declared_by_name'),
    rowVersion: int(row, 'row_version'),
  };
}
