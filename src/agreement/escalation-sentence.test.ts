import { escalationSentence } from './escalation-sentence';

const names = {
  person: (id: string) => (id === 'ana' ? 'Ana Ruiz' : id),
  measure: (id: string) => (id === 'time-to-resolution' ? 'Time to resolution' : id),
};

describe('An escalation reads', () => {
  it.each([
    [
      { when: '30m before breach', measures: ['time-to-resolution'], do: [{ notify: { roles: ['assignee', 'Managers'] } }] },
      'When 30 minutes of the time of Time to resolution are left: tell the assignee and the role Managers.',
    ],
    [
      { when: 'at breach', anyHour: true, do: [{ comment: 'Late' }, { raisePriority: 'next' }, { assign: 'lead' }] },
      'When the goal is missed: write the internal comment “Late”, raise the priority by one and assign the ticket to the lead of the project. At any hour.',
    ],
    [
      { when: '2h after breach', do: [{ notify: { people: ['ana'], representatives: ['customer'] } }, { assign: 'ana' }] },
      'When the goal has been missed for 2 hours: tell the representatives of the customer and Ana Ruiz and assign the ticket to Ana Ruiz.',
    ],
    [
      { when: 'at 75%', do: [{ raisePriority: 'High' }, { label: 'late' }, { transition: 'Escalate' }, { set: { field: 'Tier', value: 2 } }] },
      'When 75% of the time are used up: raise the priority to High, add the label “late”, do the transition “Escalate” and set Tier to “2”.',
    ],
    [{ when: 'soon', do: [{}] }, 'soon: nothing yet.'],
    [null, 'At some time: nothing yet.'],
  ])('%#', (escalation, expected) => expect(escalationSentence(escalation, names)).toBe(expected)); // prettier-ignore
});
