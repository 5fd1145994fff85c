import type { AgreementDraft } from '../document';
import { agreementId } from './agreement-id';
import { goalsByPriority } from './goals-by-priority';
import { partiesOf, reportOf } from './parties-of';
import type { PresetInput } from './project-outline';
import { quoted } from './quoted';
import { maintenanceCalendar, standingExclusions } from './standing-exclusions';
import { waitingPauses } from './waiting-statuses';

/** Support for people who bought something: every message gets an answer, and urgent tickets get news by themselves. */
export function customerSupport(input: PresetInput): AgreementDraft {
  const { projectKey, priorities, statuses, timeZone, today, effectiveFrom = today } = input;
  const urgent = 'around-the-clock';
  const response = { highest: '15m', second: '1h', lowest: '12h', rest: '4h' };
  const resolution = { highest: '6h', second: '12h', lowest: '72h', rest: '36h' };
  const highest = priorities[0]?.name;
  const update: AgreementDraft['measures'] =
    highest === undefined
      ? []
      : [
          {
            preset: 'periodic-update',
            cancelWhile: `priority != ${quoted(highest)}`,
            goals: [{ name: 'Every two hours', within: '2h', calendar: urgent }],
            calendar: urgent,
            target: '90%',
          },
        ];
  return {
    accord: 1,
    id: agreementId(projectKey, 'customer-support'),
    version: 1,
    name: `Customer support of ${projectKey}`,
    kind: 'sla',
    effectiveFrom,
    parties: partiesOf(input, `${projectKey} support`, `Customers of ${projectKey}`),
    calendars: [
      {
        id: 'support-hours',
        name: 'Support hours',
        timeZone,
        hours: { 'mon-fri': '08:00-20:00', sat: '09:00-13:00' },
      },
      { id: urgent, name: 'Around the clock', timeZone, hours: 'always' },
      maintenanceCalendar(timeZone),
    ],
    measures: [
      {
        preset: 'time-to-first-response',
        goals: goalsByPriority(priorities, response, urgent),
        target: '95%',
      },
      {
        preset: 'next-response',
        goals: [{ name: 'Every message of the customer', within: '6h' }],
        target: '90%',
      },
      {
        preset: 'time-to-resolution',
        pauseWhile: waitingPauses(statuses),
        goals: goalsByPriority(priorities, resolution, urgent),
        target: '90%',
      },
      ...update,
    ],
    exclusions: standingExclusions(input, '5', ['time-to-first-response', 'next-response']),
    responsibilities: [
      {
        of: 'provider',
        text: 'Answers every message of the customer, also where the answer is that it takes longer.',
        measure: 'next-response',
      },
      {
        of: 'provider',
        text: 'Restores what has stopped working before it looks for the cause.',
        measure: 'time-to-resolution',
      },
      {
        of: 'customer',
        text: 'Names a person who can be reached while a ticket of the highest priority is open.',
      },
    ],
    consequences: {
      actions: [
        'When a target is missed, the head of support explains it to the customer in the service report.',
        'When it is missed in two periods in a row, the customer may end the agreement at the end of the next one.',
      ],
    },
    report: reportOf(input, 'month'),
  };
}
