import type { Agreement, Exclusion } from './agreement';
import type { MeasureResult, NotStarted } from './cycle';
import type { RulesChangedEntry, TrackEntry } from './cycle-track';
import { pendingDates, type PendingDate } from './date-moments';
import { NOT_SET, type FieldValue } from './field-value';
import type { Instant } from './instant';
import type { HistoryEntry, IssueHistory } from './issue-history';
import { MeasureTracker } from './measure-tracker';
import type { MomentContext } from './moment-match';
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
  const run = new Replay(rules, history, now);
  run.run();
  return run.trackers.map((tracker) => resultOf(tracker, rules, run.dates, now));
}

/** One walk through a history: instant by instant, each entry shown to the trackers it may matter to. */
class Replay {
  readonly trackers: readonly MeasureTracker[];
  readonly dates: readonly PendingDate[];
  private readonly state: FieldValue[];
  private readonly everSet: Uint8Array;
  private readonly context: MomentContext;
  /** The trackers shown something in the instant at hand: the first `touchedCount` of this list. */
  private readonly touched: MeasureTracker[] = [];
  private touchedCount = 0;

  constructor(
    private readonly rules: Rules,
    private readonly history: IssueHistory,
    private readonly now: Instant,
  ) {
    this.state = rules.fields.map((field) => history.initial[field] ?? NOT_SET);
    this.everSet = new Uint8Array(this.state.length);
    this.context = { state: this.state, everSet: this.everSet };
    this.trackers = rules.timelines.map((timeline) => new MeasureTracker(timeline, history.created));
    this.dates = rules.dateFields.length === 0 ? [] : pendingDates(rules.dateFields, history, now);
  }

  run(): void {
    const { now } = this;
    const { entries, created } = this.history;
    const { boundaries } = this.rules;
    let entry = 0;
    let date = 0;
    let boundary = 0;
    for (;;) {
      let at = entry < entries.length ? (entries[entry] as HistoryEntry).at : Infinity;
      const dateAt = date < this.dates.length ? (this.dates[date] as PendingDate).at : Infinity;
      const boundaryAt = boundary < boundaries.length ? (boundaries[boundary] as Instant) : Infinity;
      if (dateAt < at) at = dateAt;
      if (boundaryAt < at) at = boundaryAt;
      if (at > now || at === Infinity) return;

      let cause: TrackEntry | null = null;
      if (boundaryAt === at) {
        boundary++;
        this.enterAll(at);
      }
      while (entry < entries.length && (entries[entry] as HistoryEntry).at === at) {
        const met = entries[entry++] as HistoryEntry;
        cause = met;
        this.show(met);
      }
      while (date < this.dates.length && (this.dates[date] as PendingDate).at === at) {
        const met = this.dates[date++] as PendingDate;
        cause = met;
        for (const tracker of this.trackers) this.touch(tracker).meet(met, this.context);
      }
      this.settle(at, cause, at >= created);
    }
  }

  private enterAll(at: Instant): void {
    for (const tracker of this.trackers) this.touch(tracker).enter(at);
  }

  /** Puts an entry into the state and shows it to whoever asks for its field or for comments. */
  private show(entry: HistoryEntry): void {
    switch (entry.kind) {
      case 'created':
        this.enterAll(entry.at);
        for (const tracker of this.trackers) tracker.meet(entry, this.context);
        this.state.forEach((value, slot) => value.length > 0 && (this.everSet[slot] = 1));
        return;
      case 'changed': {
        const slot = this.rules.slots.get(entry.field);
        if (slot === undefined) return;
        this.state[slot] = entry.to;
        const interested = this.rules.timelinesBySlot[slot] as readonly number[];
        for (let i = 0; i < interested.length; i++) {
          const tracker = this.touch(this.trackers[interested[i] as number] as MeasureTracker);
          tracker.stateChanged = true;
          tracker.meet(entry, this.context);
        }
        if (entry.to.length > 0) this.everSet[slot] = 1;
        return;
      }
      case 'commented': {
        const interested = this.rules.timelinesByComment;
        for (let i = 0; i < interested.length; i++) {
          this.touch(this.trackers[interested[i] as number] as MeasureTracker).meet(entry, this.context);
        }
      }
    }
  }

  private touch(tracker: MeasureTracker): MeasureTracker {
    if (!tracker.touched) {
      tracker.touched = true;
      this.touched[this.touchedCount++] = tracker;
    }
    return tracker;
  }

  private settle(at: Instant, cause: TrackEntry | null, exists: boolean): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const tracker = this.touched[i] as MeasureTracker;
      tracker.touched = false;
      if (exists) tracker.settle(at, cause ?? rulesChanged(tracker, at), this.context);
    }
    this.touchedCount = 0;
  }
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
  { plan, inForce, inScope, cancelled, stoppedBefore, timeline }: MeasureTracker,
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
  if (!inScope) {
    const { name, scopeText } = plan.agreement;
    const covered = scopeText === undefined ? '' : ` It covers tickets with ${scopeText}.`;
    return { reason: 'out-of-scope', text: `“${name}” does not cover this ticket.${covered}` };
  }
  if (cancelled) {
    const { cancelText } = plan.measure;
    return {
      reason: 'cancelled',
      text: `There is no clock while ${cancelText ?? 'the cancel condition of this measure holds'}.`,
    };
  }
  if (stoppedBefore) {
    return {
      reason: 'stopped-before',
      text: 'The clock would have been stopped already when the agreement began to apply.',
    };
  }
  const moments = plan.start.map(({ moment }) => narrateMoment(moment)).join(', or when ');
  return { reason: 'no-start-moment', text: `The clock starts when ${moments}. That has not happened yet.` };
}
