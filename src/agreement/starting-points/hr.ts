import type { AgreementDraft } from '../document';
import { agreementId } from './agreement-id';
import { partiesOf, reportOf } from './parties-of';
import type { PresetInput } from './project-outline';
import { maintenanceCalendar, standingExclusions } from './standing-exclusions';
import { waitingPauses } from './waiting-statuses';

/** Questions and requests to the people team: nothing is urgent by the minute, everything gets an answer. */
export function hr(input: PresetInput): AgreementDraft {
  const { projectKey, statuses, timeZone, today, effectiveFrom = today } = input;
  return {
    accord: 1,
    id: agreementId(projectKey, 'hr'),
    version: 1,
    name: `People services of ${projectKey}`,
    kind: 'sla',
    effectiveFrom,
    parties: partiesOf(input, `${projectKey} people team`, `Employees served by ${projectKey}`),
    calendars: [
      { id: 'office-hours', name: 'Office hours', timeZone, hours: { 'mon-fri': '09:00-17:00' } },
      maintenanceCalendar(timeZone),
    ],
    measures: [
      {
        preset: 'time-to-first-response',
        goals: [{ name: 'Every request', within: '8h' }],
        target: '90%',
      },
      {
        preset: 'time-to-resolution',
        pauseWhile: waitingPauses(statuses),
        goals: [{ name: 'Every request', within: '40h' }],
        target: '85%',
      },
    ],
    exclusions: standingExclusions(input, '3', ['time-to-first-response']),
    responsibilities: [
      {
        of: 'provider',
        text: 'Settles a request, or names the person who does and hands it over.',
        measure: 'time-to-resolution',
      },
      {
        of: 'provider',
        text: 'Says at the first answer what happens next and when.',
        measure: 'time-to-first-response',
      },
      {
        of: 'customer',
        text: 'Adds the documents a request needs when it is made.',
      },
    ],
    consequences: {
      actions: [
        'When a target is missed, the people team names the cause and one improvement in the report.',
      ],
    },
    report: reportOf(input, 'quarter'),
  };
}
