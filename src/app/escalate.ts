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
  type FiringKey,
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
  const known = new Set((await firingsOfIssue(issue.issueId)).map(keyText));
  const fresh = passed.filter((on) => !known.has(keyText(keyOf(issue, on))));
  if (fresh.length === 0) return false;
  const skipped = await thoseNotWaitedFor(issue.projectId, fresh, versions, now);
  await recordFirings(
    [...skipped].map(([on, because]) => ({ ...rowOf(issue, on, 'skipped', now), because })),
  );
  const waitedFor = fresh.filter((on) => !skipped.has(on)).sort((a, b) => a.thresholdAt - b.thresholdAt);
  let changed = false;
  for (const on of waitedFor) changed = (await fire(issue, on, now)) || changed;
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

async function fire(issue: IssueIdentity, on: EscalationOnCycle, now: Instant): Promise<boolean> {
  const row = rowOf(issue, on, 'claimed', now);
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
    case 'failed':
      // `PUT /rest/...: 400 What Jira says`.
      return `Jira refused: ${error.message.replace(/^[^:]*: \d+\s*/, '') || 'it did not say why'}`.slice(
        0,
        500,
      );
  }
}

function keyOf({ issueId }: IssueIdentity, { result, cycle, escalation }: EscalationOnCycle): FiringKey {
  return {
    issueId,
    agreementId: result.agreementId,
    measureId: result.measureId,
    cycleNumber: cycle.number,
    escalationId: escalation.id,
  };
}

function keyText({ agreementId, measureId, cycleNumber, escalationId }: FiringKey): string {
  return JSON.stringify([agreementId, measureId, cycleNumber, escalationId]);
}

function rowOf(
  issue: IssueIdentity,
  on: EscalationOnCycle,
  state: EscalationFiringRow['state'],
  now: Instant,
): EscalationFiringRow {
  return {
    ...keyOf(issue, on),
    projectId: issue.projectId,
    issueKey: issue.issueKey,
    agreementVersion: on.agreement.version,
    thresholdAt: on.thresholdAt,
    firedAt: now,
    state,
    outcome: [],
    because: null,
  };
}
