import { starterAgreement } from '../agreement/starter-agreement';
import { writeAgreement } from '../agreement/write-agreement';
import type { PublishedAgreement, Result } from '../contract';
import type { Place } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readPersonName } from '../jira/read-person';
import { readProjectOutline } from '../jira/read-project-outline';
import { proposalsOfAgreement, proposalsOfProject } from '../storage/agreement-proposal';
import { versionsOfProject } from '../storage/agreement-version';
import { readProjectSetting, saveProjectSetting } from '../storage/project-setting';
import { recordAudit, type Person } from './audit';
import type { PushJobs } from './job';
import { isOpen } from './proposal-signatures';
import { proposeText } from './propose-text';
import { conflict, refuseUnlessAdministers } from './refuse';
import { signAgreement } from './sign-agreement';

/**
 * Puts the starter agreement, fitted to the project's statuses and priorities, into force with one click: it
 * is proposed and approved for the provider, whose approval alone suffices in a project that begins so.
 * Administrators only.
 */
export async function installStarterAgreement(
  {
    projectId,
    accountId,
    place,
  }: { readonly projectId: string; readonly accountId: string; readonly place: Place },
  push: PushJobs,
  now: Instant,
): Promise<Result<PublishedAgreement>> {
  const refusal = await refuseUnlessAdministers(projectId);
  if (refusal) return refusal;
  const outline = await readProjectOutline(projectId);
  const starter = starterAgreement(outline);
  const agreementId = starter.id;
  const versions = await versionsOfProject(projectId);
  if (versions.some(({ compiled }) => compiled.agreement.id === agreementId))
    return conflict('The starter agreement is installed already.');
  const person = { accountId, name: await readPersonName(accountId) };
  if (versions.length === 0 && (await proposalsOfProject(projectId)).length === 0)
    await beginWithProviderApproval(projectId, person, now);

  // An earlier click may have got no further than the proposal: then that is what is approved.
  const left = (await proposalsOfAgreement(projectId, agreementId)).findLast(isOpen);
  const what = { text: writeAgreement(starter) };
  const note = 'The starter agreement.';
  const proposed = left
    ? { ok: true as const, value: left }
    : await proposeText({ projectId, agreementId, what, note, proposer: person }, push, now);
  if (!proposed.ok) return proposed;
  const { hash } = proposed.value;
  const decision = { projectId, agreementId, hash, decision: 'signed', comment: null } as const;
  const signed = await signAgreement({ ...decision, accountId, place }, push, now);
  if (!signed.ok) return signed;
  const { version, effectiveFrom } = signed.value;
  return { ok: true, value: { agreementId, version, name: starter.name, effectiveFrom } };
}

/** Where somebody has set how the project works, it stays so. */
async function beginWithProviderApproval(projectId: string, actor: Person, now: Instant): Promise<void> {
  if (await readProjectSetting(projectId)) return;
  const setting = { projectId, rowVersion: 0, approval: 'provider', hiddenInPortal: [] } as const;
  if (!(await saveProjectSetting(setting, actor.accountId, now))) return;
  const text = 'Agreements take the approval of the provider alone from now on.';
  await recordAudit(projectId, { actor, action: 'settings-saved', subject: 'settings', text }, now);
}
