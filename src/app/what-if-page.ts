import type { Instant } from '../engine/instant';
import { pairCycles } from '../engine/verdict-difference';
import { replay } from '../engine/evaluate';
import { foldHistory } from '../jira/issue-history';
import { JiraShapeError } from '../jira/raw-issue';
import { readIssues } from '../jira/read-issues';
import type { ReadIssue } from '../jira/read-issue';
import { searchIssueIds } from '../jira/search-issues';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import {
  advanceWhatIf,
  awaitWhatIf,
  endWhatIf,
  forgetEarlierWhatIfChanges,
  readWhatIfRunWithRules,
  saveWhatIfChanges,
  type StoredVerdict,
  type WhatIfChange,
  type WhatIfRunWithRules,
} from '../storage/what-if';
import type { Cycle } from '../engine/cycle';
import { afterStepFault, type GivenUp } from './after-step-fault';
import type { Job, PushJobs } from './job';
import {
  agreedPeriods,
  offeredPeriods,
  periodsIn,
  type PricedSides,
  type ReplayedTime,
} from './priced-periods';
import { withoutReports } from './report-work-item';
import { comparedVersions, compilePair, type WhatIfPair, type WhatIfRules } from './what-if-rules';
import { tallyTicket, type ChangedPair, type WhatIfTally } from './what-if-tally';
import { whatIfCredits } from './what-if-credits';
import { whatIfJob } from './what-if-job';
import { whatIfJql } from './what-if-jql';

type WhatIfJob = Job & { readonly kind: 'what-if' };

/** Some seconds of Jira's time; a function may take two minutes. */
const TICKETS_PER_PAGE = 200;
const ROWS_FORGOTTEN_AT_ONCE = 1_000;
const TIMES_FORGOTTEN = 50;

/**
 * Replays one page of a what-if's tickets under both sets of rules and queues the next one. The tally and the
 * place in the search move on together, in one statement that names the version of the row that was read: a
 * page worked through twice, by a doubled job or after a crash, is counted once. `retries`: how often this
 * job was tried before. Throws what the page threw while it is worth another try.
 */
export async function whatIfPage(
  job: WhatIfJob,
  retries: number,
  push: PushJobs,
  now: Instant,
): Promise<void> {
  const run = await readWhatIfRunWithRules(job.projectId);
  if (run?.runId !== job.runId || run.rowVersion !== job.step || run.state !== 'running') return;
  try {
    if (await advance(run, now)) await push([whatIfJob({ ...run, rowVersion: run.rowVersion + 1 })]);
  } catch (error) {
    await afterStepFault(error, retries, now, {
      wait: (until) => awaitWhatIf(run, until),
      giveUp: (why) => endWhatIf(run, { state: 'failed', problem: problemOf(why) }, now),
    });
  }
}

/** True when there is another page to work through. */
async function advance(run: WhatIfRunWithRules, now: Instant): Promise<boolean> {
  if (run.page === null) await forgetEarlier(run);
  const rules = JSON.parse(run.rules) as WhatIfRules;
  const tally = JSON.parse(run.tally) as WhatIfTally;
  const versions = await agreementsOfProject(run.projectId);
  const time = { since: run.since, now: run.startedAt };
  const { before, after } = rules.credits;
  const credits = {
    before: before ? periodsIn(before) : await agreedPeriods(run, comparedVersions(rules, versions), time),
    after: offeredPeriods(after, time),
  };
  const pair = compilePair(rules, versions, await agreedExclusions(run.projectId, null));
  const { issueIds, nextPage } = await searchIssueIds(whatIfJql(run), run.page, { size: TICKETS_PER_PAGE });
  const issues = await readIssues(issueIds, 'app', { fields: pair.fields });
  const changes = (await withoutReports(issues))
    .filter(({ projectId }) => projectId === run.projectId)
    .flatMap((issue) => changesOf(issue, pair, credits, tally, time));
  tally.credits = whatIfCredits(tally.periods, credits, time);
  await saveWhatIfChanges(run, changes);
  const done = run.done + issueIds.length;
  const end = { state: 'done', page: null, done, beatAt: now, finishedAt: now } as const;
  const next = { state: 'running', page: nextPage, done, beatAt: now, finishedAt: null } as const;
  const moved = await advanceWhatIf(run, {
    ...(nextPage === null ? end : next),
    tally: JSON.stringify(tally),
  });
  return moved && nextPage !== null;
}

function changesOf(
  issue: ReadIssue,
  pair: WhatIfPair,
  credits: PricedSides,
  tally: WhatIfTally,
  time: ReplayedTime,
): readonly WhatIfChange[] {
  const replayed = cyclesOf(issue, pair, time.now);
  if (replayed === null) {
    tally.unreadableTickets++;
    return [];
  }
  const changed = tallyTicket(tally, replayed, credits, time);
  return changed.map((one) => changeOf(issue, one));
}

/** All at the instant the run began, so that every page tells of the same moment. null = it cannot be read. */
function cyclesOf(issue: ReadIssue, pair: WhatIfPair, now: Instant) {
  try {
    const { before, after } = pair.rulesFor(issue.id);
    const history = foldHistory(issue);
    return pairCycles(replay(before, history, now), replay(after, history, now));
  } catch (error) {
    if (!(error instanceof JiraShapeError)) throw error;
    console.warn(error.message);
    return null;
  }
}

function changeOf(
  issue: ReadIssue,
  { measureId, cycleNumber, direction, before, after }: ChangedPair,
): WhatIfChange {
  return {
    issueId: issue.id,
    issueKey: issue.key,
    measureId,
    cycleNumber,
    direction,
    before: before && verdictOf(before),
    after: after && verdictOf(after),
  };
}

function verdictOf(cycle: Cycle): StoredVerdict {
  return {
    outcome: cycle.leftOutBy === null ? cycle.outcome : 'left-out',
    elapsedMs: cycle.net.elapsedMs,
    goalMs: cycle.goals.at(-1)?.durationMs ?? null,
  };
}

/** What is left after so many statements, the next run forgets. */
async function forgetEarlier({ projectId, runId }: WhatIfRunWithRules): Promise<void> {
  for (let times = 0; times < TIMES_FORGOTTEN; times++)
    if (!(await forgetEarlierWhatIfChanges(projectId, runId, ROWS_FORGOTTEN_AT_ONCE))) return;
}

function problemOf(kind: GivenUp): string {
  switch (kind) {
    case 'not-found':
    case 'forbidden':
      return 'Jira no longer lets Accord read the tickets of this project.';
    case 'down':
      return 'Jira could not answer several times over. Try again later.';
    case 'failed':
      return 'Something went wrong several times over. It has been written to the app’s log.';
  }
}
