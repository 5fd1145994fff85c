import type { Result } from '../contract';
import type { ExclusionView } from '../contract/exclusion';
import type { PortalAgreement, PortalAgreements } from '../contract/portal';
import type { Instant } from '../engine/instant';
import { agreementsOfProject } from '../storage/agreement-version';
import { readProjectSetting } from '../storage/project-setting';
import { agreementsBinding } from './agreement-viewer';
import type { PushJobs } from './job';
import { portalAgreement, portalExclusions } from './portal-agreement';
import { isListed, recordsOfProject, summaryOf } from './project-agreements';

/**
 * The agreements that name the person who asks or an organization they belong to, in all projects, and the
 * exclusions that wait for their signature. Those that a project hides in the portal are left out, except for
 * whoever signs them.
 */
export async function readMyAgreements(
  accountId: string,
  push: PushJobs,
  now: Instant,
): Promise<Result<PortalAgreements>> {
  const bound = await agreementsBinding(accountId);
  const agreements: PortalAgreement[] = [];
  const waiting: ExclusionView[] = [];
  for (const projectId of new Set(bound.map((one) => one.projectId))) {
    const ids = new Set(bound.filter((one) => one.projectId === projectId).map((one) => one.agreementId));
    const hidden = new Set((await readProjectSetting(projectId))?.hiddenInPortal ?? []);
    const records = (await recordsOfProject(projectId, push, now)).filter(
      (record) => isListed(record) && ids.has(record.agreementId),
    );
    const versions = await agreementsOfProject(projectId);
    const viewer = {
      accountId,
      place: 'portal-page' as const,
      administer: false,
      agent: false,
      agreements: ids,
    };
    for (const record of records) {
      const summary = await summaryOf(
        record,
        projectId,
        { accountId, administers: false, serves: false },
        now,
      );
      const shown = await portalAgreement(summary, projectId, versions, viewer, now);
      if (shown.state === 'draft' || (hidden.has(shown.agreementId) && !shown.representative)) continue;
      agreements.push(shown);
      const exclusions = await portalExclusions(projectId, shown.agreementId, versions, viewer, now);
      waiting.push(...exclusions.filter(({ mayDecide }) => mayDecide !== null));
    }
  }
  return { ok: true, value: { agreements, waiting } };
}
