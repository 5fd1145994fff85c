import { Queue, type PushEvent } from '@forge/events';
import type { DelayedJob, Job, PushJobs } from '../app/job';

type JobEvent = PushEvent<Job & Record<string, unknown>>;

// What one push may carry: 50 events, and 200 KB (50 jobs of 20 issues are about 60 KB).
const EVENTS_PER_PUSH = 50;
const LONGEST_DELAY_S = 900;

/** The queue that manifest.yml calls `refresh`. Throws the errors of @forge/events. */
export const pushJobs: PushJobs = async (jobs) => {
  const queue = new Queue<Job & Record<string, unknown>>({ key: 'refresh' });
  for (let first = 0; first < jobs.length; first += EVENTS_PER_PUSH) {
    await queue.push(jobs.slice(first, first + EVENTS_PER_PUSH).map(eventOf));
  }
};

function eventOf({ job, delayMs }: DelayedJob): JobEvent {
  const delayInSeconds = Math.min(LONGEST_DELAY_S, Math.ceil(delayMs / 1000));
  const key = concurrencyKey(job);
  return { body: { ...job }, delayInSeconds, ...(key !== null && { concurrency: { key, limit: 1 } }) };
}

/** Two replays of one issue, two roll-ups of one project or two sweeps at once would only overtake each other. */
function concurrencyKey(job: Job): string | null {
  if (job.kind === 'migrate' || job.kind === 'sweep' || job.kind === 'reconcile') return job.kind;
  if (job.kind === 'roll-up') return `roll-up-${job.projectId}`;
  return job.kind === 'refresh' && job.issues.length === 1 ? `issue-${job.issues[0]?.issueId}` : null;
}
