import type { Finding } from '../../contract/draft';
import type { Measure } from '../../engine/agreement';
import type { FieldId } from '../../engine/field-value';
import type { Predicate } from '../../engine/predicate';
import { canHold, implies } from '../../engine/predicate-reasoning';
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
  const fields = goals.map(({ when }) => fieldsOf(when));
  const ofScope = fieldsOf(scope);
  return goals.flatMap(({ when }, place): Unreached[] => {
    const both: Predicate = { op: 'and', of: [scope, when] };
    for (let goesTo = 0; goesTo < place; goesTo++) {
      const asks = fields[goesTo] as ReadonlySet<FieldId>;
      // A condition on a field that this goal does not speak of is not covered by it.
      if ([...asks].some((field) => !fields[place]?.has(field) && !ofScope.has(field))) continue;
      const earlier = (goals[goesTo] as Measure['goals'][number]).when;
      if (implies(both, earlier, facts).answer !== 'yes') continue;
      const possible = canHold(both, facts);
      return [{ place, example: possible.answer === 'yes' ? { state: possible.example, goesTo } : null }];
    }
    return [];
  });
}

function fieldsOf(predicate: Predicate, into = new Set<FieldId>()): Set<FieldId> {
  switch (predicate.op) {
    case 'always':
      return into;
    case 'and':
    case 'or':
      for (const inner of predicate.of) fieldsOf(inner, into);
      return into;
    case 'not':
      return fieldsOf(predicate.of, into);
    default:
      return into.add(predicate.field);
  }
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
