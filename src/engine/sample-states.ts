import { distinctValues, type FieldFacts, type FieldQuestion } from './distinct-values';
import { NOT_SET, type FieldId, type FieldValue } from './field-value';
import type { Predicate } from './predicate';
import { compilePredicate, type IssueState, type PredicateTest } from './predicate-test';

/** Values of the fields that were asked for; an issue with them answers as told. */
export type SampleState = Readonly<Record<FieldId, FieldValue>>;

const MOST_STATES = 10_000;

/**
 * The states of an issue that a set of predicates can tell apart: finitely many, so that what is true of all of
 * them is true of every issue.
 */
export class SampleStates {
  private constructor(
    private readonly fields: readonly FieldId[],
    private readonly values: readonly (readonly FieldValue[])[],
  ) {}

  /** null = too many to tell. */
  static of(predicates: readonly Predicate[], facts: FieldFacts): SampleStates | null {
    const questions = new Map<FieldId, Map<string, FieldQuestion>>();
    for (const predicate of predicates) collect(predicate, questions);
    const fields = [...questions.keys()];
    const values: (readonly FieldValue[])[] = [];
    let count = 1;
    for (const [field, asked] of questions) {
      const distinct = distinctValues(field, [...asked.values()], facts);
      if (distinct === null) return null;
      values.push(distinct);
      count *= distinct.length;
      if (count > MOST_STATES) return null;
    }
    return new SampleStates(fields, values);
  }

  /** Of a predicate over fields these states were made for. */
  test(predicate: Predicate): PredicateTest {
    return compilePredicate(predicate, (field) => {
      const slot = this.fields.indexOf(field);
      if (slot < 0) throw new Error(`The states were not made for ${field}`);
      return slot;
    });
  }

  /** The first state that passes; null = none does. Values named in the predicates come first. */
  find(test: PredicateTest): SampleState | null {
    const { fields, values } = this;
    if (values.some((list) => list.length === 0)) return null;
    const places = values.map(() => 0);
    const state: FieldValue[] = values.map((list) => list[0] as FieldValue);
    for (;;) {
      if (test(state)) return this.named(state);
      let slot = fields.length - 1;
      for (; slot >= 0; slot--) {
        const list = values[slot] as readonly FieldValue[];
        const next = ((places[slot] as number) + 1) % list.length;
        places[slot] = next;
        state[slot] = list[next] as FieldValue;
        if (next > 0) break;
      }
      if (slot < 0) return null;
    }
  }

  /** A state that was found, as tests read it. */
  slotted(state: SampleState): IssueState {
    return this.fields.map((field) => state[field] ?? NOT_SET);
  }

  private named(state: IssueState): SampleState {
    return Object.fromEntries(this.fields.map((field, slot) => [field, state[slot] as FieldValue]));
  }
}

function collect(predicate: Predicate, into: Map<FieldId, Map<string, FieldQuestion>>): void {
  switch (predicate.op) {
    case 'always':
      return;
    case 'and':
    case 'or':
      for (const inner of predicate.of) collect(inner, into);
      return;
    case 'not':
      return collect(predicate.of, into);
    default: {
      const asked = into.get(predicate.field) ?? new Map<string, FieldQuestion>();
      into.set(predicate.field, asked.set(JSON.stringify(predicate), predicate));
    }
  }
}
