import { forgetAgreementsOfProject } from '../storage/agreement-version';
import { forgetRefreshesOfProject } from '../storage/issue-refresh';
import { forgetTimersOfProject } from '../storage/timer';
import { forgetVerdictChangesOfProject } from '../storage/verdict-change';

/** Forgets a deleted project: Jira sends no event for its issues. Doing it twice changes nothing. */
export async function removeProject(projectId: string): Promise<void> {
  // The agreements first: a refresh that is under way then finds nothing to write.
  await forgetAgreementsOfProject(projectId);
  await forgetTimersOfProject(projectId);
  await forgetRefreshesOfProject(projectId);
  await forgetVerdictChangesOfProject(projectId);
}
