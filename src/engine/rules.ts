import type { Agreement, Exclusion, Goal, Measure, PauseCondition } from './agreement';
import { compileCalendar, type Calendar } from './calendar';
import type { CalendarSpec } from './calendar-spec';
import type { FieldId } from './field-value';
import { groupBy } from './group-by';
import type { Instant } from './instant';
import type { Moment } from './moment';
import { compileMoment, type MomentTest } from './moment-match';
import type { Predicate } from './predicate';
import { compilePredicate, type PredicateTest } from './predicate-test';

/** A goal with its calendar; `goal` null = none matched. */
export interface GoalPlan {
  readonly goal: Goal | null;
  readonly when: PredicateTest;
  readonly calendar: Calendar;
  readonly spec: CalendarSpec;
}

export interface MomentPlan {
  readonly moment: Moment;
  readonly hit: MomentTest;
}

/** A measure of one agreement version, compiled. */
export interface MeasurePlan {
  readonly agreement: Agreement;
  readonly measure: Measure;
  readonly scope: PredicateTest;
  readonly cancelWhile: PredicateTest | null;
  readonly start: readonly MomentPlan[];
  readonly stop: readonly MomentPlan[];
  readonly reset: readonly MomentPlan[];
  readonly pauses: readonly { readonly condition: PauseCondition; readonly when: PredicateTest }[];
  readonly goals: readonly GoalPlan[];
  readonly noGoal: GoalPlan;
}

export interface ExclusionPlan {
  readonly exclusion: Exclusion;
  readonly when: PredicateTest;
  readonly during: Calendar | null;
}

/** One measure over all versions of its agreement, in order of effect; `plan` null = not in that version. */
export interface MeasureTimeline {
  readonly agreementId: string;
  readonly measureId: string;
  readonly versions: readonly {
    readonly from: Instant;
    readonly agreement: Agreement;
    readonly plan: MeasurePlan | null;
  }[];
  readonly timeExclusions: readonly ExclusionPlan[];
  readonly cycleExclusions: readonly ExclusionPlan[];
}

export interface DateField {
  readonly field: FieldId;
  readonly slot: number;
  readonly timeZone: string;
}

/** Everything a replay needs, made once for a set of agreement versions and used for any number of issues. */
export interface Rules {
  readonly fields: readonly FieldId[];
  readonly slots: ReadonlyMap<FieldId, number>;
  readonly timelines: readonly MeasureTimeline[];
  /** For each slot, the timelines (by index) that ask for it. */
  readonly timelinesBySlot: readonly (readonly number[])[];
  /** The timelines that listen to comments. */
  readonly timelinesByComment: readonly number[];
  /** Instants at which some version takes effect, ascending. */
  readonly boundaries: readonly Instant[];
  readonly dateFields: readonly DateField[];
}

/**
 * Compiles agreement versions (of one or several agreements, in any order) and the exclusions both sides
 * signed. Throws on a calendar id that the version does not define, and on a negative goal.
 */
export function compileRules(versions: readonly Agreement[], exclusions: readonly Exclusion[]): Rules {
  return new RuleCompiler(versions, exclusions).compile();
}

class RuleCompiler {
  private readonly slots = new Map<FieldId, number>();
  private readonly calendars = new Map<string, Calendar>();
  private readonly dateFields = new Map<string, DateField>();
  private touched = new Set<number>();
  private comments = false;

  constructor(
    private readonly versions: readonly Agreement[],
    private readonly exclusions: readonly Exclusion[],
  ) {}

  compile(): Rules {
    const timelines: MeasureTimeline[] = [];
    const timelinesBySlot: number[][] = [];
    const timelinesByComment: number[] = [];
    for (const versions of byAgreement(this.versions)) {
      for (const measureId of measureIds(versions)) {
        this.touched = new Set();
        this.comments = false;
        const index = timelines.push(this.timeline(versions, measureId)) - 1;
        for (const slot of this.touched) (timelinesBySlot[slot] ??= []).push(index);
        if (this.comments) timelinesByComment.push(index);
      }
    }
    return {
      fields: [...this.slots.keys()],
      slots: this.slots,
      timelines,
      timelinesBySlot: Array.from({ length: this.slots.size }, (_, slot) => timelinesBySlot[slot] ?? []),
      timelinesByComment,
      boundaries: [...new Set(this.versions.map((v) => v.effectiveFrom))].sort((a, b) => a - b),
      dateFields: [...this.dateFields.values()],
    };
  }

