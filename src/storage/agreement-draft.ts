import type { Instant } from '../engine/instant';
import { int, text } from './column';
import { insertOnce, select, write, type Row } from './statement';

/** The working text of an agreement. `revision` counts savings: whoever saves names the one that was read. */
export interface AgreementDraftRow {
  readonly projectId: string;
  readonly agreementId: string;
  readonly revision: number;
  /** As written, YAML or JSON; not necessarily valid. */
  readonly document: string;
  readonly updatedAt: Instant;
  /** Account id. */
  readonly updatedBy: string;
  readonly updatedByName: string;
}

/** A draft without its text, for lists. */
export type AgreementDraftHead = Omit<AgreementDraftRow, 'document'>;

const HEAD = 'project_id, agreement_id, revision, updated_at, updated_by, updated_by_name';

export async function readAgreementDraft(
  projectId: string,
  agreementId: string,
): Promise<AgreementDraftRow | null> {
  const [row] = await select(
    `SELECT ${HEAD}, document FROM agreement_draft WHERE project_id = ? AND agreement_id = ?`,
    [projectId, agreementId],
  );
  return row ? { ...headOf(row), document: text(row, 'document') } : null;
}

/** By agreement. */
export async function draftsOfProject(projectId: string): Promise<readonly AgreementDraftHead[]> {
  const rows = await select(
    `SELECT ${HEAD} FROM agreement_draft WHERE project_id = ? ORDER BY agreement_id`,
    [projectId],
  );
  return rows.map(headOf);
}

/** Ids of the projects that have a draft, in order. */
export async function projectsWithDrafts(): Promise<readonly string[]> {
  const rows = await select(`SELECT DISTINCT project_id FROM agreement_draft ORDER BY project_id`);
  return rows.map((row) => text(row, 'project_id'));
}

/** Adds a first draft; false when the agreement has one already. */
export async function addAgreementDraft(draft: Omit<AgreementDraftRow, 'revision'>): Promise<boolean> {
  return insertOnce(
    `INSERT INTO agreement_draft
         (project_id, agreement_id, revision, document, updated_at, updated_by, updated_by_name)
       VALUES (?, ?, 1, ?, ?, ?, ?)`,
    [
      draft.projectId,
      draft.agreementId,
      draft.document,
      draft.updatedAt,
      draft.updatedBy,
      draft.updatedByName,
    ],
  );
}

/** Saves `revision` over the one before it; false when somebody else has saved meanwhile. */
export async function saveAgreementDraft(draft: AgreementDraftRow): Promise<boolean> {
  const touched = await write(
    `UPDATE agreement_draft
        SET revision = ?, document = ?, updated_at = ?, updated_by = ?, updated_by_name = ?
      WHERE project_id = ? AND agreement_id = ? AND revision = ?`,
    [
      draft.revision,
      draft.document,
      draft.updatedAt,
      draft.updatedBy,
      draft.updatedByName,
      draft.projectId,
      draft.agreementId,
      draft.revision - 1,
    ],
  );
  return touched === 1;
}

/** False when the draft is gone or another revision. */
export async function removeAgreementDraft(
  projectId: string,
  agreementId: string,
  revision: number,
): Promise<boolean> {
  const touched = await write(
    `DELETE FROM agreement_draft WHERE project_id = ? AND agreement_id = ? AND revision = ?`,
    [projectId, agreementId, revision],
  );
  return touched === 1;
}

function headOf(row: Row): AgreementDraftHead {
  return {
    projectId: text(row, 'project_id'),
    agreementId: text(row, 'agreement_id'),
    revision: int(row, 'revision'),
    updatedAt: int(row, 'updated_at'),
    updatedBy: text(row, 'updated_by'),
    updatedByName: text(row, 'updated_by_name'),
  };
}
