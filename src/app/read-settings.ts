import type { Result } from '../contract';
import type { ProjectSettings } from '../contract/agreement';
import { readProjectSetting, type ProjectSetting } from '../storage/project-setting';
import { refuseUnlessAdministers } from './refuse';

/** How the project works with agreements. Administrators only. */
export async function readSettings(projectId: string): Promise<Result<ProjectSettings>> {
  const refusal = await refuseUnlessAdministers(projectId);
  return refusal ?? { ok: true, value: settingsOf(await readProjectSetting(projectId)) };
}

/** What is set; where nothing ever was, both parties sign and customers see everything. */
export function settingsOf(setting: ProjectSetting | null): ProjectSettings {
  if (setting === null) return { rowVersion: 0, approval: 'both', hiddenInPortal: [] };
  const { rowVersion, approval, hiddenInPortal } = setting;
  return { rowVersion, approval, hiddenInPortal };
}
