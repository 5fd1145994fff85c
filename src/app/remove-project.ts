import { forgetAgreementsOfProject } from '../storage/agreement-version';
import { forgetAuditOfProject } from '../storage/audit-entry';
import { forgetProject } from '../storage/forget-project';
import { forgetCycleFactsOfIssues } from '../storage/cycle-fact';
import { forgetIssueFactsOfIssues } from '../storage/issue-fact';
import { forgetRefreshesOfIssues, issuesOfProject } from '../storage/issue-refresh';
import { forgetTimersOfIssues } from '../storage/timer';
import type { PushJobs } from './job';

/** Issues whose rows one statement deletes: far from the ten seconds a statement may take. */
const CHUNK = 200;
const CHUNKS_PER_JOB = 50;

/**
 * Forgets a deleted project: Jira sends no event for its issues. A large one takes several jobs. Doing it
 * twice changes nothing.
 */
export async function removeProject(projectId: string, push: PushJobs): Promise<void> {
  // The agreements first: a refresh that is under way then finds nothing to write.
  await forgetAgreementsOfProject(projectId);
  for (let chunk = 0; chunk < CHUNKS_PER_JOB; chunk++) {
    const issueIds = await issuesOfProject(projectId, '', CHUNK);
    // The timers first: what a job that broke off leaves behind is still found by its issue.
    await forgetTimersOfIssues(issueIds);
    await forgetCycleFactsOfIssues(issueIds);
    await forgetIssueFactsOfIssues(issueIds);
    await forgetRefreshesOfIssues(issueIds);
    if (issueIds.length < CHUNK && (await forgetAuditOfProject(projectId))) {
      await forgetProject(projectId);
      return;
    }
  }
  await push([{ job: { v: 1, kind: 'remove-project', projectId }, delayMs: 0 }]);
}
