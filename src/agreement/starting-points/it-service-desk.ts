import type { AgreementDraft } from '../document';
import { agreementId } from './agreement-id';
import { goalsByPriority } from './goals-by-priority';
import { partiesOf, reportOf } from './parties-of';
import type { PresetInput } from './project-outline';
import { maintenanceCalendar, standingExclusions } from './standing-exclusions';
import { waitingPauses } from './waiting-statuses';

/** Incidents and requests of a company's own people: response, resolution and follow-up, by priority. */
export function itServiceDesk(input: PresetInput): AgreementDraft {
  const { projectKey, priorities, statuses, timeZone, today, effectiveFrom = today } = input;
  const urgent = 'around-the-clock';
  const response = { highest: '30m', second: '2h', lowest: '8h', rest: '4h' };
  const resolution = { highest: '4h', second: '8h', lowest: '80h', rest: '24h' };
  return {
    accord: 1,
    id: agreementId(projectKey, 'it-service-desk'),
    version: 1,
    name: `IT service desk of ${projectKey}`,
    kind: 'sla',
    effectiveFrom,
    parties: partiesOf(input, `${projectKey} service desk`, `People served by ${projectKey}`),
    calendars: [
      { id: 'office-hours', name: 'Office hours', timeZone, hours: { 'mon-fri': '08:00-18:00' } },
      { id: urgent, name: 'Around the clock', timeZone, hours: 'always' },
      maintenanceCalendar(timeZone),
    ],
    measures: [
      {
        preset: 'time-to-first-response',
        goals: goalsByPriority(priorities, response, urgent),
        target: '90%',
      },
      {
        preset: 'time-to-resolution',
        pauseWhile: waitingPauses(statuses),
        goals: goalsByPriority(priorities, resolution, urgent),
        target: '90%',
      },
      {
        preset: 'next-response',
        goals: [{ name: 'Every message of the customer', within: '8h' }],
        target: '85%',
      },
    ],
    exclusions: standingExclusions(input, '4', ['time-to-first-response']),
    responsibilities: [
      {
        of: 'provider',
        text: 'Answers every ticket with a person, not with an automatic message.',
        measure: 'time-to-first-response',
      },
      {
        of: 'provider',
        text: 'Answers every message of the customer, also where the answer is that it takes longer.',
        measure: 'next-response',
      },
      {
        of: 'customer',
        text: 'Reports one matter per ticket, with what happened, since when and how many people it concerns.',
      },
      {
        of: 'customer',
        text: 'Answers questions of the service desk and tries solutions out within two working days.',
      },
    ],
    consequences: {
      actions: [
        'When a target is missed in one period, the provider explains it in the service report.',
        'When it is missed in two periods in a row, both parties agree on a plan of improvement within ten working days.',
      ],
    },
    report: reportOf(input, 'month'),
  };
}
