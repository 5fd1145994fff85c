import type { Instant, Millis } from '../engine/instant';
import { valuesOf } from '../storage/coded-cycle';
import { factsOfDay } from '../storage/facts-of-day';
import { buildOfDay, replaceRollups } from '../storage/day-rollup';
import { ValueCodes } from '../storage/report-value';
import { resolvedIssuesOfDay } from '../storage/resolved-issue';
import {
  buildOfResolved,
  replaceResolved,
  rollUpResolved,
  valuesOfResolved,
} from '../storage/resolved-rollup';
import { rollUpDay } from '../storage/roll-up-day';
import { clearMark, daysToRollUp, markDirty, projectsToRollUp, type DirtyDay } from '../storage/rollup-dirty';
import type { DelayedJob, PushJobs } from './job';

/**
 * A day is left alone until its mark is this old: who marked it has written its facts by then, and a day on
 * which tickets come and go all the time is not made anew for each of them. Reports read its rows meanwhile.
 */
export const QUIET_MS: Millis = 30_000;
/** A few seconds of work. */
const DAYS_PER_JOB = 20;

/** A job for each project that has days to be made anew. */
export async function rollUpJobs(now: Instant): Promise<readonly DelayedJob[]> {
  const projects = await projectsToRollUp(now - QUIET_MS);
  return projects.map((projectId) => ({ job: { v: 1, kind: 'roll-up', projectId }, delayMs: 0 }));
}

/**
 * Makes the roll-ups of a project's dirty days anew, each as a whole, some days a job; queues the rest. Doing
 * it twice or at the same time changes nothing. Answers how many days it made.
 */
export async function rollUp(projectId: string, push: PushJobs, now: Instant): Promise<number> {
  const days = await daysToRollUp(projectId, now - QUIET_MS, DAYS_PER_JOB);
  if (days.length > 0) {
    const codes = await ValueCodes.of(projectId);
    for (const day of days) await rollUpOne(day, codes, now);
  }
  if (days.length === DAYS_PER_JOB) await push([{ job: { v: 1, kind: 'roll-up', projectId }, delayMs: 0 }]);
  return days.length;
}

/** Makes the roll-ups of one day, and takes its mark away if it is still the same. */
export async function rollUpOne(mark: DirtyDay, codes: ValueCodes, now: Instant): Promise<void> {
  const { projectId, day } = mark;
  const build = (await buildOfDay(projectId, day)) + 1;
  const buildResolved = (await buildOfResolved(projectId, day)) + 1;
  const [facts, resolved] = [await factsOfDay(projectId, day), await resolvedIssuesOfDay(projectId, day)];
  await codes.learn([...valuesOf(facts), ...valuesOfResolved(resolved)]);
  await replaceRollups(projectId, day, rollUpDay(facts, codes), build);
  await replaceResolved(projectId, day, rollUpResolved(day, resolved, codes), buildResolved);
  // Marked anew, or made by somebody else meanwhile: nobody knows whose rows came last.
  if (!(await clearMark(mark))) await markDirty(projectId, [day], now);
}
