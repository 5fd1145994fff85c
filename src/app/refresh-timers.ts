import type { MeasureResult } from '../engine/cycle';
import type { Instant } from '../engine/instant';
import type { IssueHistory } from '../engine/issue-history';
import { foldHistory } from '../jira/issue-history';
import { issueProperties, type IssueProperties } from '../jira/issue-properties';
import { JiraError } from '../jira/jira-error';
import { readIssue } from '../jira/read-issue';
import { writeIssueProperty } from '../jira/write-issue-property';
import { agreementsOfProject, type CompiledAgreement } from '../storage/agreement-version';
import { agreedExclusions, type TabledExclusion } from '../storage/exclusion';
import { claimRefresh, finishRefresh, readIssueRefresh, type IssueRefresh } from '../storage/issue-refresh';
import { forgetTimersBefore, saveTimers, timersOfIssue } from '../storage/timer';
import { recordVerdictChanges } from '../storage/verdict-change';
import { contentHash } from './content-hash';
import { cycleFacts, issueFact } from './cycle-facts';
import { escalate } from './escalate';
import { evaluateIssue } from './evaluate-issue';
import { refreshJobs, type IssueRef, type PushJobs } from './job';
import { removeIssue } from './remove-issue';
import { isReportWorkItem } from './report-work-item';
import { sameJson } from './same-json';
import { SLA_PROPERTY_KEY, slaProperty, type SlaProperty } from './sla-property';
import { SWEEP_PERIOD_MS } from './sweep';
import { timerRows, type IssueIdentity } from './timer-rows';
import { verdictChanges } from './verdict-changes';
import { soonest, wakeUp } from './wake-up';
import { clearFactsBefore, factsOfIssue, NO_FACTS, writeFacts, type Facts } from './write-facts';

/**
 * - `nothing-promised`: no agreement covers the project, nor did one when the issue was last looked at
 * - `unchanged`: the replay says what is stored already; nothing was written
 * - `written`: rows and property are up to date now
 * - `removed`: Jira does not know the issue (any more)
 * - `overtaken`: another replay wrote first, and kept doing so; try again
 */
export type RefreshOutcome = 'nothing-promised' | 'unchanged' | 'written' | 'removed' | 'overtaken';

const ATTEMPTS = 3;

/**
 * Replays one issue and writes what changed: nothing twice, and never an older replay over a newer one.
 * Unchanged, it costs three SQL statements and at most two Jira calls. What changes before the next sweep could
 * see it is queued here and now. Throws JiraError and StoreError.
 */
export async function refreshTimers(issue: IssueRef, push: PushJobs, now: Instant): Promise<RefreshOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = await refreshOnce(issue, push, now);
    if (outcome !== 'overtaken') return outcome;
  }
  return 'overtaken';
}

async function refreshOnce(
  { issueId, projectId }: IssueRef,
  push: PushJobs,
  now: Instant,
): Promise<RefreshOutcome> {
  // First the version, then Jira: whoever finds the version unmoved later has seen the newest Jira.
  const previous = await readIssueRefresh(issueId);
  const likelyProject = projectId ?? previous?.projectId;
  let versions = likelyProject === undefined ? null : await agreementsOfProject(likelyProject);
  if (!previous && versions?.length === 0) return 'nothing-promised';

  const raw = await readIssue(issueId);
  if (!raw) {
    await removeIssue(issueId, push, now);
    return 'removed';
  }
  // What tells of promises is not promised itself.
  if (await isReportWorkItem(raw)) {
    if (previous) await removeIssue(issueId, push, now);
    return 'nothing-promised';
  }
  const identity: IssueIdentity = { issueId: raw.id, issueKey: raw.key, projectId: raw.projectId };
  if (!versions || identity.projectId !== likelyProject)
    versions = await agreementsOfProject(identity.projectId);
  if (!previous && versions.length === 0) return 'nothing-promised';

  const history = foldHistory(raw);
  const instant = instantOfReplay(history, previous, now);
  const agreed = await agreedExclusions(identity.projectId, issueId);
  const properties = issueProperties(raw, history);
  const replay = replayOf({ ...identity, properties }, history, versions, agreed, instant);
  // A property nobody has, saying that there is nothing to say, is not written at all.
  const published = sameJson(raw.property, replay.property) || (!raw.property && replay.timers.length === 0);
  const agreements = versions.map(({ agreement }) => agreement);
  const publish = async () => {
    if (!published) await writeProperty(issueId, replay.property);
    const changed = await escalate(identity, replay.results, agreements, instant);
    // Jira tells the app nothing of what the app does itself.
    if (changed) await push(refreshJobs([{ issueId, projectId: identity.projectId }], 0));
  };
  if (previous?.contentHash === replay.hash) {
    await publish();
    return published ? 'unchanged' : 'written';
  }
  if (!(await write(identity, previous, replay, publish, instant))) return 'overtaken';
  const { nextChangeAt } = replay;
  if (nextChangeAt !== null && nextChangeAt <= now + SWEEP_PERIOD_MS)
    await push(refreshJobs([{ issueId, projectId: identity.projectId }], nextChangeAt - now));
  return 'written';
}

