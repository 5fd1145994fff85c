import type { Result } from '../contract';
import type { ProjectSettings } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readProjectSetting, saveProjectSetting } from '../storage/project-setting';
import { recordAudit } from './audit';
import { settingsOf } from './read-settings';
import { conflict, refuseUnlessAdministers } from './refuse';

/** Saves settings over those that were read. Administrators only. */
export async function saveSettings(
  {
    projectId,
    settings,
    accountId,
  }: { readonly projectId: string; readonly settings: ProjectSettings; readonly accountId: string },
  now: Instant,
): Promise<Result<ProjectSettings>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const before = settingsOf(await readProjectSetting(projectId));
  if (!(await saveProjectSetting({ projectId, ...settings }, accountId, now)))
    return conflict('Somebody has changed the settings since you read them. Nothing was overwritten.');
  const record = {
    actor: { accountId, name: await readPersonName(accountId) },
    action: 'settings-saved',
    subject: 'settings',
    text: changeOf(before, settings),
    facts: { approval: settings.approval, hiddenInPortal: settings.hiddenInPortal.join(', ') },
  };
  await recordAudit(projectId, record, now);
  return { ok: true, value: settingsOf(await readProjectSetting(projectId)) };
}

function changeOf(before: ProjectSettings, after: ProjectSettings): string {
  if (before.approval === after.approval) return 'Changed what customers see in the portal.';
  return after.approval === 'both'
    ? 'Agreements take the signatures of both parties from now on.'
    : 'Agreements take the approval of the provider alone from now on.';
}
