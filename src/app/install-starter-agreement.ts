import { starterAgreement } from '../agreement/starter-agreement';
import type { PublishedAgreement, Result } from '../contract';
import type { Instant } from '../engine/instant';
import { administersProject } from '../jira/permissions';
import { readProjectOutline } from '../jira/read-project-outline';
import type { PushJobs } from './job';
import { publishAgreement } from './publish-agreement';

/** Publishes the starter agreement, fitted to the project's statuses and priorities. Administrators only. */
export async function installStarterAgreement(
  { projectId, publishedBy }: { readonly projectId: string; readonly publishedBy: string },
  push: PushJobs,
  now: Instant,
): Promise<Result<PublishedAgreement>> {
  if (!(await administersProject(projectId)))
    return {
      ok: false,
      code: 'forbidden',
      message: 'Only administrators of the project may install an agreement.',
    };
  const outline = await readProjectOutline(projectId);
  const document = JSON.stringify(starterAgreement(outline), null, 2);
  const result = await publishAgreement({ projectId, document, publishedBy }, push, now);
  // The starter has one version: what stands in its way is an earlier click.
  if (!result.ok && result.code === 'invalid' && result.faults?.some((fault) => fault.path === 'version'))
    return { ok: false, code: 'conflict', message: 'The starter agreement is installed already.' };
  return result;
}
