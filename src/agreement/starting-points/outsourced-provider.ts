import type { AgreementDraft } from '../document';
import { agreementId } from './agreement-id';
import { goalsByPriority } from './goals-by-priority';
import { partiesOf, reportOf } from './parties-of';
import type { PresetInput } from './project-outline';
import { quoted } from './quoted';
import { maintenanceCalendar, standingExclusions } from './standing-exclusions';
import { customerStatuses, waitingPauses } from './waiting-statuses';

/** What a supplier owes: goals by priority, the mirror clock of the customer, and credits when it falls short. */
export function outsourcedProvider(input: PresetInput): AgreementDraft {
  const { projectKey, priorities, statuses, timeZone, today, effectiveFrom = today } = input;
  const urgent = 'around-the-clock';
  const response = { highest: '15m', second: '1h', lowest: '8h', rest: '4h' };
  const resolution = { highest: '4h', second: '8h', lowest: '80h', rest: '24h' };
  const waiting = customerStatuses(statuses);
  const mirror: AgreementDraft['measures'] =
    waiting.length === 0
      ? []
      : [
          {
            preset: 'customer-wait',
            runWhile: {
              name: 'Waiting for the customer',
              when: `status in (${waiting.map(quoted).join(', ')})`,
            },
          },
        ];
  return {
    accord: 1,
    id: agreementId(projectKey, 'outsourced-provider'),
    version: 1,
    name: `Services of the provider in ${projectKey}`,
    kind: 'underpinning-contract',
    effectiveFrom,
    parties: partiesOf(input, `Provider of ${projectKey}`, `Owner of ${projectKey}`),
    calendars: [
      { id: 'service-hours', name: 'Service hours', timeZone, hours: { 'mon-fri': '08:00-18:00' } },
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
        preset: 'time-to-resolution',
        pauseWhile: waitingPauses(statuses),
        goals: goalsByPriority(priorities, resolution, urgent),
        target: '95%',
      },
      {
        preset: 'next-response',
        goals: [{ name: 'Every message of the customer', within: '4h' }],
        target: '90%',
      },
      ...mirror,
    ],
    exclusions: standingExclusions(input, '6', ['time-to-first-response', 'next-response']),
    responsibilities: [
      {
        of: 'provider',
        text: 'Restores the service within the goals of this agreement.',
        measure: 'time-to-resolution',
      },
      {
        of: 'provider',
        text: 'Answers questions of the owner about an open ticket.',
        measure: 'next-response',
      },
      {
        of: 'customer',
        text: 'Gives the provider the access it needs, and answers its questions within one working day.',
      },
      {
        of: 'customer',
        text: 'Agrees to or declines a proposed exclusion within ten working days.',
      },
    ],
    consequences: {
      cap: '15%',
      credits: [
        {
          measure: 'time-to-first-response',
          tiers: [
            { below: '95%', credit: '2%' },
            { below: '90%', credit: '5%' },
          ],
        },
        {
          measure: 'time-to-resolution',
          tiers: [
            { below: '95%', credit: '5%' },
            { below: '90%', credit: '10%' },
            { below: '80%', credit: '15%' },
          ],
        },
      ],
      actions: [
        'Credits are taken off the invoice of the period that follows.',
        'When the cap is reached in two periods in a row, the customer may end the contract with thirty days of notice.',
      ],
    },
    report: reportOf(input, 'month'),
  };
}
