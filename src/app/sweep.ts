import type { Instant } from '../engine/instant';
import { issuesDueBy } from '../storage/issue-refresh';
import { schemaIsCurrent } from '../storage/migrate-schema';
import { beginReportsEverywhere } from './begin-reports';
import { refreshJobs, type DelayedJob, type IssueRef, type PushJobs } from './job';
import { reviveReports } from './revive-reports';
import { reviveWhatIfs } from './revive-what-ifs';
import { rollUpJobs } from './roll-up';

/** Between two sweeps; what a refresh finds to change sooner, it queues itself. */
export const SWEEP_PERIOD_MS = 5 * 60_000;
// Forge takes 500 events a minute for one site; the rest of a rush stays due and is taken by the next sweep.
const MOST_JOBS = 300;
const HOUR_MS = 3_600_000;
const MOST_ISSUES = 2_000;

/** What a sweep did, for the log. */
export interface SweepReport {
  readonly due: number;
  readonly jobs: number;
}

/**
 * Looks five minutes ahead: every issue that time alone changes until the next sweep is queued for the very
 * second it happens, first of all; what-ifs and service reports that fell silent go on, and roll-ups that no
 * longer hold are made anew. Four queries, and nothing else when nothing is due; once an hour, periods that have
 * ended are looked for to be reported. Doing it twice queues some jobs twice, which changes nothing.
 */
export async function sweep(push: PushJobs, now: Instant): Promise<SweepReport> {
  if (!(await schemaIsCurrent())) {
    await push([{ job: { v: 1, kind: 'migrate' }, delayMs: 0 }]);
    return { due: 0, jobs: 1 };
  }
  const report = await queueDue(push, now);
  await reviveWhatIfs(push, now);
  const rollUps = await rollUpJobs(now);
  if (rollUps.length > 0) await push(rollUps);
  await reviveReports(push, now);
  if (looksForReports(now)) await beginReportsEverywhere(push);
  return report;
}

async function queueDue(push: PushJobs, now: Instant): Promise<SweepReport> {
  const due = await issuesDueBy(now + SWEEP_PERIOD_MS, MOST_ISSUES);
  if (due.length === 0) return { due: 0, jobs: 0 };
  const bySecond = new Map<number, IssueRef[]>();
  for (const { issueId, dueAt } of due) {
    // Up, never down: a second too early would find nothing changed.
    const seconds = Math.max(0, Math.ceil((dueAt - now) / 1000));
    bySecond.set(seconds, [...(bySecond.get(seconds) ?? []), { issueId }]);
  }
  const jobs: DelayedJob[] = [...bySecond].flatMap(([seconds, issues]) =>
    refreshJobs(issues, seconds * 1000),
  );
  const taken = jobs.slice(0, MOST_JOBS);
  await push(taken);
  return { due: due.length, jobs: taken.length };
}

/**
 * Two sweeps an hour, for one may come late or not at all: midnight lies on an hour, or half or a quarter past,
 * everywhere, and what was written just before it has arrived some minutes later.
 */
function looksForReports(now: Instant): boolean {
  const past = now % HOUR_MS;
  return past >= SWEEP_PERIOD_MS && past < 3 * SWEEP_PERIOD_MS;
}
