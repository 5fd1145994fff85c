import { instantOfDateText } from './date-text';
import type { FieldId, FieldItem, FieldValue } from './field-value';
import type { Operand, Predicate } from './predicate';

/** Field values of one issue at one instant, by slot: only the fields some rule asks for have one. */
export type IssueState = readonly FieldValue[];

/** A predicate made ready to be asked often. */
export type PredicateTest = (state: IssueState) => boolean;

/** Gives every field a rule asks for its place in the state. */
export type SlotOf = (field: FieldId) => number;

/**
 * Compiles a predicate to a function of the state; `slotOf` is asked once for each field it reads.
 * The empty `and` is true, the empty `or` false; text is compared ignoring case, ids exactly.
 *
 * compilePredicate({ op: 'in', field: 'status', values: [{ text: 'open' }] }, slotOf)(state)
 * //=> true while the status reads "Open"
 */
export function compilePredicate(predicate: Predicate, slotOf: SlotOf): PredicateTest {
  switch (predicate.op) {
    case 'always':
      return () => true;
    case 'and': {
      const tests = predicate.of.map((p) => compilePredicate(p, slotOf));
      return (state) => tests.every((test) => test(state));
    }
    case 'or': {
      const tests = predicate.of.map((p) => compilePredicate(p, slotOf));
      return (state) => tests.some((test) => test(state));
    }
    case 'not': {
      const test = compilePredicate(predicate.of, slotOf);
      return (state) => !test(state);
    }
    case 'in':
    case 'not-in': {
      const slot = slotOf(predicate.field);
      const matches = matcherOf(predicate.values);
      if (predicate.op === 'in') return (state) => hasMatch(state[slot], matches);
      return (state) => isSet(state[slot]) && !hasMatch(state[slot], matches);
    }
    case 'empty': {
      const slot = slotOf(predicate.field);
      return (state) => !isSet(state[slot]);
    }
    case 'not-empty': {
      const slot = slotOf(predicate.field);
      return (state) => isSet(state[slot]);
    }
    case 'number': {
      const { value, relation } = predicate;
      return anyItem(slotOf(predicate.field), (item) => compare(numberOf(item), relation, value));
    }
    case 'date': {
      const { value, relation } = predicate;
      return anyItem(slotOf(predicate.field), (item) =>
        compare(instantOfDateText(item.id ?? item.text ?? '', 'UTC'), relation, value),
      );
    }
    case 'words':
    case 'not-words': {
      const slot = slotOf(predicate.field);
      const { words } = predicate;
      const holds = (value: FieldValue | undefined) => hasWords(value ?? [], words);
      if (predicate.op === 'words') return (state) => holds(state[slot]);
      return (state) => isSet(state[slot]) && !holds(state[slot]);
    }
  }
}

/** Matches one field item against a list of operands: by id exactly, or by text ignoring case. */
export function matcherOf(operands: readonly Operand[]): (item: FieldItem) => boolean {
  const ids = new Set<string>();
  const texts = new Set<string>();
  for (const { id, text } of operands) {
    if (id !== undefined) ids.add(id);
    if (text !== undefined) texts.add(text.toLowerCase());
  }
  const known = new Map<string, boolean>();
  const matchesText = (text: string): boolean => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = texts.has(text.toLowerCase());
      if (known.size < REMEMBERED_TEXTS) known.set(text, answer);
    }
    return answer;
  };
  if (texts.size === 0) return ({ id }) => id !== null && ids.has(id);
  return ({ id, text }) => (id !== null && ids.has(id)) || (text !== null && matchesText(text));
}

/** Statuses and priorities are few; free text must not fill the memory. */
const REMEMBERED_TEXTS = 256;

function hasMatch(value: FieldValue | undefined, matches: (item: FieldItem) => boolean): boolean {
  if (value === undefined) return false;
  for (const item of value) if (matches(item)) return true;
  return false;
}

function isSet(value: FieldValue | undefined): boolean {
  return value !== undefined && value.length > 0;
}

function anyItem(slot: number, test: (item: FieldItem) => boolean): PredicateTest {
  return (state) => hasMatch(state[slot], test);
}

function numberOf({ id, text }: FieldItem): number {
  const raw = id ?? text;
  return raw === null || raw.trim() === '' ? NaN : Number(raw);
}

function compare(left: number, relation: '=' | '!=' | '<' | '<=' | '>' | '>=', right: number): boolean {
  if (Number.isNaN(left)) return false;
  switch (relation) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function hasWords(
  value: FieldValue,
  wanted: readonly { readonly word: string; readonly prefix: boolean }[],
): boolean {
  const found = value.flatMap((item) => (item.text ?? item.id ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return wanted.every(({ word, prefix }) => {
    const lower = word.toLowerCase();
    return found.some((w) => (prefix ? w.startsWith(lower) : w === lower));
  });
}
