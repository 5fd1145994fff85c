import type { Scenario, ScenarioEvent } from './scenario';

const agreement = (calendar: string) => `
calendars:
  - ${calendar}
measures:
  - preset: time-to-first-response
    goals: [{ name: One hour, within: 1h }]
`;
const uk = '{ id: uk, name: London, timeZone: Europe/London, hours: { mon-fri: 09:00-17:00 } }';
const tallinn = '{ id: ee, name: Tallinn, timeZone: Europe/Tallinn, hours: { mon-fri: 09:00-17:00 } }';
const overlap = '{ id: both, name: Both offices, timeZone: Europe/London, hours: { mon-fri: 09:00-15:00 } }';

const ticket = { created: '2026-01-16T16:30Z' };
const answer = (at: string): readonly ScenarioEvent[] => [
  { at, by: 'agent', kind: 'comment', text: 'Good morning, we are looking.', internal: false },
];
const measure = 'time-to-first-response';

export const scenarios: readonly Scenario[] = [
  {
    title: 'on the hours of the provider half an hour is used before the weekend',
    about: 'Friday 16:30 in London is 18:30 in Tallinn: three fair answers, and the agreement says which.',
    agreement: agreement(uk),
    ticket,
    events: [],
    checkpoints: [
      { at: '2026-01-17T12:00Z', measure, expect: { elapsed: '30m', breachTime: '2026-01-19T09:30Z' } },
    ],
  },
  {
    title: 'on the hours of the customer the clock starts with his Monday',
    about: 'A reply on Monday at 09:30 in Tallinn took half an hour.',
    agreement: agreement(tallinn),
    ticket,
    events: answer('2026-01-19T09:30+02:00'),
    checkpoints: [
      { at: '2026-01-17T12:00Z', measure, expect: { phase: 'outside-hours', elapsed: '0m' } },
      { at: '2026-01-19T12:00Z', measure, expect: { outcome: 'met', elapsed: '30m' } },
    ],
  },
  {
    title: 'on the hours both are in the office a reply at 09:30 in London took half an hour',
    about: 'The overlap of both offices is 09-15 in London.',
    agreement: agreement(overlap),
    ticket,
    events: answer('2026-01-19T09:30Z'),
    checkpoints: [{ at: '2026-01-19T12:00Z', measure, expect: { outcome: 'met', elapsed: '30m' } }],
  },
];
