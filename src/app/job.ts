import type { Millis } from '../engine/instant';

/** An issue to look at; `projectId`, when the caller knows it, spares Jira where nothing is promised. */
export interface IssueRef {
  readonly issueId: string;
  readonly projectId?: string | undefined;
}

/**
 * Work that waits in the queue. Jobs outlive deployments, hence `v`; every one may run twice, late or in any
 * order and leads to the same rows.
 */
export type Job =
  | { readonly v: 1; readonly kind: 'refresh'; readonly issues: readonly IssueRef[] }
  | {
      readonly v: 1;
      readonly kind: 'reconcile-project';
      readonly projectId: string;
      readonly page?: string | undefined;
    }
  | {
      readonly v: 1;
      readonly kind: 'find-deleted';
      readonly projectId: string;
      /** Which share of the issues is looked at: those whose id leaves this rest, 0..6. */
      readonly share: number;
      /** The last issue id looked at. */
      readonly after?: string | undefined;
    }
  | {
      readonly v: 1;
      readonly kind: 'what-if';
      readonly projectId: string;
      readonly runId: string;
      /** The version of the run's row that this job goes on from. */
      readonly step: number;
    }
  | {
      readonly v: 1;
      readonly kind: 'replay-exclusion';
      readonly projectId: string;
      readonly exclusionId: string;
      /** The last issue id looked at. */
      readonly after?: string | undefined;
    }
  | {
      readonly v: 1;
      readonly kind: 'propose-for-links';
      /** Issues whose links may have changed; only declared incidents among them matter. */
      readonly issueIds: readonly string[];
    }
  | { readonly v: 1; readonly kind: 'roll-up'; readonly projectId: string }
  | {
      /** Begins the service reports of the periods that have ended. */
      readonly v: 1;
      readonly kind: 'begin-reports';
      readonly projectId: string;
    }
  | {
      readonly v: 1;
      readonly kind: 'service-report';
      readonly projectId: string;
      readonly agreementId: string;
      readonly periodStart: number;
      /** The version of the report's row that this job goes on from. */
      readonly step: number;
    }
  /** What a schedule could not do because Jira or the store asked to wait. */
  | { readonly v: 1; readonly kind: 'sweep' | 'reconcile' }
  | { readonly v: 1; readonly kind: 'remove-project'; readonly projectId: string }
  | { readonly v: 1; readonly kind: 'migrate'; readonly missing?: boolean | undefined };

/** A job and how long it waits first. At most 15 minutes. */
export interface DelayedJob {
  readonly job: Job;
  readonly delayMs: Millis;
}

/** The queue, as the app sees it; the handlers bring it along. */
export type PushJobs = (jobs: readonly DelayedJob[]) => Promise<void>;

/** Issues per refresh job: about ten seconds of work. */
export const ISSUES_PER_JOB = 20;

/** Packs issues into refresh jobs that wait equally long. */
export function refreshJobs(issues: readonly IssueRef[], delayMs: Millis): readonly DelayedJob[] {
  const jobs: DelayedJob[] = [];
  for (let first = 0; first < issues.length; first += ISSUES_PER_JOB) {
    jobs.push({
      job: { v: 1, kind: 'refresh', issues: issues.slice(first, first + ISSUES_PER_JOB) },
      delayMs,
    });
  }
  return jobs;
}
