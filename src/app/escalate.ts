import type { Agreement } from '../engine/agreement';
import type { MeasureResult } from '../engine/cycle';
import type { EscalationAction } from '../engine/escalation';
import type { Instant, Millis } from '../engine/instant';
import { JiraError } from '../jira/jira-error';
import { publicationTimes } from '../storage/agreement-version';
import {
  claimFiring,
  finishFiring,
  firingsOfIssue,
  recordFirings,
  releaseFiring,
  type ActionOutcome,
  type EscalationFiringRow,
  type SkippedBecause,
} from '../storage/escalation-firing';
import { ACCORD, recordAudit } from './audit';
import { escalationsOn, inForceSince, type EscalationOnCycle } from './escalation-state';
import { performAction } from './perform-action';
import type { IssueIdentity } from './timer-rows';

/** Later than this after its instant nobody is told any more: the sweep and the queue had been down, or the agreement is new. */
export const TOO_LATE_MS: Millis = 60 * 60_000;

/**
 * Does what the thresholds a ticket has passed ask for, each once for its cycle: claimed first, so that a
 * replay that comes twice or breaks off does nothing again. Thresholds that nobody waited for are noted
 * only. Answers whether the ticket was changed. Without a threshold passed it asks nothing of the store. Throws
 * StoreError, and `JiraError` (busy) where nothing has been done yet: then it may be tried again.
 */
export async function escalate(
  issue: IssueIdentity,
  results: readonly MeasureResult[],
  versions: readonly Agreement[],
  now: Instant,
): Promise<boolean> {
  const passed = results
    .flatMap((result) => escalationsOn(result, versions))
    .filter(({ fireAt }) => fireAt <= now);
  if (passed.length === 0) return false;
  const known = await firingsOfIssue(issue.issueId);
  const fresh = passed.filter((on) => !isKnown(known, on));
  if (fresh.length === 0) return false;
  const skipped = await thoseNotWaitedFor(issue.projectId, fresh, versions, now);
  const rowOf = (on: EscalationOnCycle) => ({
    ...firingOf(issue, on, now),
    cycleNumber: freeNumber(known, on),
  });
  await recordFirings([...skipped].map(([on, because]) => ({ ...rowOf(on), state: 'skipped', because })));
  const waitedFor = fresh.filter((on) => !skipped.has(on)).sort((a, b) => a.thresholdAt - b.thresholdAt);
  let changed = false;
  for (const on of waitedFor) changed = (await fire(issue, on, rowOf(on), now)) || changed;
  return changed;
}

async function thoseNotWaitedFor(
  projectId: string,
  fresh: readonly EscalationOnCycle[],
  versions: readonly Agreement[],
  now: Instant,
): Promise<ReadonlyMap<EscalationOnCycle, SkippedBecause>> {
  const published = new Map<string, ReadonlyMap<number, Instant>>();
  for (const id of new Set(fresh.flatMap((on) => (on.passedBefore === null ? [on.agreement.id] : []))))
    published.set(id, await publicationTimes(projectId, id));
  const because = (on: EscalationOnCycle): SkippedBecause | null => {
    if (on.passedBefore !== null) return on.passedBefore;
    const since = inForceSince(on, versions, published.get(on.agreement.id) ?? new Map());
    if (on.thresholdAt < since) return 'not-in-force';
    return now - on.fireAt > TOO_LATE_MS ? 'too-late' : null;
  };
  return new Map(
    fresh.flatMap((on) => {
      const why = because(on);
      return why === null ? [] : [[on, why] as const];
    }),
  );
}

async function fire(
  issue: IssueIdentity,
  on: EscalationOnCycle,
  row: EscalationFiringRow,
  now: Instant,
): Promise<boolean> {
  if (!(await claimFiring(row))) return false;
  const outcome: ActionOutcome[] = [];
  let changed = false;
  for (const action of on.escalation.actions) {
    try {
      const result = await performAction(action, issue, on, now);
      changed ||= result.changed;
      outcome.push({ action: action.do, ok: result.ok, text: result.text });
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      // Refused for now before anything was done: given back, and tried again by whoever comes next.
      if (error.status === 429 && outcome.length === 0) {
        await releaseFiring(row);
        throw error;
      }
      outcome.push({ action: action.do, ok: false, text: refusalWords(action, error) });
    }
  }
  const state = outcome.every(({ ok }) => ok) ? 'done' : 'failed';
  await finishFiring(row, state, outcome);
  await recordAudit(
    issue.projectId,
    {
      actor: ACCORD,
      action: 'ticket-escalated',
      subject: `issue:${issue.issueId}`,
      text: `escalated ${issue.issueKey}: “${on.escalation.name}” of “${on.result.measureName}”, ${on.escalation.when}`,
      facts: { agreement: on.agreement.id, version: on.agreement.version, state },
    },
    now,
  );
  return changed;
}

function refusalWords({ do: action }: EscalationAction, error: JiraError): string {
  switch (error.code) {
    case 'busy':
      return 'Jira was busy.';
    case 'forbidden':
      return 'Accord may not do this in the project.';
    case 'not-found':
      return action === 'notify' || action === 'comment'
        ? 'Accord may not see the ticket, or may not comment on it.'
        : 'Jira does not find what was named.';
    case 'down':
      return 'Jira could not answer.';
    case 'failed':
      return `Jira refused: ${error.said || 'it did not say why'}`.slice(0, 500);
  }
}

/** By when the cycle began: deleting a comment before it shifts its number. */
function isKnown(known: readonly EscalationFiringRow[], on: EscalationOnCycle): boolean {
  const { number, startedBy } = on.cycle;
  return known.some(
    (row) =>
      isOfEscalation(row, on) &&
      (row.begunAt === null ? row.cycleNumber === number : row.begunAt === startedBy.at),
  );
}

/** The number of the cycle, or the next one that no cycle which was numbered so before has taken. */
function freeNumber(known: readonly EscalationFiringRow[], on: EscalationOnCycle): number {
  const taken = new Set(known.flatMap((row) => (isOfEscalation(row, on) ? [row.cycleNumber] : [])));
  let { number } = on.cycle;
  while (taken.has(number)) number++;
  return number;
}

function isOfEscalation(row: EscalationFiringRow, { result, escalation }: EscalationOnCycle): boolean {
  return (
    row.agreementId === result.agreementId &&
    row.measureId === result.measureId &&
    row.escalationId === escalation.id
  );
}

function firingOf(
  { issueId, projectId, issueKey }: IssueIdentity,
  { result, cycle, escalation, agreement, thresholdAt }: EscalationOnCycle,
  now: Instant,
): EscalationFiringRow {
  return {
    issueId,
    agreementId: result.agreementId,
    measureId: result.measureId,
    cycleNumber: cycle.number,
    begunAt: cycle.startedBy.at,
    escalationId: escalation.id,
    projectId,
    issueKey,
    agreementVersion: agreement.version,
    thresholdAt,
    firedAt: now,
    state: 'claimed',
    outcome: [],
    because: null,
  };
}
