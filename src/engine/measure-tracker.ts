import type { Agreement } from './agreement';
import type { Instant } from './instant';
import type { HistoryEntry } from './issue-history';
import { STOPPED, type CycleTrack, type Span, type TrackEntry } from './cycle-track';
import type { DateReachedEntry, MomentContext } from './moment-match';
import type { PredicateTest } from './predicate-test';
import type { ExclusionPlan, GoalPlan, MeasurePlan, MeasureTimeline, MomentPlan } from './rules';

const NO_EXCLUSIONS: readonly ExclusionPlan[] = [];

/**
 * Follows one measure through an issue's history: fed every entry of an instant (`meet`), then told that
 * the instant is over (`settle`). At one instant a stop counts first, then a pause, then a start.
 */
export class MeasureTracker {
  readonly spans: Span[] = [];
  readonly cycles: CycleTrack[] = [];
  /** The rules that would apply if the measure were in force; kept for the time before and after it is. */
  plan: MeasurePlan;
  /** The version in force, or the first to come. */
  agreement: Agreement;
  inForce = false;
  inScope = false;
  cancelled = false;
  /** The clock was started and stopped again while the agreement did not apply. */
  stoppedBefore = false;

  /** Set when a field some rule asks for has changed: what holds must be asked again. */
  stateChanged = true;
  /** Set by the walk while this tracker has been shown something in the instant at hand. */
  touched = false;

  private open: CycleTrack | null = null;
  /** The last cycle that was stopped (not reset or cancelled). */
  private lastStopped: CycleTrack | undefined;
  /** A start with no cycle open because the agreement does not apply (yet, or any more). */
  private waiting: TrackEntry | null = null;
  private stopHit: TrackEntry | null = null;
  private stopFlag: string | null = null;
  private startHit: TrackEntry | null = null;
  private resetHit: TrackEntry | null = null;
  private firstStop: TrackEntry | null = null;
  private stopAfterStart: TrackEntry | null = null;
  private stopAfterStartFlag: string | null = null;

  constructor(
    readonly timeline: MeasureTimeline,
    private readonly created: Instant,
  ) {
    const first = timeline.versions.find((v) => v.plan !== null) as { plan: MeasurePlan };
    this.plan = first.plan;
    this.agreement = first.plan.agreement;
  }

  /** Looks at one entry with the state right after it. */
  meet(entry: HistoryEntry | DateReachedEntry, context: MomentContext): void {
    const { plan } = this;
    // Nothing can be open at the creation, so a state that stops the clock ends the cycle it begins.
    if (entry.kind === 'created' && firstHit(plan.start, entry, context) !== null) this.startHit = entry;
    const stop = firstHit(plan.stop, entry, context);
    if (stop !== null) {
      const flag = stop.moment.flag ?? null;
      this.firstStop ??= entry;
      if (this.stopHit === null || (this.stopFlag !== null && flag === null)) {
        this.stopHit = entry;
        this.stopFlag = flag;
      }
      if (this.startHit !== null) {
        this.stopAfterStart = entry;
        this.stopAfterStartFlag = flag;
      }
    }
    if (this.resetHit === null && firstHit(plan.reset, entry, context) !== null) this.resetHit = entry;
    if (this.startHit === null && firstHit(plan.start, entry, context) !== null) this.startHit = entry;
  }

  /** A version takes effect at `at` (or the issue is created under it). */
  enter(at: Instant): void {
    let current: MeasureTimeline['versions'][number] | undefined;
    for (const version of this.timeline.versions) if (version.from <= at) current = version;
    this.inForce = current !== undefined && current.plan !== null;
    if (current) this.agreement = current.agreement;
    if (current?.plan) this.plan = current.plan;
    this.stateChanged = true;
  }

