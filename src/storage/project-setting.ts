import type { Instant } from '../engine/instant';
import { int, text } from './column';
import { insertOnce, select, write } from './statement';

/** How a project works with agreements. */
export interface ProjectSettingValues {
  readonly approval: 'both' | 'provider';
  /** Ids of agreements, and `agreementId/measureId`. */
  readonly hiddenInPortal: readonly string[];
}

export interface ProjectSetting extends ProjectSettingValues {
  readonly projectId: string;
  /** Counts savings. */
  readonly rowVersion: number;
}

/** null = nothing was ever set. */
export async function readProjectSetting(projectId: string): Promise<ProjectSetting | null> {
  const [row] = await select(`SELECT settings, row_version FROM project_setting WHERE project_id = ?`, [
    projectId,
  ]);
  if (!row) return null;
  const values = JSON.parse(text(row, 'settings')) as ProjectSettingValues;
  return { ...values, projectId, rowVersion: int(row, 'row_version') };
}

/** Saves over `rowVersion` (0 = nothing was set); false when somebody else has saved meanwhile. */
export async function saveProjectSetting(
  { projectId, rowVersion, approval, hiddenInPortal }: ProjectSetting,
  updatedBy: string,
  now: Instant,
): Promise<boolean> {
  const settings = JSON.stringify({ approval, hiddenInPortal } satisfies ProjectSettingValues);
  if (rowVersion > 0) {
    const touched = await write(
      `UPDATE project_setting SET settings = ?, row_version = ?, updated_at = ?, updated_by = ?
        WHERE project_id = ? AND row_version = ?`,
      [settings, rowVersion + 1, now, updatedBy, projectId, rowVersion],
    );
    return touched === 1;
  }
  return insertOnce(
    `INSERT INTO project_setting (project_id, settings, row_version, updated_at, updated_by)
       VALUES (?, ?, 1, ?, ?)`,
    [projectId, settings, now, updatedBy],
  );
}
