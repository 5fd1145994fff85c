import type { Finding } from '../../contract/draft';
import type { Agreement, Goal, Measure } from '../../engine/agreement';
import type { Millis } from '../../engine/instant';
import { SampleStates } from '../../engine/sample-states';
import type { IssueState } from '../../engine/predicate-test';
import { writeDuration } from '../duration-text';
import { calendarOf, neverCloses, sameHours } from './calendar-hours';
import { firstGoal, goalConditions } from './first-goal';
import type { LintSubject } from './lint-subject';
import { ticketInWords } from './ticket-in-words';

interface Part {
  readonly agreement: Agreement;
  readonly measure: Measure;
}

/**
 * What teams and suppliers may take together (agreements of the kinds OLA and underpinning contract, for the
 * measure of the same id) beyond what the customer was promised for the same ticket.
 */
export function olaBeyondSla({ agreement, site, facts }: LintSubject): readonly Finding[] {
  const others = newest(site.others.filter(({ id }) => id !== agreement.id));
  return agreement.measures.flatMap((measure, index) => {
    const own: Part = { agreement, measure };
    const same = others.flatMap((other): Part[] => {
      const found = other.measures.find(({ id }) => id === measure.id);
      return found ? [{ agreement: other, measure: found }] : [];
    });
    const promised = [own, ...same].filter((part) => part.agreement.kind === 'sla');
    const under = [own, ...same].filter((part) => part.agreement.kind !== 'sla');
    return promised
      .filter((sla) => sla === own || under.includes(own))
      .flatMap((sla) => excesses(sla, under, own, index, site, facts));
  });
}

/** The latest version of each agreement. */
function newest(agreements: readonly Agreement[]): readonly Agreement[] {
  const latest = new Map<string, Agreement>();
  for (const each of agreements)
    if ((latest.get(each.id)?.version ?? -1) < each.version) latest.set(each.id, each);
  return [...latest.values()];
}

function excesses(
  sla: Part,
  under: readonly Part[],
  own: Part,
  index: number,
  site: LintSubject['site'],
  facts: LintSubject['facts'],
): readonly Finding[] {
  if (under.length === 0) return [];
  const parts = [sla, ...under];
  const states = SampleStates.of(
    parts.flatMap((part) => goalConditions(part.agreement, part.measure)),
    facts,
  );
  if (states === null) return [];
  const goalOf = new Map(parts.map((part) => [part, firstGoal(part.agreement, part.measure, states)]));
  const goalAt = (part: Part, state: IssueState): Goal | null =>
    part.measure.goals[goalOf.get(part)?.(state) ?? -1] ?? null;
  return own.measure.goals.flatMap((goal, place): Finding[] => {
    const state = states.find(
      (each) => goalAt(own, each) === goal && sumBeyond(sla, under, each, goalAt) !== null,
    );
    if (state === null) return [];
    const row = states.slotted(state);
    const sum = writeDuration(sumBeyond(sla, under, row, goalAt));
    const promised = writeDuration(goalAt(sla, row)?.durationMs ?? null);
    const names = counted(sla, under, row, goalAt).map((part) => `“${part.agreement.name}”`);
    return [
      {
        rule: 'ola-beyond-sla',
        severity: 'error',
        path: `measures[${index}].goals[${place}].within`,
        message: `${names.join(' and ')} may take ${sum} for “${own.measure.name}”, beyond the ${promised} that “${sla.agreement.name}” promises the customer.`,
        remedy: 'Promise the customer more time, or agree on less with the teams and suppliers behind it.',
        counterExample: `${ticketInWords(state, site)}: ${sum} behind the scenes, ${promised} promised.`,
      },
    ];
  });
}

type GoalAt = (part: Part, state: IssueState) => Goal | null;

/** Those that apply to the ticket and whose hours can be compared with the customer's. */
function counted(sla: Part, under: readonly Part[], state: IssueState, goalAt: GoalAt): readonly Part[] {
  const promised = goalAt(sla, state);
  if (promised === null || promised.durationMs === null) return [];
  const hours = calendarOf(sla.agreement, promised.calendar);
  return under.filter((part) => {
    const goal = goalAt(part, state);
    if (goal === null || goal.durationMs === null) return false;
    return (
      sameHours(calendarOf(part.agreement, goal.calendar), hours) ||
      neverCloses(hours, sla.agreement.effectiveFrom)
    );
  });
}

/** null = within what is promised. */
function sumBeyond(sla: Part, under: readonly Part[], state: IssueState, goalAt: GoalAt): Millis | null {
  const promised = goalAt(sla, state)?.durationMs ?? Infinity;
  const sum = counted(sla, under, state, goalAt).reduce(
    (total, part) => total + (goalAt(part, state)?.durationMs ?? 0),
    0,
  );
  return sum > promised ? sum : null;
}