  /** All entries of instant `at` have been met; `cause` is the last one. Opens, closes, notes what holds. */
  settle(at: Instant, cause: TrackEntry, { state }: MomentContext): void {
    const { plan } = this;
    if (this.stateChanged) {
      this.inScope = plan.scope(state);
      this.cancelled = plan.cancelWhile !== null && plan.cancelWhile(state);
    } else if (this.stopHit === null && this.startHit === null && this.resetHit === null) return;
    const applies = this.inForce && this.inScope && !this.cancelled;
    const hadOpen = this.open !== null;

    if (this.open !== null) {
      if (this.stopHit !== null) this.close(at, 'stopped', this.stopHit, this.stopFlag);
      else if (!applies) {
        this.waiting = this.open.startEntry;
        this.close(at, 'cancelled', cause, null);
      } else if (this.resetHit !== null) {
        this.close(at, 'reset', this.resetHit, null);
        this.begin(at, this.resetHit, false);
      }
    } else if (this.stopHit !== null) this.dropWaiting();

    if (this.startHit !== null && this.open === null) {
      if (applies) this.start(at, this.startHit, false);
      else this.waiting = this.startHit;
    } else if (this.waiting !== null && applies && this.open === null) this.start(at, cause, true);

    // A stop that did not end the cycle before it ends the one begun in this instant.
    if (this.stopAfterStart !== null && !(hadOpen && this.stopAfterStart === this.firstStop)) {
      if (this.open !== null) this.close(at, 'stopped', this.stopAfterStart, this.stopAfterStartFlag);
      else this.dropWaiting();
    }
    this.note(at, cause, state);
    this.stateChanged = false;
    this.stopHit = this.startHit = this.resetHit = this.firstStop = this.stopAfterStart = null;
    this.stopFlag = this.stopAfterStartFlag = null;
  }

  private dropWaiting(): void {
    this.stoppedBefore ||= this.waiting !== null;
    this.waiting = null;
  }

  private start(at: Instant, entry: TrackEntry, attached: boolean): void {
    this.waiting = null;
    const last = this.lastStopped;
    if (last === undefined) {
      this.begin(this.plan.measure.startFrom === 'created' ? this.created : at, entry, attached);
      return;
    }
    switch (this.plan.measure.reopen) {
      case 'new-cycle':
        this.begin(at, entry, attached);
        return;
      case 'continue':
        last.stopTime = last.stopEntry = last.ending = last.flag = null;
        this.lastStopped = this.cycles.findLast((cycle) => cycle.ending === 'stopped');
        this.open = last;
        return;
      case 'ignore':
    }
  }

  private begin(startTime: Instant, startEntry: TrackEntry, attached: boolean): void {
    this.open = {
      number: this.cycles.length + 1,
      startTime,
      startEntry,
      attached,
      stopTime: null,
      stopEntry: null,
      ending: null,
      flag: null,
    };
    this.cycles.push(this.open);
  }

  private close(at: Instant, ending: CycleTrack['ending'], entry: TrackEntry, flag: string | null): void {
    const cycle = this.open as CycleTrack;
    cycle.stopTime = at;
    cycle.stopEntry = entry;
    cycle.ending = ending;
    cycle.flag = flag;
    if (ending === 'stopped') this.lastStopped = cycle;
    this.open = null;
  }

  /** Appends a span where something that matters for the sums changed. */
  private note(at: Instant, cause: TrackEntry, state: MomentContext['state']): void {
    const { plan } = this;
    const stopped = this.open === null && this.lastStopped !== undefined;
    const pause = stopped ? STOPPED : firstHolding(plan.pauses, state);
    const goal: GoalPlan = plan.goals[firstHolding(plan.goals, state)] ?? plan.noGoal;
    const excluded = holding(this.timeline.timeExclusions, state);
    const leftOut = holding(this.timeline.cycleExclusions, state);
    const last = this.spans[this.spans.length - 1];
    if (
      last !== undefined &&
      last.pause === pause &&
      last.goal === goal &&
      last.plan === plan &&
      same(last.excluded, excluded) &&
      same(last.leftOut, leftOut)
    ) {
      return;
    }
    this.spans.push({ at, pause, goal, plan, excluded, leftOut, cause });
  }
}

function firstHit(
  plans: readonly MomentPlan[],
  entry: HistoryEntry | DateReachedEntry,
  context: MomentContext,
): MomentPlan | null {
  for (let i = 0; i < plans.length; i++) {
    const plan = plans[i] as MomentPlan;
    if (plan.hit(entry, context)) return plan;
  }
  return null;
}

/** Place of the first whose condition holds; -1 = none. */
function firstHolding(
  plans: readonly { readonly when: PredicateTest }[],
  state: MomentContext['state'],
): number {
  for (let i = 0; i < plans.length; i++) {
    if ((plans[i] as { when: PredicateTest }).when(state)) return i;
  }
  return -1;
}

function holding(plans: readonly ExclusionPlan[], state: MomentContext['state']): readonly ExclusionPlan[] {
  return plans.length === 0 ? NO_EXCLUSIONS : plans.filter(({ when }) => when(state));
}

function same(a: readonly ExclusionPlan[], b: readonly ExclusionPlan[]): boolean {
  return a === b || (a.length === b.length && a.every((plan, i) => plan === b[i]));
}
