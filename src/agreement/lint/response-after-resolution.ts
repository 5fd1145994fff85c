import type { Finding } from '../../contract/draft';
import type { Agreement, Measure } from '../../engine/agreement';
import { SampleStates } from '../../engine/sample-states';
import { writeDuration } from '../duration-text';
import { calendarOf, neverCloses, sameHours } from './calendar-hours';
import { firstGoal, goalConditions } from './first-goal';
import type { LintSubject } from './lint-subject';
import { isFirstResponse, isResolution } from './measure-kind';
import { ticketInWords } from './ticket-in-words';

/** A first response that may take longer than the resolution of the same ticket. */
export function responseAfterResolution(subject: LintSubject): readonly Finding[] {
  const { agreement, document } = subject;
  return agreement.measures.flatMap((response, index) => {
    if (!isFirstResponse(response)) return [];
    return agreement.measures
      .filter((measure, place) => isResolution(measure, document.measures[place]))
      .flatMap((resolution) => contradictions(subject, response, index, resolution));
  });
}

function contradictions(
  { agreement, facts, site }: LintSubject,
  response: Measure,
  index: number,
  resolution: Measure,
): readonly Finding[] {
  const conditions = [...goalConditions(agreement, response), ...goalConditions(agreement, resolution)];
  const states = SampleStates.of(conditions, facts);
  if (states === null) return [];
  const responseGoal = firstGoal(agreement, response, states);
  const resolutionGoal = firstGoal(agreement, resolution, states);
  return response.goals.flatMap((goal, place): Finding[] => {
    const state = states.find((each) => {
      if (responseGoal(each) !== place) return false;
      const other = resolutionGoal(each);
      return other !== null && isLonger(agreement, goal, resolution.goals[other]);
    });
    if (state === null) return [];
    const other = resolution.goals[resolutionGoal(states.slotted(state)) as number];
    const [within, solved] = [writeDuration(goal.durationMs), writeDuration(other?.durationMs ?? null)];
    return [
      {
        rule: 'response-after-resolution',
        severity: 'error',
        path: `measures[${index}].goals[${place}].within`,
        message: `The first response may take ${within}, longer than the resolution of the same ticket (${solved}).`,
        remedy: `Promise the response within ${solved} or less, or give the resolution more time.`,
        counterExample: `${ticketInWords(state, site)}: answered within ${within}, but resolved within ${solved} (“${other?.name}”).`,
      },
    ];
  });
}

/** Only where the hours can be compared: the same, or the resolution counts every hour there is. */
function isLonger(
  agreement: Agreement,
  response: Measure['goals'][number],
  resolution?: Measure['goals'][number],
): boolean {
  if (!resolution || response.durationMs === null || resolution.durationMs === null) return false;
  if (response.durationMs <= resolution.durationMs) return false;
  const [a, b] = [calendarOf(agreement, response.calendar), calendarOf(agreement, resolution.calendar)];
  return sameHours(a, b) || neverCloses(b, agreement.effectiveFrom);
}
