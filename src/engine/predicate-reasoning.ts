import type { FieldFacts } from './distinct-values';
import type { Predicate } from './predicate';
import { SampleStates, type SampleState } from './sample-states';

/** `too-many`: the predicates tell more states apart than are looked at, so nothing is claimed. */
export type Possibility =
  | { readonly answer: 'yes'; readonly example: SampleState }
  | { readonly answer: 'no' }
  | { readonly answer: 'too-many' };

export type Implication =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly counterExample: SampleState }
  | { readonly answer: 'too-many' };

/**
 * Is there any state of an issue in which the predicate is true?
 *
 * canHold({ op: 'and', of: [isHigh, { op: 'empty', field: 'priority' }] }, facts) //=> { answer: 'no' }
 */
export function canHold(predicate: Predicate, facts: FieldFacts): Possibility {
  const states = SampleStates.of([predicate], facts);
  if (states === null) return { answer: 'too-many' };
  const example = states.find(states.test(predicate));
  return example === null ? { answer: 'no' } : { answer: 'yes', example };
}

/** Is `b` true wherever `a` is? If not, with a state in which it is not. */
export function implies(a: Predicate, b: Predicate, facts: FieldFacts): Implication {
  const possible = canHold({ op: 'and', of: [a, { op: 'not', of: b }] }, facts);
  switch (possible.answer) {
    case 'yes':
      return { answer: 'no', counterExample: possible.example };
    case 'no':
      return { answer: 'yes' };
    case 'too-many':
      return possible;
  }
}
