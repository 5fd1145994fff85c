import type { Result } from '../contract';
import type { AgreementView } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { permissionsOnProject } from '../jira/permissions';
import { agreementView } from './agreement-view';
import type { PushJobs } from './job';
import { isListed, recordsOfProject } from './project-agreements';
import { notFound } from './refuse';

/** One agreement with its versions and signatures, for all who may see the project in Jira. */
export async function readAgreement(
  {
    projectId,
    agreementId,
    version,
    accountId,
  }: {
    readonly projectId: string;
    readonly agreementId: string;
    readonly version?: number | undefined;
    readonly accountId: string;
  },
  push: PushJobs,
  now: Instant,
): Promise<Result<AgreementView>> {
  const { browse, administer, agent } = await permissionsOnProject(projectId);
  if (!browse) return notFound('project');
  const viewer = { accountId, administers: administer, serves: agent };
  const record = (await recordsOfProject(projectId, push, now)).find(
    (one) => one.agreementId === agreementId,
  );
  if (!record || !isListed(record)) return notFound('agreement');
  const view = await agreementView(record, { projectId, version, viewer }, now);
  // Drafts are for those who write them.
  if (!view || (view.state === 'draft' && !administer)) return notFound('agreement');
  return { ok: true, value: administer ? view : { ...view, draft: null } };
}
