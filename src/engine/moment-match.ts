import type { FieldItem, FieldValue } from './field-value';
import type { HistoryEntry } from './issue-history';
import type { Moment } from './moment';
import {
  compilePredicate,
  matcherOf,
  type IssueState,
  type PredicateTest,
  type SlotOf,
} from './predicate-test';

/** A date field's day or instant has come: the clock's own entry beside Jira's. */
export interface DateReachedEntry {
  readonly kind: 'date-reached';
  readonly at: number;
  readonly field: string;
  readonly timeZone: string;
}

/** What a moment is asked about: one entry, the state right after it, and which fields were ever set before. */
export interface MomentContext {
  readonly state: IssueState;
  readonly everSet: Readonly<Uint8Array>;
}

export type MomentTest = (entry: HistoryEntry | DateReachedEntry, context: MomentContext) => boolean;

/**
 * Compiles a moment. Creation counts as setting the fields the issue was created with: an issue created in
 * status X has entered X, one created with an assignee has had it set (for the first time).
 */
export function compileMoment(moment: Moment, slotOf: SlotOf, timeZone: string): MomentTest {
  const hit = compileKind(moment, slotOf, timeZone);
  if (moment.when === undefined) return hit;
  const holds: PredicateTest = compilePredicate(moment.when, slotOf);
  return (entry, context) => hit(entry, context) && holds(context.state);
}

function compileKind(moment: Moment, slotOf: SlotOf, timeZone: string): MomentTest {
  switch (moment.on) {
    case 'created':
      return (entry) => entry.kind === 'created';
    case 'entered-status': {
      const matches = matcherOf(moment.status);
      const slot = slotOf('status');
      return (entry, { state }) => {
        if (entry.kind === 'created') return some(state[slot], matches);
        return entry.kind === 'changed' && entry.field === 'status' && some(entry.to, matches);
      };
    }
    case 'left-status': {
      const matches = matcherOf(moment.status);
      slotOf('status');
      return (entry) =>
        entry.kind === 'changed' &&
        entry.field === 'status' &&
        some(entry.from, matches) &&
        !some(entry.to, matches);
    }
    case 'commented':
      return compileCommented(moment.by);
    case 'date-reached': {
      slotOf(moment.field);
      return (entry) =>
        entry.kind === 'date-reached' && entry.field === moment.field && entry.timeZone === timeZone;
    }
    case 'field':
      return compileField(moment, slotOf(moment.field));
  }
}

function compileCommented(by: 'provider' | 'customer' | 'internal'): MomentTest {
  switch (by) {
    case 'internal':
      return (entry) => entry.kind === 'commented' && entry.visibility === 'internal';
    case 'provider':
      return (entry) =>
        entry.kind === 'commented' &&
        entry.visibility === 'public' &&
        entry.actor.side === 'provider' &&
        !entry.byReporter;
    case 'customer':
      return (entry) =>
        entry.kind === 'commented' &&
        entry.visibility === 'public' &&
        (entry.actor.side === 'customer' || (entry.byReporter && entry.actor.side !== 'automation'));
  }
}

function compileField({ field, change, to }: Extract<Moment, { on: 'field' }>, slot: number): MomentTest {
  const wanted = to === undefined || to.length === 0 ? () => true : matcherOf(to);
  const isNew = (value: FieldValue, before: FieldValue) =>
    value.some((item) => wanted(item) && !(to && to.length > 0 && before.some(wanted)));
  switch (change) {
    case 'set':
      return (entry, { state }) => {
        if (entry.kind === 'created') return some(state[slot], wanted);
        return (
          entry.kind === 'changed' && entry.field === field && entry.from.length === 0 && isNew(entry.to, [])
        );
      };
    case 'first-set':
      return (entry, { state, everSet }) => {
        if (entry.kind === 'created') return (state[slot]?.length ?? 0) > 0;
        return (
          entry.kind === 'changed' && entry.field === field && entry.to.length > 0 && everSet[slot] === 0
        );
      };
    case 'cleared':
      return (entry) =>
        entry.kind === 'changed' && entry.field === field && entry.from.length > 0 && entry.to.length === 0;
    case 'changed':
      return (entry) =>
        entry.kind === 'changed' &&
        entry.field === field &&
        (to && to.length > 0 ? isNew(entry.to, entry.from) : true);
  }
}

function some(value: FieldValue | undefined, test: (item: FieldItem) => boolean): boolean {
  if (value === undefined) return false;
  for (const item of value) if (test(item)) return true;
  return false;
}
