import type { Finding } from '../../contract/draft';
import type { Measure } from '../../engine/agreement';
import type { FieldId } from '../../engine/field-value';
import type { Predicate } from '../../engine/predicate';
import { canHold, implies } from '../../engine/predicate-reasoning';
import { compilePredicate } from '../../engine/predicate-test';
import { SampleStates, type SampleState } from '../../engine/sample-states';
import { firstGoal, goalConditions } from './first-goal';
import type { LintSubject } from './lint-subject';
import { ticketInWords } from './ticket-in-words';

/** A goal that no ticket ever has: it cannot match, or an earlier one takes every ticket it is for. */
export function unreachableGoal(subject: LintSubject): readonly Finding[] {
  const { agreement, facts } = subject;
  // Nothing is reached where nothing attaches; that is told by itself.
  if (canHold(agreement.scope, facts).answer === 'no') return [];
  return agreement.measures.flatMap((measure, index) =>
    unreachedOf(measure, subject).map(({ place, example }) =>
      findingOf(subject, measure, `measures[${index}].goals[${place}]`, place, example),
    ),
  );
}

interface Unreached {
  readonly place: number;
  /** A ticket it is for, which goes to another goal; null = there is no ticket it is for. */
  readonly example: { readonly state: SampleState; readonly goesTo: number } | null;
}

function unreachedOf(measure: Measure, { agreement, facts }: LintSubject): readonly Unreached[] {
  const { goals, cancelWhile } = measure;
  if (cancelWhile !== null && implies(agreement.scope, cancelWhile, facts).answer === 'yes') return [];
  const states = SampleStates.of(goalConditions(agreement, measure), facts);
  if (states === null) return unreachedByPairs(measure, agreement.scope, facts);
  const goalOf = firstGoal(agreement, measure, states);
  const missing = new Set(goals.keys());
  states.find((state) => {
    const place = goalOf(state);
    if (place !== null) missing.delete(place);
    return missing.size === 0;
  });
  return [...missing].map((place) => {
    const matches = states.test((goals[place] as Measure['goals'][number]).when);
    const state = states.find((each) => goalOf(each) !== null && matches(each));
    if (state === null) return { place, example: null };
    const goesTo = goalOf(states.slotted(state)) as number;
    return { place, example: { state, goesTo } };
  });
}

/** Where all conditions together are too many: is a goal covered by a single one before it? */
function unreachedByPairs(
  { goals }: Measure,
  scope: Predicate,
  facts: LintSubject['facts'],
): readonly Unreached[] {
  return goals.flatMap(({ when }, place): Unreached[] => {
    const both: Predicate = { op: 'and', of: [scope, when] };
    const possible = canHold(both, facts);
    if (possible.answer === 'no') return [{ place, example: null }];
    if (possible.answer === 'too-many') return [];
    const { example } = possible;
    // What does not hold on one ticket of the goal does not cover the goal.
    const goesTo = goals
      .slice(0, place)
      .findIndex(
        (earlier) => isTrueOf(earlier.when, example) && implies(both, earlier.when, facts).answer === 'yes',
      );
    return goesTo < 0 ? [] : [{ place, example: { state: example, goesTo } }];
  });
}

/** A condition on a field that the state does not speak of could go either way, so it is taken for untrue. */
function isTrueOf(predicate: Predicate, state: SampleState): boolean {
  const fields = Object.keys(state);
  const asked: FieldId[] = [];
  const test = compilePredicate(predicate, (field) => {
    asked.push(field);
    return fields.indexOf(field);
  });
  return asked.every((field) => fields.includes(field)) && test(Object.values(state));
}

function findingOf(
  { site }: LintSubject,
  { name, goals }: Measure,
  path: string,
  place: number,
  example: Unreached['example'],
): Finding {
  const own = goals[place]?.name ?? '';
  const frame = { rule: 'unreachable-goal', severity: 'error', path } as const;
  if (example === null)
    return {
      ...frame,
      message: `No ticket can ever have the goal “${own}” of “${name}”: its condition contradicts itself or the scope.`,
      remedy: 'Correct its condition, or take the goal out.',
      counterExample: null,
    };
  const earlier = goals[example.goesTo]?.name ?? '';
  return {
    ...frame,
    message: `No ticket ever gets the goal “${own}” of “${name}”: goals above it take every ticket it is for.`,
    remedy: `Move it above “${earlier}”, or narrow that one.`,
    counterExample: `${ticketInWords(example.state, site)} goes to “${earlier}”.`,
  };
}
