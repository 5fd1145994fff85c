import type { Result } from '../contract';
import type { PortalAgreementView } from '../contract/portal';
import type { Instant } from '../engine/instant';
import { agreementsOfProject } from '../storage/agreement-version';
import { readProjectSetting } from '../storage/project-setting';
import { partiesOf, versionAt } from './agreement-at';
import { agreementView } from './agreement-view';
import { agreementsBinding } from './agreement-viewer';
import type { PushJobs } from './job';
import { signaturesForCustomers } from './for-customers';
import { portalAgreement, portalExclusions } from './portal-agreement';
import { isListed, recordsOfProject } from './project-agreements';
import { notFound } from './refuse';

/**
 * One agreement for a person whom it names, by account or by organization: its text, versions and exclusions.
 * Whom it does not bind, it does not exist for.
 */
export async function readPortalAgreement(
  {
    projectId,
    agreementId,
    version: asked,
  }: { readonly projectId: string; readonly agreementId: string; readonly version?: number | undefined },
  accountId: string,
  push: PushJobs,
  now: Instant,
): Promise<Result<PortalAgreementView>> {
  const bound = await agreementsBinding(accountId);
  if (!bound.some((one) => one.projectId === projectId && one.agreementId === agreementId))
    return notFound('agreement');
  const records = await recordsOfProject(projectId, push, now);
  const record = records.find((one) => one.agreementId === agreementId && isListed(one));
  const seen = { projectId, version: asked, viewer: { accountId, administers: false, serves: false } };
  const view = record ? await agreementView(record, seen, now) : null;
  if (!view || view.state === 'draft') return notFound('agreement');
  const hidden = new Set((await readProjectSetting(projectId))?.hiddenInPortal ?? []);
  const versions = await agreementsOfProject(projectId);
  const { versions: published, measures: _, shown, ...summary } = view;
  const viewer = {
    accountId,
    place: 'portal-page' as const,
    administer: false,
    agent: false,
    agreements: new Set([agreementId]),
  };
  const agreement = await portalAgreement(summary, projectId, versions, viewer, now);
  if (hidden.has(agreementId) && !agreement.representative) return notFound('agreement');
  const version = versionAt(versions, agreementId, now);
  const parties = version ? await partiesOf(projectId, version) : null;
  const measures = version?.agreement.measures ?? [];
  return {
    ok: true,
    value: {
      ...agreement,
      text: shown?.text ?? null,
      shown: shown && { what: shown.what, version: shown.version },
      versions: published.map((one) => ({
        ...one,
        signatures: signaturesForCustomers(one, parties?.provider ?? null),
      })),
      exclusions: await portalExclusions(projectId, agreementId, versions, viewer, now),
      measureChoices: measures
        .filter(({ id }) => !hidden.has(`${agreementId}/${id}`))
        .map(({ id, name }) => ({ measureId: id, name })),
      calendarChoices: (version?.agreement.calendars ?? []).map(({ id, name }) => ({ calendarId: id, name })),
    },
  };
}
