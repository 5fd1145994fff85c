import type { Result } from '../contract';
import type { AtRiskPage, AtRiskTicket, ComplianceQuery } from '../contract/compliance';
import type { MeasureResult } from '../engine/cycle';
import { upcoming } from '../engine/explain';
import type { Instant, Millis } from '../engine/instant';
import { foldHistory } from '../jira/issue-history';
import { readIssues } from '../jira/read-issues';
import { readVisibleIssues, type VisibleIssue } from '../jira/read-visible-issues';
import { agreementsOfProject } from '../storage/agreement-version';
import { agreedExclusions } from '../storage/exclusion';
import { ongoingTimers, type OngoingTimer } from '../storage/ongoing-timer';
import { evaluateIssue } from './evaluate-issue';
import { figureScopeOf } from './figure-scope-of';
import { keysJql } from './keys-jql';
import { readMark, writeMark } from './page-mark';
import { invalid } from './refuse';
import { reportedProject, type ReportedProject } from './reported-project';
import { timerState } from './timer-state';

const PAGE = 50;

/** As far as a list counts on by itself; it is asked for anew long before. */
const AHEAD: Millis = 24 * 3_600_000;

export interface AtRiskQuestion {
  readonly query: ComplianceQuery;
  readonly after?: string;
}

/** Open tickets with a goal, least slack first; only those that Jira shows the person who asks. */
export async function listAtRisk(
  projectId: string,
  { query, after }: AtRiskQuestion,
  now: Instant,
): Promise<Result<AtRiskPage>> {
  const mark = after === undefined ? null : readMark(after);
  const found = await reportedProject(projectId, query.agreementId, now);
  if (!found.ok) return found;
  if (after !== undefined && mark === null) return invalid('There is no such page.');
  const key = mark && { ...mark, breachAt: mark.at };
  return { ok: true, value: await atRiskOf(found.value, query, key, PAGE, now) };
}

/**
 * The same of a project that the viewer may see. The store says which come first; how much is left is replayed
 * now, as the panel on the ticket does, so a cycle that has ended meanwhile is not shown.
 */
export async function atRiskOf(
  project: ReportedProject,
  query: ComplianceQuery,
  after: Parameters<typeof ongoingTimers>[1],
  limit: number,
  now: Instant,
): Promise<AtRiskPage> {
  const timers = await ongoingTimers(figureScopeOf(project, query), after, limit + 1);
  const shown = timers.slice(0, limit);
  const last = timers.length > limit ? shown.at(-1) : undefined;
  const visible = await readVisibleIssues(shown.map(({ issueId }) => issueId));
  const seen = shown.filter(({ issueId }) => visible.has(issueId));
  const replayed = await replayOf(project.projectId, [...visible.keys()], now);
  const tickets = seen.flatMap((timer) => {
    const issue = visible.get(timer.issueId);
    const results = replayed.get(timer.issueId);
    return issue && results ? (atRiskTicket(project, timer, issue, results, now) ?? []) : [];
  });
  const hidden = new Set(shown.map(({ issueId }) => issueId).filter((id) => !visible.has(id)));
  return {
    asOf: now,
    tickets,
    next: last ? writeMark({ ...last, at: last.breachAt }) : null,
    hidden: hidden.size,
    jql: keysJql(tickets.map(({ issueKey }) => issueKey)),
  };
}

/** Read as the app, whose reading the verdict rests on everywhere; the person may see these issues. */
async function replayOf(
  projectId: string,
  issueIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly MeasureResult[]>> {
  if (issueIds.length === 0) return new Map();
  const [versions, agreed, issues] = await Promise.all([
    agreementsOfProject(projectId),
    agreedExclusions(projectId, null),
    readIssues(issueIds, 'app'),
  ]);
  return new Map(
    issues.map((issue) => {
      const history = foldHistory(issue);
      // Jira's clock may be a little ahead: what it has logged has happened.
      const instant = Math.max(now, history.entries.at(-1)?.at ?? now);
      return [issue.id, evaluateIssue(history, versions, agreed, instant)] as const;
    }),
  );
}

/** null = it is not ongoing any more. */
function atRiskTicket(
  { agreements }: ReportedProject,
  { agreementId, measureId, cycleNumber }: OngoingTimer,
  { issueId, issueKey, summary, priority, assignee }: VisibleIssue,
  results: readonly MeasureResult[],
  now: Instant,
): AtRiskTicket | null {
  const result = results.find((one) => one.agreementId === agreementId && one.measureId === measureId);
  const cycle = result?.cycles.find(({ number }) => number === cycleNumber);
  const goalMs = cycle?.goals.at(-1)?.durationMs ?? null;
  if (!result || !cycle || goalMs === null || cycle.net.remainingMs === null) return null;
  const state = timerState(cycle);
  if (cycle.stopTime !== null || !isOpen(state)) return null;
  const terms = agreements.find((one) => one.agreementId === agreementId);
  return {
    issueId,
    issueKey,
    summary,
    agreementId,
    agreementName: terms?.compiled.agreement.name ?? agreementId,
    measureId,
    measureName: result.measureName,
    state,
    priority,
    assignee,
    remainingMs: cycle.net.remainingMs,
    goalMs,
    breachAt: cycle.net.breachTime,
    atRiskTime: cycle.atRiskTime,
    upcoming: upcoming(cycle, now + AHEAD),
  };
}

function isOpen(state: ReturnType<typeof timerState>): state is AtRiskTicket['state'] {
  return state === 'running' || state === 'at-risk' || state === 'paused' || state === 'breached';
}
