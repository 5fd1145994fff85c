import { proposedExclusions } from '../storage/exclusion';
import { incidentsOfProject } from '../storage/incident-window';
import { exclusionSubject, signaturesOf } from '../storage/signature';
import type { DelayedJob } from './job';
import { exclusionOutcome } from './settle-exclusion';

const INCIDENTS_PER_JOB = 20;
const MOST_OPEN = 5_000;

/**
 * What the day may have lost of a project's exclusions: links to declared incidents whose events never came,
 * and signatures whose conclusion was never drawn.
 */
export async function exclusionJobs(projectId: string): Promise<readonly DelayedJob[]> {
  const incidents = await incidentsOfProject(projectId);
  const jobs: DelayedJob[] = [];
  for (let first = 0; first < incidents.length; first += INCIDENTS_PER_JOB) {
    const issueIds = incidents.slice(first, first + INCIDENTS_PER_JOB);
    jobs.push({ job: { v: 1, kind: 'propose-for-links', issueIds }, delayMs: 0 });
  }
  for (const exclusionId of await unfinished(projectId))
    jobs.push({ job: { v: 1, kind: 'replay-exclusion', projectId, exclusionId }, delayMs: 0 });
  return jobs;
}

async function unfinished(projectId: string): Promise<readonly string[]> {
  const open = await proposedExclusions(projectId, null, MOST_OPEN);
  if (open.length === 0) return [];
  const subjects = open.map(({ exclusionId }) => exclusionSubject(exclusionId));
  const signatures = await signaturesOf(projectId, subjects);
  return open
    .filter((exclusion) => {
      const own = signatures.filter(({ subject }) => subject === exclusionSubject(exclusion.exclusionId));
      return exclusionOutcome(exclusion, own) !== 'waiting';
    })
    .map(({ exclusionId }) => exclusionId);
}