  private readonly slotOf = (field: FieldId): number => {
    let slot = this.slots.get(field);
    if (slot === undefined) this.slots.set(field, (slot = this.slots.size));
    this.touched.add(slot);
    return slot;
  };

  private predicate(predicate: Predicate): PredicateTest {
    return compilePredicate(predicate, this.slotOf);
  }

  private timeline(versions: readonly Agreement[], measureId: string): MeasureTimeline {
    const agreementId = (versions[0] as Agreement).id;
    const applying = this.exclusions
      .filter(
        (e) => e.agreementId === agreementId && (e.measures.length === 0 || e.measures.includes(measureId)),
      )
      .map((exclusion) => ({
        exclusion,
        when: this.predicate(exclusion.when),
        during: exclusion.during === null ? null : this.calendar(exclusion.during),
      }));
    return {
      agreementId,
      measureId,
      versions: versions.map((agreement) => ({
        from: agreement.effectiveFrom,
        agreement,
        plan: this.plan(agreement, measureId),
      })),
      timeExclusions: applying.filter((e) => e.exclusion.effect === 'time'),
      cycleExclusions: applying.filter((e) => e.exclusion.effect === 'cycle'),
    };
  }

  private plan(agreement: Agreement, measureId: string): MeasurePlan | null {
    const measure = agreement.measures.find((m) => m.id === measureId);
    if (measure === undefined) return null;
    const calendarSpec = (id: string): CalendarSpec => {
      const spec = agreement.calendars.find((c) => c.id === id);
      if (spec === undefined)
        throw new Error(`Agreement ${agreement.id} has no calendar "${id}" (measure ${measureId}).`);
      return spec;
    };
    for (const { name, durationMs } of measure.goals) {
      if (durationMs !== null && !(durationMs >= 0)) {
        throw new Error(`Goal "${name}" of measure ${measureId} has the duration ${durationMs} ms.`);
      }
    }
    const goalPlan = (goal: Goal | null, calendarId: string): GoalPlan => ({
      goal,
      when: goal === null ? () => true : this.predicate(goal.when),
      calendar: this.calendar(calendarSpec(calendarId)),
      spec: calendarSpec(calendarId),
    });
    const { timeZone } = calendarSpec(measure.calendar);
    const moments = (list: readonly Moment[]): MomentPlan[] =>
      list.map((moment) => this.moment(moment, timeZone));
    return {
      agreement,
      measure,
      scope: this.predicate(agreement.scope),
      cancelWhile: measure.cancelWhile === null ? null : this.predicate(measure.cancelWhile),
      start: moments(measure.start),
      stop: moments(measure.stop),
      reset: moments(measure.reset),
      pauses: measure.pauseWhile.map((condition) => ({ condition, when: this.predicate(condition.when) })),
      goals: measure.goals.map((goal) => goalPlan(goal, goal.calendar)),
      noGoal: goalPlan(null, measure.calendar),
    };
  }

  private moment(moment: Moment, timeZone: string): MomentPlan {
    if (moment.on === 'commented') this.comments = true;
    if (moment.on === 'date-reached') {
      const slot = this.slotOf(moment.field);
      this.dateFields.set(`${slot} ${timeZone}`, { field: moment.field, slot, timeZone });
    }
    return { moment, hit: compileMoment(moment, this.slotOf, timeZone) };
  }

  /** Versions that keep a calendar share its index. */
  private calendar(spec: CalendarSpec): Calendar {
    const key = JSON.stringify(spec);
    let calendar = this.calendars.get(key);
    if (calendar === undefined) this.calendars.set(key, (calendar = compileCalendar(spec)));
    return calendar;
  }
}

function byAgreement(versions: readonly Agreement[]): Agreement[][] {
  return [...groupBy(versions, ({ id }) => id).values()].map((group) =>
    group.sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.version - b.version),
  );
}

function measureIds(versions: readonly Agreement[]): string[] {
  return [...new Set(versions.flatMap((v) => v.measures.map((m) => m.id)))];
}
