import type { Result } from '../contract';
import type { AgreementList } from '../contract/agreement';
import type { Instant } from '../engine/instant';
import { readProjectAsUser, rolesOnProject } from '../jira/permissions';
import type { PushJobs } from './job';
import { isListed, recordsOfProject, summaryOf } from './project-agreements';
import { notFound } from './refuse';

/** The agreements of a project, for all who may see the project in Jira. */
export async function listAgreements(
  { projectId, accountId }: { readonly projectId: string; readonly accountId: string },
  push: PushJobs,
  now: Instant,
): Promise<Result<AgreementList>> {
  const project = await readProjectAsUser(projectId);
  if (!project) return notFound('project');
  const { administer: administers, agent: serves } = await rolesOnProject(projectId);
  const viewer = { accountId, administers, serves };
  const records = (await recordsOfProject(projectId, push, now)).filter(isListed);
  const agreements = await Promise.all(records.map((record) => summaryOf(record, projectId, viewer, now)));
  // Drafts are for those who write them.
  const shown = administers
    ? agreements
    : agreements.filter(({ state }) => state !== 'draft').map((one) => ({ ...one, draft: null }));
  return {
    ok: true,
    value: {
      agreements: shown,
      projectKey: project.key,
      projectName: project.name,
      mayAdminister: administers,
    },
  };
}