/**
 * A status or a project may forbid editing, also to the app. Then the rows are all there is: trying again
 * every five minutes would not help, the next change of the issue or the daily reconcile tries anyway.
 */
async function writeProperty(issueId: string, property: SlaProperty): Promise<void> {
  try {
    await writeIssueProperty(issueId, SLA_PROPERTY_KEY, property);
  } catch (error) {
    if (!(error instanceof JiraError && error.code === 'forbidden')) throw error;
    console.warn(`The property of issue ${issueId} may not be written: ${error.message}`);
  }
}

type Replay = ReturnType<typeof replayOf>;

function replayOf(
  issue: IssueIdentity & { readonly properties: IssueProperties },
  history: IssueHistory,
  versions: readonly CompiledAgreement[],
  agreed: readonly TabledExclusion[],
  now: Instant,
) {
  const agreements = versions.map((version) => version.agreement);
  const results: readonly MeasureResult[] = evaluateIssue(history, versions, agreed, now);
  const timers = timerRows(issue, results, agreements, now);
  const property = slaProperty(timers);
  const nextChangeAt = soonest(results.map((result) => wakeUp(result, agreements, now)));
  const facts: Facts = {
    cycles: cycleFacts(issue, history, results, versions, now),
    issue: timers.length === 0 ? null : issueFact(issue, issue.properties),
  };
  return {
    results,
    timers,
    facts,
    property,
    nextChangeAt,
    historyMarker: historyMarker(history),
    hash: contentHash(timers, facts, property, nextChangeAt),
  };
}

async function write(
  identity: IssueIdentity,
  previous: IssueRefresh | null,
  { timers, facts, nextChangeAt, historyMarker: marker, hash }: Replay,
  publish: () => Promise<void>,
  now: Instant,
): Promise<boolean> {
  const version = (previous?.version ?? 0) + 1;
  const claim = { ...identity, version, historyMarker: marker, evaluatedAt: now, nextChangeAt };
  const before = previous ? await timersOfIssue(identity.issueId) : [];
  const factsBefore = previous ? await factsOfIssue(identity.issueId) : NO_FACTS;
  if (!(await claimRefresh(claim))) return false;

  const historyChanged = previous?.historyMarker !== marker;
  await recordVerdictChanges(verdictChanges(before, timers, { version, historyChanged }, now));
  await saveTimers(timers, version);
  if (before.length > 0) await forgetTimersBefore(identity.issueId, version);
  await writeFacts(identity.issueId, factsBefore, facts, version, now);
  await publish();

  if (await finishRefresh({ ...claim, contentHash: hash })) return true;
  // Overtaken while writing: a row of ours may have come after the newer replay had cleared up.
  await forgetTimersBefore(identity.issueId, version + 1);
  await clearFactsBefore(identity.issueId, version + 1, now);
  return false;
}

/**
 * Replays go forward in time only: not behind what was evaluated before, and not behind the newest entry
 * Jira gave (it came while this one was held up, or by a clock that is ahead of ours).
 */
function instantOfReplay({ entries }: IssueHistory, previous: IssueRefresh | null, now: Instant): Instant {
  return Math.max(now, previous?.evaluatedAt ?? now, entries.at(-1)?.at ?? now);
}

/** Tells one state of Jira's history from another, also when something was deleted from it. */
function historyMarker({ entries }: IssueHistory): string {
  const last = entries.at(-1);
  return `${last?.at ?? 0} ${last?.ref ?? ''} ${entries.length}`;
}
