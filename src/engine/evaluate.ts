import type { Agreement, Exclusion } from './agreement';
import type { MeasureResult, NotStarted } from './cycle';
import type { RulesChangedEntry, TrackEntry } from './cycle-track';
import { pendingDates, type PendingDate } from './date-moments';
import { NOT_SET, type FieldValue } from './field-value';
import type { Instant } from './instant';
import type { HistoryEntry, IssueHistory } from './issue-history';
import { MeasureTracker } from './measure-tracker';
import { narrateMoment } from './narrate';
import { earliest, ReplayedCycle } from './replayed-cycle';
import { compileRules, type Rules } from './rules';

/**
 * The verdict: every measure of the given agreement versions on one issue at `now`, from its history alone.
 * Entries after `now` are not looked at. `versions` may belong to several agreements; `exclusions` are the
 * signed ones. Pure: the same input gives the same answer.
 *
 * evaluate(history, [agreement], [], now)[0].cycles[0].net.elapsedMs //=> 11_400_000
 */
export function evaluate(
  history: IssueHistory,
  versions: readonly Agreement[],
  exclusions: readonly Exclusion[],
  now: Instant,
): MeasureResult[] {
  return replay(compileRules(versions, exclusions), history, now);
}

/** As `evaluate`, with rules compiled once for many issues. */
export function replay(rules: Rules, history: IssueHistory, now: Instant): MeasureResult[] {
  const state: FieldValue[] = rules.fields.map((field) => history.initial[field] ?? NOT_SET);
  const everSet = new Uint8Array(state.length);
  const context = { state, everSet };
  const trackers = rules.timelines.map((timeline) => new MeasureTracker(timeline, history.created));
  const dates = rules.dateFields.length === 0 ? [] : pendingDates(rules.dateFields, history);
  const touched = new Set<MeasureTracker>();
  const { entries } = history;
  let entryIndex = 0;
  let dateIndex = 0;
  let boundaryIndex = 0;

  for (;;) {
    const entry = entries[entryIndex];
    const date = dates[dateIndex];
    const boundary = rules.boundaries[boundaryIndex];
    const at = Math.min(entry?.at ?? Infinity, date?.at ?? Infinity, boundary ?? Infinity);
    if (at > now || at === Infinity) break;
    let cause: TrackEntry | null = null;

    if (boundary === at) {
      boundaryIndex++;
      for (const tracker of trackers) {
        tracker.enter(at);
        touched.add(tracker);
      }
    }
    for (let next = entry; next !== undefined && next.at === at; next = entries[++entryIndex]) {
      cause = next;
      apply(next, rules, state, trackers, touched, context);
      if (next.kind === 'changed') markSet(rules, next, everSet);
      else if (next.kind === 'created')
        state.forEach((value, slot) => value.length > 0 && (everSet[slot] = 1));
    }
    for (let next = date; next !== undefined && next.at === at; next = dates[++dateIndex]) {
      cause = next;
      for (const tracker of trackers) tracker.meet(next, context);
      for (const tracker of trackers) touched.add(tracker);
    }
    if (at >= history.created) {
      for (const tracker of touched) tracker.settle(at, cause ?? rulesChanged(tracker, at), context);
    }
    touched.clear();
  }
  return trackers.map((tracker) => resultOf(tracker, rules, dates, now));
}

/** Puts one entry into the state and shows it to the trackers it may matter to. */
function apply(
  entry: HistoryEntry,
  rules: Rules,
  state: FieldValue[],
  trackers: readonly MeasureTracker[],
  touched: Set<MeasureTracker>,
  context: { state: FieldValue[]; everSet: Uint8Array },
): void {
  let interested: readonly number[];
  switch (entry.kind) {
    case 'created':
      for (const tracker of trackers) {
        tracker.enter(entry.at);
        tracker.meet(entry, context);
        touched.add(tracker);
      }
      return;
    case 'changed': {
      const slot = rules.slots.get(entry.field);
      if (slot === undefined) return;
      state[slot] = entry.to;
      interested = rules.timelinesBySlot[slot] as readonly number[];
      break;
    }
    case 'commented':
      interested = rules.timelinesByComment;
      break;
  }
  for (const index of interested) {
    const tracker = trackers[index] as MeasureTracker;
    if (entry.kind === 'changed') tracker.stateChanged = true;
    tracker.meet(entry, context);
    touched.add(tracker);
  }
}

function markSet(rules: Rules, entry: Extract<HistoryEntry, { kind: 'changed' }>, everSet: Uint8Array): void {
  const slot = rules.slots.get(entry.field);
  if (slot !== undefined && entry.to.length > 0) everSet[slot] = 1;
}

function rulesChanged(tracker: MeasureTracker, at: Instant): RulesChangedEntry {
  const { id, version } = tracker.agreement;
  return { kind: 'rules', at, agreementId: id, version };
}

function resultOf(
  tracker: MeasureTracker,
  rules: Rules,
  dates: readonly PendingDate[],
  now: Instant,
): MeasureResult {
  const { plan, timeline, spans } = tracker;
  const cycles = tracker.cycles.map((track) => new ReplayedCycle(track, spans, now));
  const ahead = rules.boundaries.find((at) => at > now) ?? null;
  const date = dates.find((d) => d.at > now && d.standing)?.at ?? null;
  return {
    agreementId: timeline.agreementId,
    agreementName: plan.agreement.name,
    agreementVersion: plan.agreement.version,
    measureId: timeline.measureId,
    measureName: plan.measure.name,
    cycles,
    notStarted: cycles.length > 0 ? null : notStarted(tracker, now),
    nextChangeAt: earliest([cycles[cycles.length - 1]?.nextChangeAt ?? null, ahead, date]),
  };
}

function notStarted(
  { plan, inForce, inScope, cancelled, timeline }: MeasureTracker,
  now: Instant,
): NotStarted {
  if (!inForce) {
    const next = timeline.versions.find((v) => v.from > now && v.plan !== null);
    return {
      reason: 'not-in-force',
      text: next
        ? `Version ${next.agreement.version} is in force from ${new Date(next.from).toISOString()}.`
        : 'No version of the agreement that is in force has this measure.',
    };
  }
  if (!inScope)
    return { reason: 'out-of-scope', text: `“${plan.agreement.name}” does not cover this ticket.` };
  if (cancelled) return { reason: 'cancelled', text: 'A cancel condition holds on this ticket.' };
  const moments = plan.start.map(({ moment }) => narrateMoment(moment)).join(', or when ');
  return { reason: 'no-start-moment', text: `The clock starts when ${moments}. That has not happened yet.` };
}
