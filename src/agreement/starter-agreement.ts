import type { AgreementDraft } from './document';
import { agreementId } from './starting-points/agreement-id';
import { goalsByPriority } from './starting-points/goals-by-priority';
import type { StarterInput } from './starting-points/project-outline';
import { waitingPauses } from './starting-points/waiting-statuses';

const RESPONSE = { highest: '1h', second: '2h', lowest: '8h', rest: '4h' };
const RESOLUTION = { highest: '4h', second: '8h', lowest: '40h', rest: '24h' };

/**
 * A first agreement for any service project: first response and resolution, goals by priority, office hours
 * from nine to five, and pauses in those statuses of the project that wait on somebody else. A valid
 * document, meant to be edited. Smaller than the presets: it is in force at a click, so it promises only
 * what needs no names.
 */
export function starterAgreement(input: StarterInput): AgreementDraft {
  const { projectKey, statuses, priorities, timeZone, effectiveFrom = '2000-01-01' } = input;
  return {
    accord: 1,
    id: agreementId(projectKey, 'starter'),
    version: 1,
    name: `Service level agreement of ${projectKey}`,
    kind: 'sla',
    effectiveFrom,
    parties: {
      provider: { name: `${projectKey} service team`, timeZone },
      customer: { name: `Customers of ${projectKey}`, timeZone },
    },
    calendars: [{ id: 'office-hours', name: 'Office hours', timeZone, hours: { 'mon-fri': '09:00-17:00' } }],
    measures: [
      { preset: 'time-to-first-response', goals: goalsByPriority(priorities, RESPONSE), target: '90%' },
      {
        preset: 'time-to-resolution',
        pauseWhile: waitingPauses(statuses),
        goals: goalsByPriority(priorities, RESOLUTION),
        target: '90%',
      },
    ],
  };
}
