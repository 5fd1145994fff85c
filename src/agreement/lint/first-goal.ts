import type { Agreement, Goal, Measure } from '../../engine/agreement';
import type { Predicate } from '../../engine/predicate';
import type { IssueState } from '../../engine/predicate-test';
import type { SampleStates } from '../../engine/sample-states';

/** Everything that decides which goal a ticket has. */
export function goalConditions({ scope }: Agreement, { cancelWhile, goals }: Measure): readonly Predicate[] {
  return [scope, ...(cancelWhile === null ? [] : [cancelWhile]), ...goals.map(({ when }) => when)];
}

/**
 * Which goal (by place) the measure gives a ticket in a state: the first that matches. null = the agreement is
 * not for it, the measure is cancelled, or no goal matches.
 */
export function firstGoal(
  { scope }: Agreement,
  { cancelWhile, goals }: Measure,
  states: SampleStates,
): (state: IssueState) => number | null {
  const attaches = states.test(scope);
  const cancelled = cancelWhile === null ? () => false : states.test(cancelWhile);
  const tests = goals.map((goal: Goal) => states.test(goal.when));
  return (state) => {
    if (!attaches(state) || cancelled(state)) return null;
    const place = tests.findIndex((test) => test(state));
    return place < 0 ? null : place;
  };
}
