import type { AgreementDraft } from '../document';
import { agreementId } from './agreement-id';
import { partiesOf, reportOf } from './parties-of';
import type { PresetInput } from './project-outline';
import { maintenanceCalendar, standingExclusions } from './standing-exclusions';
import { waitingPauses } from './waiting-statuses';

/** Between two teams of one house: a quick first answer, and a limit on the working time one team keeps a ticket. */
export function internalOla(input: PresetInput): AgreementDraft {
  const { projectKey, statuses, timeZone, today, effectiveFrom = today } = input;
  const pauses = waitingPauses(statuses);
  const clock =
    pauses.length > 0
      ? { pauseWhile: pauses }
      : { runWhile: { name: 'Unresolved', when: 'resolution is EMPTY' } };
  return {
    accord: 1,
    id: agreementId(projectKey, 'internal-ola'),
    version: 1,
    name: `Agreement between teams in ${projectKey}`,
    kind: 'ola',
    effectiveFrom,
    parties: partiesOf(input, `Team that serves in ${projectKey}`, `Team that asks in ${projectKey}`),
    calendars: [
      { id: 'office-hours', name: 'Office hours', timeZone, hours: { 'mon-fri': '09:00-17:00' } },
      maintenanceCalendar(timeZone),
    ],
    measures: [
      {
        preset: 'time-to-first-response',
        goals: [{ name: 'Every handover', within: '2h' }],
        target: '90%',
      },
      {
        preset: 'agent-work-time',
        ...clock,
        goals: [{ name: 'Every handover', within: '16h' }],
        target: '85%',
      },
    ],
    exclusions: standingExclusions(input, '2', ['time-to-first-response']),
    responsibilities: [
      {
        of: 'provider',
        text: 'Takes a handover on or gives it back with the reason, within the goal of the first response.',
        measure: 'time-to-first-response',
      },
      {
        of: 'customer',
        text: 'Hands over with what has been tried, what was found and what is expected.',
      },
    ],
    consequences: {
      actions: ['When a target is missed, both leads look at the five longest tickets together.'],
    },
    report: reportOf(input, 'month'),
  };
}
